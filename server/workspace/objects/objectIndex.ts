import type { PossibleObjects, Surroundings } from '../../lint/surroundings';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { Stated } from '../../manifests/facts/stated';
import { alternatives } from './alternatives';
import { folderOf, type IndexedFile, type IndexedObject } from './indexedFile';
import { isClusterObject, isOfCluster, kindsOf, kindsToLookUnder } from './kindsOfObjects';

/** The objects of a workspace folder by kind, namespace and folder, kept up to date as its files change. */
export interface ObjectIndex {
  /** Takes a file in, in place of what was known of it. */
  readonly set: (file: IndexedFile) => void;
  readonly delete: (path: string) => void;
  readonly get: (path: string) => IndexedFile | undefined;
  readonly files: () => Iterable<IndexedFile>;
  /** Grows with every change. */
  readonly version: () => number;
  /** See `Alternatives`. */
  readonly concernedBy: (file: IndexedFile) => string[];
  /**
   * What a file sees of the others; undefined where its own objects are only known once they are rendered. The same
   * object as long as nothing changes.
   *
   * @param asks told which kinds are asked about, and from which namespace
   */
  readonly seenFrom: (path: string, asks?: Asks) => Surroundings | undefined;
}

/** Told what is asked: beside objects of a namespace, or wherever something may be. */
export type Asks = (where: 'beside' | 'anywhere', kinds: readonly string[], namespace: Stated<string>) => void;

/** An object with its file. */
interface Entry extends IndexedObject {
  readonly file: IndexedFile;
  readonly folder: string;
}

/** Kind → namespace (empty for none, `?` where a template writes it) → path → objects. */
type Buckets = Map<string, Map<string, Map<string, Entry[]>>>;

