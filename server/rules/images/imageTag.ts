import { changesOf } from '../../manifests/facts/imageChangeFacts';
import { type UsedImage, usedImages } from '../../manifests/images/images';
import { pathOf } from '../../yaml/field/field';
import { blankBehind, set } from '../../yaml/write/edits';
import { imagesPage } from '../links';
import type { Fix, Rule } from '../rule';
import { imageChangesAmong, kindsThatChangeImages } from './changedImages';

export const imageTag: Rule = {
  id: 'image-tag',
  title: 'Name the version of an image',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `Without a tag an image is \`latest\`, and \`latest\` is whatever was pushed last: two nodes run different programs under
one name, a restart at night brings a version that nobody tested, and going back is impossible because there is nothing to go
back to. Whoever gets to push to the repository once decides what runs in the cluster.`,
  remedy: `Write the tag of a release, such as \`1.4.2\`, or better the digest (\`@sha256:…\`), which nobody can move. A digest
makes the tag before it a comment. Where the whole workspace is looked at, it is enough that the
\`images\` of a kustomization say which version it is.`,
  links: [imagesPage],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:latest
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  among: kindsThatChangeImages,
  *checkAmong(pod, { objects }) {
    for (const image of usedImages(pod)) {
      const { name, tag, digest } = image.reference;
      if (digest !== undefined || (tag !== undefined && tag !== 'latest')) continue;
      // What is chosen there is judged there.
      const changes = changesOf(name, imageChangesAmong(objects));
      if (changes.some(({ newTag, digest: newDigest }) => newTag !== undefined || newDigest !== undefined)) continue;
      const fault = tag === undefined ? 'has no tag, so it is the latest' : 'is the latest';
      yield {
        at: image.field,
        message: `The image of the ${image.user} ${fault}, whichever that is when a pod starts`,
        fixes: versionFixes(image),
      };
    }
  },
};

function versionFixes({ field, reference }: UsedImage): Fix[] {
  if (field.state !== 'known') return [];
  const edits = [set(pathOf(field), blankBehind(`${reference.name}:`, 'VERSION'))];
  return [{ title: 'Write a tag (fill in the version that was tested)', class: 'ask', edits }];
}
