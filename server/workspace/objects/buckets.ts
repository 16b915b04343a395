import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { IndexedFile, IndexedObject } from './indexedFile';

/** An object with its file. */
export interface Entry {
  readonly facts: ObjectFacts;
  /** Of its name: lines from 0, characters in UTF-16 units. */
  start: IndexedObject['start'];
  end: IndexedObject['end'];
  file: IndexedFile;
  readonly folder: string;
  /** See `looseFacts`; worked out when it is asked for. */
  loose?: ObjectFacts;
}

/** Objects by the files that hold them, in the order of the files' URIs, whichever came first. */
export interface EntriesByFile {
  readonly add: (uri: string, entry: Entry) => void;
  readonly delete: (uri: string) => void;
  readonly all: () => Iterable<readonly [uri: string, entries: readonly Entry[]]>;
}

/** No objects yet. */
function entriesByFile(): EntriesByFile {
  const byUri = new Map<string, Entry[]>();
  /** Holds every URI of `byUri`, and may hold some that are gone. */
  let order: string[] = [];
  let isSorted = true;
  return {
    add(uri, entry) {
      const known = byUri.get(uri);
      if (known) {
        known.push(entry);
        return;
      }
      byUri.set(uri, [entry]);
      isSorted &&= order.length === 0 || uri > (order.at(-1) ?? '');
      order.push(uri);
    },
    delete: (uri) => void byUri.delete(uri),
    *all() {
      // A URI that went and came again stands in the order twice.
      if (!isSorted || order.length !== byUri.size) order = [...byUri.keys()].sort();
      isSorted = true;
      for (const uri of order) {
        const entries = byUri.get(uri);
        if (entries) yield [uri, entries];
      }
    },
  };
}

/** Kind → namespace (empty for none, `?` where a template writes it) → objects. */
export type Buckets = Map<string, Map<string, EntriesByFile>>;

/** Puts an object where it is found by a kind and a namespace. */
export function put(buckets: Buckets, kind: string, namespace: string, entry: Entry): void {
  const namespaces = buckets.get(kind) ?? new Map<string, EntriesByFile>();
  buckets.set(kind, namespaces);
  const entries = namespaces.get(namespace) ?? entriesByFile();
  namespaces.set(namespace, entries);
  entries.add(entry.file.uri, entry);
}
