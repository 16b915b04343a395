import { type UsedImage, usedImages } from '../../manifests/images/images';
import { pathOf, scalarOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { imagesPage } from '../links';
import type { Fix, Rule } from '../rule';
import { type ClosedRegistry, closedRegistries } from './closedRegistries';

export const imageRegistryDead: Rule = {
  id: 'image-registry-dead',
  title: 'Move off registries that have closed',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `A registry that nobody looks after serves images without a single security update, until the day it serves none. Pods
that run go on running, so it comes out when a node is replaced, when a deployment scales, or in the middle of an outage: the
image can't be pulled and nothing starts.`,
  remedy: `Name the image at its new place. \`k8s.gcr.io\` became \`registry.k8s.io\` with the same paths; for other registries
look up whether the new place has the tag, and whether somebody maintains it there.`,
  links: [
    {
      title: 'k8s.gcr.io redirects to registry.k8s.io',
      url: 'https://kubernetes.io/blog/2023/03/10/image-registry-redirect/',
    },
    imagesPage,
    { title: 'Changes to the Bitnami catalog', url: 'https://github.com/bitnami/containers/issues/83267' },
    { title: 'Istio leaves its registries', url: 'https://istio.io/latest/blog/2026/retirement-of-gcp/' },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: k8s.gcr.io/e2e-test-images/agnhost:2.40
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.k8s.io/e2e-test-images/agnhost:2.40
`,
  looksAt: 'pod spec',
  *check(pod) {
    for (const image of usedImages(pod)) {
      const registry = closedRegistryOf(image);
      if (!registry) continue;
      yield {
        at: image.field,
        message: `The image of the ${image.user} is on ${registry.path}, which ${registry.state}`,
        fixes: replacements(image, registry),
        ...(registry.isStillOpen && { severity: 'information' }),
      };
    }
  },
};

function closedRegistryOf({ reference }: UsedImage): ClosedRegistry | undefined {
  const { registry, repository, tag } = reference;
  if (registry === null) return undefined;
  return closedRegistries.find(({ path, keepsLatest, remaining }) => {
    if (!path.includes('/')) return registry === path;
    if (repository === null || !`${registry}/${repository}`.startsWith(`${path}/`)) return false;
    if (keepsLatest && (tag === undefined || tag === null || tag === 'latest')) return false;
    const [below = ''] = `${registry}/${repository}`.slice(path.length + 1).split('/');
    return !remaining.includes(below);
  });
}

function replacements({ field, reference }: UsedImage, { path, replacement, isSame }: ClosedRegistry): Fix[] {
  const written = scalarOf(field);
  if (replacement === undefined || written?.type !== 'string' || reference.repository === null) return [];
  const full = `${reference.registry}/${reference.repository}`;
  const behind = written.value.slice(reference.name.length);
  const edits = [set(pathOf(field), `${replacement}${full.slice(path.length)}${behind}`)];
  return isSame
    ? [{ title: `Take the image from ${replacement}, which has the same ones`, class: 'safe', edits }]
    : [{ title: `Take the image from ${replacement} (look up whether it has this one)`, class: 'ask', edits }];
}
