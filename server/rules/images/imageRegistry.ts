import type { ImageReference } from '../../manifests/images/imageReference';
import { usedImages } from '../../manifests/images/images';
import { cisBenchmark, hardeningGuidance, imagesPage } from '../links';
import type { Rule } from '../rule';

export const imageRegistry: Rule = {
  id: 'image-registry',
  title: 'Take images from registries that you trust',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.5.1', 'nsa:pod-security'],
  why: `An image is code that runs with the rights of its pod. On a public registry anybody can publish under a name that looks
like the right one, and nobody scans, signs or keeps what they publish. Where a team has decided which registries it trusts, an
image from elsewhere is a mistake or an attack.`,
  remedy: `Copy the image to one of the registries under \`allowedRegistries\` in \`.seaworthy.yaml\` and name it there, or add
its registry to them. An entry is a registry (\`ghcr.io\`) or a path on it (\`docker.io/library\`), \`*.example.com\` every
registry below a domain; an image without a registry comes from \`docker.io\`. The rule says nothing where no registries are
listed.`,
  links: [imagesPage, hardeningGuidance, cisBenchmark('5.5.1')],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.3
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/nginx:1.29.3
`,
  looksAt: 'pod spec',
  *check(pod, { allowedRegistries }) {
    if (allowedRegistries.length === 0) return;
    for (const { user, field, reference } of usedImages(pod)) {
      const { registry } = reference;
      if (registry === null || allowedRegistries.some((allowed) => mayBeFrom(reference, registry, allowed))) continue;
      yield {
        at: field,
        message: `The image of the ${user} comes from ${registry}, which is not among allowedRegistries`,
      };
    }
  },
};

/** Whether an image is from an allowed registry or path, or may be since a template writes its path. */
function mayBeFrom({ repository }: ImageReference, registry: string, allowed: string): boolean {
  const [host = '', ...path] = allowed.replace(/\/\*?$/, '').split('/');
  const isHost = host.startsWith('*.') ? registry.endsWith(host.slice(1)) : registry === host;
  if (!isHost || path.length === 0 || repository === null) return isHost;
  return `${repository}/`.startsWith(`${path.join('/')}/`);
}
