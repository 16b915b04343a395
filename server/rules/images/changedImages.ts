import type { ImageChange } from '../../manifests/facts/imageChangeFacts';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { readOnce } from '../../readOnce';

/** What has kustomize write other tags, digests and names of images; the `images` of a kustomization stand for the first. */
export const kindsThatChangeImages: readonly string[] = [
  '/ImageTagTransformer',
  'kustomize.toolkit.fluxcd.io/Kustomization',
];

/** All changes of images among some objects. */
export const imageChangesAmong = readOnce((objects: readonly ObjectFacts[]): readonly ImageChange[] =>
  objects.flatMap(({ imageChanges }) => imageChanges ?? []),
);
