import type { ImageReference } from '../../manifests/images/imageReference';
import { usedImages } from '../../manifests/images/images';
import { type Field, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { cisBenchmark, imagesPage } from '../links';
import type { Rule } from '../rule';

export const imagePullPolicy: Rule = {
  id: 'image-pull-policy',
  title: 'Ask the registry for a tag at every start',
  severity: 'information',
  profile: 'all',
  standards: ['cis:1.2.11'],
  why: `A node that already has an image of that name starts it without asking: a tag that was pushed again stays old on some
nodes and new on others. On nodes that several teams share, a pod can also start a private image that another team's pod has
brought there, without having the credentials for it, where the kubelet does not check them (it does by default from 1.35 on).`,
  remedy: `Write \`imagePullPolicy: Always\`: layers that are there are not loaded again, so it costs one request to the
registry. Or pin the image by its digest, which can't change. A cluster can ask for this everywhere with the admission plugin
AlwaysPullImages.`,
  links: [
    {
      title: 'Image pull policy',
      url: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
    },
    imagesPage,
    cisBenchmark('1.2.11'),
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      imagePullPolicy: IfNotPresent
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      imagePullPolicy: Always
`,
  looksAt: 'pod spec',
  *check(pod) {
    for (const { user, field, reference, pullPolicy } of usedImages(pod)) {
      const policy = effectivePolicy(pullPolicy, reference);
      if (reference.digest !== undefined || policy === undefined || policy === 'Always') continue;
      yield {
        at: pullPolicy.state === 'known' ? pullPolicy : field,
        message: `The ${user} starts from what its node has under this tag, without asking the registry`,
        fixes: [{ title: 'Ask the registry at every start', class: 'ask', edits: [set(pathOf(pullPolicy), 'Always')] }],
      };
    }
  },
};

/** The policy as the API server fills it in; undefined where a template decides. */
function effectivePolicy(pullPolicy: Field, { tag }: ImageReference): string | undefined {
  if (pullPolicy.state !== 'absent') return stringOf(pullPolicy);
  if (tag === null) return undefined;
  return tag === undefined || tag === 'latest' ? 'Always' : 'IfNotPresent';
}
