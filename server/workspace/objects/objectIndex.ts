import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { Alternatives } from './alternatives';
import { type Anywhere, findAnywhere } from './anywhere';
import type { EntriesByFile, Entry } from './buckets';
import type { IndexedFile, IndexedObject } from './indexedFile';
import { addFile, moveObjects, noObjects, removeFile } from './indexedObjects';
import { remembered } from './remembered';

/** The objects of a neighbourhood by kind, namespace and folder, kept up to date as its files change. */
export interface ObjectIndex {
  /** Takes a file in, in place of what was known of it. */
  readonly set: (file: IndexedFile) => void;
  readonly delete: (uri: string) => void;
  readonly get: (uri: string) => IndexedFile | undefined;
  readonly files: () => Iterable<IndexedFile>;
  /** How many files hold objects. */
  readonly count: () => number;
  /** The objects of a file say what they said, and stand elsewhere in it. False if nothing has moved. */
  readonly move: (uri: string, objects: readonly IndexedObject[]) => boolean;
  readonly entriesOf: (uri: string) => readonly Entry[];
  /** Objects of a kind in one folder. */
  readonly inFolder: (folder: string, kind: string) => EntriesByFile | undefined;
  /** Objects of a kind that say that they are in a namespace; empty for those that say none. */
  readonly inNamespace: (kind: string, namespace: string) => EntriesByFile | undefined;
  /** Objects of some kinds that may be in a namespace, for all files alike. */
  readonly anywhere: (kinds: readonly string[], namespace: string | undefined) => Anywhere;
  readonly entryOf: (object: ObjectFacts) => Entry | undefined;
  readonly parting: Pick<Alternatives, 'areAlternatives' | 'concernedBy'>;
}

/** An index without any files. */
export function objectIndex(): ObjectIndex {
  const indexed = noObjects();
  const { files, byKind, byFolder, entriesOfFile, parting } = indexed;
  const finding = () => remembered((kinds, namespace) => findAnywhere(byKind, kinds, namespace));
  let anywhere = finding();
  return {
    set(file) {
      addFile(indexed, file);
      anywhere = finding();
    },
    delete(uri) {
      if (removeFile(indexed, uri)) anywhere = finding();
    },
    get: (uri) => files.get(uri),
    files: () => files.values(),
    count: () => files.size,
    move: (uri, objects) => moveObjects(indexed, uri, objects),
    entriesOf: (uri) => entriesOfFile.get(uri) ?? [],
    inFolder: (folder, kind) => byFolder.get(folder)?.get(kind)?.get(''),
    inNamespace: (kind, namespace) => byKind.get(kind)?.get(namespace),
    anywhere: (kinds, namespace) => anywhere(kinds, namespace),
    entryOf: (object) => indexed.entryOfFacts.get(object),
    parting,
  };
}
