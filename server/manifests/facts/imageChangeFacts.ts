import { type Field, items, member } from '../../yaml/field/field';
import { type Stated, statedString } from '../objects/stated';

/**
 * What kustomize makes of images, as its `images` and the ImageTagTransformer behind them say it. A tag or digest takes the
 * place of both. Source: kubernetes-sigs/kustomize, `api/types/image.go`, `api/internal/image/image.go` and
 * `api/filters/imagetag/updater.go`.
 */
export interface ImageChange {
  /** The images that are meant, by their names without tag and digest; it may be a regular expression. */
  readonly name: Stated<string>;
  readonly newName: Stated<string>;
  readonly newTag: Stated<string>;
  readonly digest: Stated<string>;
}

/** The changes in a list of images. */
export function imageChanges(list: Field): readonly ImageChange[] {
  return items(list).map(imageChange);
}

/** One change of images. */
export function imageChange(field: Field): ImageChange {
  return {
    name: statedString(member(field, 'name')),
    newName: statedString(member(field, 'newName')),
    newTag: statedString(member(field, 'newTag')),
    digest: statedString(member(field, 'digest')),
  };
}

/**
 * The changes that an image may get, those of the names that it gets on the way included.
 *
 * @param name as the image writes it, without tag and digest
 */
export function changesOf(name: string, changes: readonly ImageChange[]): readonly ImageChange[] {
  const found = new Set<ImageChange>();
  const names = new Set([name]);
  for (const known of names) {
    for (const change of changes) {
      if (found.has(change) || !mayName(change, known)) continue;
      found.add(change);
      if (change.newName === null) return changes;
      if (change.newName !== undefined) names.add(change.newName);
    }
  }
  return [...found];
}

function mayName({ name }: ImageChange, image: string): boolean {
  return name === null || name === image || (name !== undefined && /[\\^$*+?()[\]{}|]/.test(name));
}