/** An index without any files. */
export function objectIndex(): ObjectIndex {
  const files = new Map<string, IndexedFile>();
  const byKind: Buckets = new Map();
  const byFolder = new Map<string, Buckets>();
  const places = new WeakMap<ObjectFacts, Entry>();
  const loosened = new WeakMap<ObjectFacts, ObjectFacts>();
  const parting = alternatives();
  const seen = new Map<string, Surroundings>();
  let version = 0;

  const remove = (path: string) => {
    const file = files.get(path);
    if (!file) return;
    for (const { facts } of file.objects) {
      for (const kind of kindsOf(facts)) {
        byKind.get(kind)?.get(namespaceKey(facts.namespace))?.delete(path);
        byFolder.get(folderOf(path))?.get(kind)?.get('')?.delete(path);
      }
    }
    parting.remove(file);
    files.delete(path);
  };

  const changed = () => {
    version++;
    seen.clear();
  };

  /** What stands in another folder is only beside an object if nothing else can be. */
  const isBeside = (entry: Entry, path: string) =>
    entry.file.standing === 'plain' && !parting.areAlternatives(path, entry.file.path);

  const beside = (path: string, kinds: readonly string[], namespace: Stated<string>): Set<Entry> => {
    const folder = folderOf(path);
    const found = new Set<Entry>();
    for (const kind of kindsToLookUnder(kinds)) {
      for (const entry of entriesIn(byFolder.get(folder)?.get(kind)?.get(''))) {
        const counts = entry.file.standing !== 'patch' && entry.file.standing !== 'template';
        if (entry.file.path !== path && counts && !parting.areAlternatives(path, entry.file.path)) found.add(entry);
      }
      // Without a namespace nobody knows whether a binding for some namespace is meant.
      const isSeenByAll = isOfCluster(kind) && (typeof namespace === 'string' || !kind.endsWith('Binding'));
      const named = typeof namespace === 'string' ? [namespace] : [];
      for (const key of isSeenByAll ? ['', ...named] : named) {
        for (const entry of entriesIn(byKind.get(kind)?.get(key))) {
          if (entry.folder !== folder && isBeside(entry, path)) found.add(entry);
        }
      }
    }
    return found;
  };

  const possible = (path: string, kinds: readonly string[], namespace: Stated<string>): PossibleObjects => {
    const certain = beside(path, kinds, namespace);
    const [written, rendered] = [new Set<ObjectFacts>(), new Set<ObjectFacts>()];
    for (const kind of kindsToLookUnder(kinds)) {
      const namespaces = byKind.get(kind);
      const keys = typeof namespace === 'string' ? [namespace, '', '?'] : (namespaces?.keys() ?? []);
      for (const key of keys) {
        for (const entry of entriesIn(namespaces?.get(key))) {
          if (entry.file.path === path || certain.has(entry)) continue;
          (entry.file.standing === 'template' ? rendered : written).add(loosen(entry));
        }
      }
    }
    return { written: [...written], rendered: [...rendered] };
  };

  /** An object that may be in any namespace, and have any name if a tool gives it one: it can only be what is missed. */
  const loosen = ({ facts, file }: Entry): ObjectFacts => {
    if (isClusterObject(facts) && file.standing !== 'renamed') return facts;
    let loose = loosened.get(facts);
    if (!loose) {
      loose = { ...facts, namespace: null, ...(file.standing === 'renamed' && { name: null }) };
      loosened.set(facts, loose);
    }
    return loose;
  };

  return {
    set(file) {
      remove(file.path);
      files.set(file.path, file);
      const folder = folderOf(file.path);
      const ofFolder: Buckets = byFolder.get(folder) ?? new Map();
      byFolder.set(folder, ofFolder);
      for (const object of file.objects) {
        const entry: Entry = { ...object, file, folder };
        places.set(object.facts, entry);
        for (const kind of kindsOf(object.facts)) {
          put(byKind, kind, namespaceKey(object.facts.namespace), entry);
          put(ofFolder, kind, '', entry);
        }
      }
      parting.add(file);
      changed();
    },
    delete(path) {
      if (!files.has(path)) return;
      remove(path);
      changed();
    },
    get: (path) => files.get(path),
    files: () => files.values(),
    version: () => version,
    concernedBy: parting.concernedBy,
    seenFrom(path, asks) {
      const file = files.get(path);
      if (!file || file.standing === 'template' || file.standing === 'patch') return undefined;
      const known = asks ? undefined : seen.get(path);
      if (known) return known;
      // Where a tool puts the file's objects, only those who it treats alike know.
      const isPlain = file.standing === 'plain';
      const surroundings: Surroundings = {
        reach: file.isInPart ? 'part' : 'workspace',
        beside(kinds, namespace) {
          asks?.('beside', kinds, namespace);
          return Array.from(beside(path, kinds, isPlain ? namespace : null), ({ facts }) => facts);
        },
        possible(kinds, namespace) {
          asks?.('anywhere', kinds, namespace);
          return possible(path, kinds, isPlain ? namespace : null);
        },
        placeOf(object) {
          const entry = places.get(object);
          return entry && { path: entry.file.path, start: entry.start, end: entry.end };
        },
      };
      if (!asks) seen.set(path, surroundings);
      return surroundings;
    },
  };
}

function put(buckets: Buckets, kind: string, namespace: string, entry: Entry): void {
  const namespaces = buckets.get(kind) ?? new Map<string, Map<string, Entry[]>>();
  buckets.set(kind, namespaces);
  const paths = namespaces.get(namespace) ?? new Map<string, Entry[]>();
  namespaces.set(namespace, paths);
  const entries = paths.get(entry.file.path);
  if (entries) entries.push(entry);
  else paths.set(entry.file.path, [entry]);
}

function* entriesIn(paths: ReadonlyMap<string, readonly Entry[]> | undefined): Iterable<Entry> {
  for (const entries of paths?.values() ?? []) yield* entries;
}

function namespaceKey(namespace: Stated<string>): string {
  return namespace === undefined ? '' : (namespace ?? '?');
}
