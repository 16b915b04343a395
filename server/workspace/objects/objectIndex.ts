import { kindsOf, kindsToLookUnder } from '../../manifests/facts/kindsAskedAbout';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { folderOf } from '../uris';
import { type Alternatives, alternatives } from './alternatives';
import { type Buckets, type EntriesByFile, type Entry, put } from './buckets';
import type { IndexedFile, IndexedObject } from './indexedFile';
import { isClusterObject } from './kindsOfObjects';
import { remembered } from './remembered';
import { type SharedObjects, sharedObjects } from './sharedObjects';

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

/** Objects as manifests say them, and those that only tools know that render them. */
export interface Anywhere {
  readonly written: SharedObjects<Entry>;
  readonly rendered: SharedObjects<Entry>;
}

/** An index without any files. */
export function objectIndex(): ObjectIndex {
  const files = new Map<string, IndexedFile>();
  const byKind: Buckets = new Map();
  const byFolder = new Map<string, Buckets>();
  const places = new WeakMap<ObjectFacts, Entry>();
  const entriesOfFile = new Map<string, Entry[]>();
  const parting = alternatives();
  let anywhere = remembered(findAnywhere);

  const remove = (uri: string) => {
    const file = files.get(uri);
    if (!file) return;
    const ofFolder = byFolder.get(folderOf(uri));
    for (const { facts } of file.objects) {
      for (const kind of kindsOf(facts)) {
        byKind.get(kind)?.get(namespaceKey(facts))?.delete(uri);
        ofFolder?.get(kind)?.get('')?.delete(uri);
      }
    }
    parting.remove(file);
    files.delete(uri);
    entriesOfFile.delete(uri);
    anywhere = remembered(findAnywhere);
  };

  function findAnywhere(kinds: readonly string[], namespace: string | undefined): Anywhere {
    const found: Entry[] = [];
    for (const kind of kindsToLookUnder(kinds)) {
      const namespaces = byKind.get(kind);
      const keys = namespace === undefined ? (namespaces?.keys() ?? []) : [namespace, '', '?'];
      for (const key of keys) for (const [, entries] of namespaces?.get(key)?.all() ?? []) found.push(...entries);
    }
    // What makes pods is found under its own kind as well.
    const entries = kinds.includes('workloads') ? [...new Set(found)] : found;
    const isRendered = ({ file }: Entry) => file.standing === 'template';
    return {
      written: sharedObjects(
        entries.filter((entry) => !isRendered(entry)),
        looseFacts,
      ),
      rendered: sharedObjects(entries.filter(isRendered), looseFacts),
    };
  }

  /** Whoever knows an object of the file from before still knows it, unless it stands for something else now. */
  const entryOf = (object: IndexedObject, file: IndexedFile, folder: string): Entry => {
    const known = places.get(object.facts);
    if (known?.file.uri !== file.uri || known.file.standing !== file.standing) return { ...object, file, folder };
    known.file = file;
    known.start = object.start;
    known.end = object.end;
    return known;
  };

  return {
    set(file) {
      remove(file.uri);
      files.set(file.uri, file);
      const folder = folderOf(file.uri);
      const ofFolder: Buckets = byFolder.get(folder) ?? new Map();
      byFolder.set(folder, ofFolder);
      const entries = file.objects.map((object) => entryOf(object, file, folder));
      entriesOfFile.set(file.uri, entries);
      for (const entry of entries) {
        places.set(entry.facts, entry);
        for (const kind of kindsOf(entry.facts)) {
          put(byKind, kind, namespaceKey(entry.facts), entry);
          put(ofFolder, kind, '', entry);
        }
      }
      parting.add(file);
      anywhere = remembered(findAnywhere);
    },
    delete: remove,
    get: (uri) => files.get(uri),
    files: () => files.values(),
    count: () => files.size,
    move(uri, objects) {
      let hasMoved = false;
      for (const [position, entry] of (entriesOfFile.get(uri) ?? []).entries()) {
        const { start, end } = objects[position] ?? entry;
        if (isSamePlace(start, entry.start) && isSamePlace(end, entry.end)) continue;
        entry.start = start;
        entry.end = end;
        hasMoved = true;
      }
      return hasMoved;
    },
    entriesOf: (uri) => entriesOfFile.get(uri) ?? [],
    inFolder: (folder, kind) => byFolder.get(folder)?.get(kind)?.get(''),
    inNamespace: (kind, namespace) => byKind.get(kind)?.get(namespace),
    anywhere: (kinds, namespace) => anywhere(kinds, namespace),
    entryOf: (object) => places.get(object),
    parting,
  };
}

function isSamePlace(one: IndexedObject['start'], other: IndexedObject['start']): boolean {
  return one.line === other.line && one.character === other.character;
}

/** A Namespace is found under its own name: nobody asks for another one. */
function namespaceKey({ kind, name, namespace }: ObjectFacts): string {
  const key = kind === 'Namespace' ? name : namespace;
  return key === undefined ? '' : (key ?? '?');
}

/** An object that may be in any namespace, and have any name if a tool gives it one: it can only be what is missed. */
function looseFacts(entry: Entry): ObjectFacts {
  if (entry.loose) return entry.loose;
  const { facts, file } = entry;
  const isRenamed = file.standing === 'renamed';
  const isAsWritten = isClusterObject(facts) && !isRenamed;
  entry.loose = isAsWritten ? facts : { ...facts, namespace: null, ...(isRenamed && { name: null }) };
  return entry.loose;
}
