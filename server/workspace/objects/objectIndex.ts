import type { PossibleObjects, Surroundings } from '../../lint/surroundings';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { Stated } from '../../manifests/facts/stated';
import { folderOf } from '../paths';
import { alternatives } from './alternatives';
import type { IndexedFile, IndexedObject } from './indexedFile';
import { isClusterObject, isOfCluster, kindsOf, kindsToLookUnder } from './kindsOfObjects';
import { sharedObjects } from './sharedObjects';

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
  /** See `looseFacts`; worked out when it is asked for. */
  loose?: ObjectFacts;
}

/** Kind → namespace (empty for none, `?` where a template writes it) → path → objects. */
type Buckets = Map<string, Map<string, EntriesByPath>>;
type EntriesByPath = Map<string, Entry[]>;

/** An index without any files. */
export function objectIndex(): ObjectIndex {
  const files = new Map<string, IndexedFile>();
  const byKind: Buckets = new Map();
  const byFolder = new Map<string, Buckets>();
  const places = new WeakMap<ObjectFacts, Entry>();
  const ownEntries = new Map<string, Entry[]>();
  const parting = alternatives();
  const seen = new Map<string, Surroundings>();
  let version = 0;

  const remove = (path: string) => {
    const file = files.get(path);
    if (!file) return;
    for (const { facts } of file.objects) {
      for (const kind of kindsOf(facts)) {
        byKind.get(kind)?.get(namespaceKey(facts))?.delete(path);
        byFolder.get(folderOf(path))?.get(kind)?.get('')?.delete(path);
      }
    }
    parting.remove(file);
    files.delete(path);
    ownEntries.delete(path);
  };

  const changed = () => {
    version++;
    seen.clear();
    entriesAnywhere = remembered(findAnywhere);
  };

  /** Whatever may be in a namespace, for all files alike. */
  let entriesAnywhere = remembered(findAnywhere);
  function findAnywhere(kinds: readonly string[], namespace: string | undefined) {
    const found: Entry[] = [];
    for (const kind of kindsToLookUnder(kinds)) {
      const namespaces = byKind.get(kind);
      const keys = namespace === undefined ? (namespaces?.keys() ?? []) : [namespace, '', '?'];
      for (const key of keys) {
        for (const entries of namespaces?.get(key)?.values() ?? []) found.push(...entries);
      }
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

  /** The objects of other files as a file sees them; what it has asked once is remembered. */
  const viewFrom = ({ path, standing }: IndexedFile): Pick<Surroundings, 'beside' | 'possible'> => {
    const folder = folderOf(path);
    const parted = new Map<string, boolean>();
    const isAlternative = (other: string) => {
      let answer = parted.get(other);
      if (answer === undefined) {
        answer = parting.areAlternatives(path, other);
        parted.set(other, answer);
      }
      return answer;
    };

    const entriesBeside = remembered((kinds: readonly string[], namespace: string | undefined): ReadonlySet<Entry> => {
      const found = new Set<Entry>();
      const take = (paths: EntriesByPath | undefined, counts: (entry: Entry) => boolean) => {
        if (!paths) return;
        for (const [other, entries] of paths) {
          // Those of a file have its folder and standing in common.
          const [first] = entries;
          if (first && counts(first) && !isAlternative(other)) for (const entry of entries) found.add(entry);
        }
      };
      const isNear = ({ file }: Entry) =>
        file.standing !== 'patch' && file.standing !== 'template' && file.path !== path;
      const isElsewhere = (entry: Entry) => entry.folder !== folder && entry.file.standing === 'plain';
      for (const kind of kindsToLookUnder(kinds)) {
        take(byFolder.get(folder)?.get(kind)?.get(''), isNear);
        // What has no namespace says nothing of which objects of other folders come to be beside it.
        if (namespace === undefined) continue;
        const namespaces = byKind.get(kind);
        take(namespaces?.get(namespace), isElsewhere);
        if (isOfCluster(kind)) take(namespaces?.get(''), isElsewhere);
      }
      return found;
    });
    const beside = remembered((kinds: readonly string[], namespace: string | undefined) =>
      Array.from(entriesBeside(kinds, namespace), ({ facts }) => facts),
    );
    const entriesKnown = remembered(
      (kinds: readonly string[], namespace: string | undefined): ReadonlySet<Entry> =>
        new Set([...entriesBeside(kinds, namespace), ...(ownEntries.get(path) ?? [])]),
    );
    const findPossible = (kinds: readonly string[], namespace?: string, name?: string): PossibleObjects => {
      const known = entriesKnown(kinds, namespace);
      const { written, rendered } = entriesAnywhere(kinds, namespace);
      return { written: written.without(known, name), rendered: rendered.without(known, name) };
    };
    const possible = remembered((kinds: readonly string[], namespace: string | undefined) =>
      findPossible(kinds, namespace),
    );
    // Where a tool puts the file's objects, only those know that it treats alike.
    const known = (namespace: Stated<string>) => (standing === 'plain' ? (namespace ?? undefined) : undefined);
    return {
      beside: (kinds, namespace) => beside(kinds, known(namespace)),
      possible: (kinds, namespace, name) =>
        name === undefined ? possible(kinds, known(namespace)) : findPossible(kinds, known(namespace), name),
    };
  };

  return {
    set(file) {
      remove(file.path);
      files.set(file.path, file);
      const folder = folderOf(file.path);
      const ofFolder: Buckets = byFolder.get(folder) ?? new Map();
      byFolder.set(folder, ofFolder);
      const entries = file.objects.map((object): Entry => ({ ...object, file, folder }));
      ownEntries.set(file.path, entries);
      for (const entry of entries) {
        places.set(entry.facts, entry);
        for (const kind of kindsOf(entry.facts)) {
          put(byKind, kind, namespaceKey(entry.facts), entry);
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
      const view = viewFrom(file);
      const surroundings: Surroundings = {
        reach: file.isInPart ? 'part' : 'workspace',
        beside(kinds, namespace) {
          asks?.('beside', kinds, namespace);
          return view.beside(kinds, namespace);
        },
        possible(kinds, namespace, name) {
          asks?.('anywhere', kinds, namespace);
          return view.possible(kinds, namespace, name);
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

/** Remembers answers to questions about kinds (told apart by the list that holds them) and a namespace. */
function remembered<Answer>(
  answer: (kinds: readonly string[], namespace: string | undefined) => Answer,
): (kinds: readonly string[], namespace: string | undefined) => Answer {
  const answers = new Map<readonly string[], Map<string | undefined, Answer>>();
  return (kinds, namespace) => {
    const ofKinds = answers.get(kinds) ?? new Map<string | undefined, Answer>();
    answers.set(kinds, ofKinds);
    const known = ofKinds.get(namespace);
    if (known !== undefined) return known;
    const found = answer(kinds, namespace);
    ofKinds.set(namespace, found);
    return found;
  };
}
