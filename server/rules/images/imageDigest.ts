import { changesOf } from '../../manifests/facts/imageChangeFacts';
import { type UsedImage, usedImages } from '../../manifests/images/images';
import { pathOf } from '../../yaml/field/field';
import { blankBehind, set } from '../../yaml/write/edits';
import { imagesPage } from '../links';
import type { Fix, Rule } from '../rule';
import { imageChangesAmong, kindsThatChangeImages } from './changedImages';

export const imageDigest: Rule = {
  id: 'image-digest',
  title: 'Pin an image by its digest',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `A tag can be pushed again. Whoever takes over the account of a publisher, or the registry, moves the tags of old
releases to an image of their own, and every pod that starts from then on runs it. A digest is the hash of the image itself:
what doesn't match it is refused.`,
  remedy: `Write the digest behind the tag: \`web:1.4.2@sha256:…\`. The tag is then for readers, and tools such as Renovate and
Dependabot keep both up to date. \`crane digest IMAGE\` or \`docker buildx imagetools inspect IMAGE\` tell it; for an image that
is built for several architectures, take the digest of the index.`,
  links: [
    { title: 'Image names: digests', url: 'https://kubernetes.io/docs/concepts/containers/images/#image-names' },
    imagesPage,
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2@sha256:4bcdd1a7a86ae2ba4f0b1d4fd4ea1c5a0fa8b4f2a7b3d0f4b0ad9e4c3b7d2f10
`,
  looksAt: 'pod spec',
  among: kindsThatChangeImages,
  *checkAmong(pod, { objects }) {
    for (const image of usedImages(pod)) {
      const { name, tag, digest } = image.reference;
      // Behind a templated tag a template may well write a digest.
      if (digest !== undefined || tag === null) continue;
      const changes = changesOf(name, imageChangesAmong(objects));
      if (changes.some(({ digest: newDigest }) => newDigest !== undefined)) continue;
      yield {
        at: image.field,
        message: `The image of the ${image.user} has no digest, so another one can be put in its place`,
        fixes: digestFixes(image),
      };
    }
  },
};

function digestFixes({ field, reference }: UsedImage): Fix[] {
  if (field.state !== 'known') return [];
  const tagged = reference.tag ? `${reference.name}:${reference.tag}` : reference.name;
  const edits = [set(pathOf(field), blankBehind(`${tagged}@sha256:`, '0'.repeat(64)))];
  return [{ title: 'Write a digest (fill in what the registry says)', class: 'ask', edits }];
}
