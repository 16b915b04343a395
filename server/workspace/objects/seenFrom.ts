import type { PossibleObjects, Surroundings } from '../../lint/surroundings';
import { kindsToLookUnder } from '../../manifests/facts/kindsAskedAbout';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { Stated } from '../../manifests/objects/stated';
import { folderOf } from '../uris';
import type { EntriesByFile, Entry } from './buckets';
import type { IndexedFile } from './indexedFile';
import { isOfCluster } from './kindsOfObjects';
import type { ObjectIndex } from './objectIndex';
import { remembered } from './remembered';

/** Told what a file's rules ask about others. */
export interface Asks {
  /** Beside objects of a namespace, or wherever something may be. */
  readonly kinds: (where: 'beside' | 'anywhere', kinds: readonly string[], namespace: string | undefined) => void;
  /** Where an object of another file stands. */
  readonly file: (uri: string) => void;
}

/**
 * What a file sees of the others in an index; undefined where its own objects are only known once they are rendered.
 * Each answer is as the index is when the question is asked first.
 *
 * @param file in the index, or a guest that the others don't see
 */
export function seenFrom(index: ObjectIndex, file: IndexedFile, asks?: Asks): Surroundings | undefined {
  if (file.standing === 'template' || file.standing === 'patch') return undefined;
  const view = viewFrom(index, file);
  // Where a tool puts the file's objects, only those know that it treats alike.
  const known = (namespace: Stated<string>) => (file.standing === 'plain' ? (namespace ?? undefined) : undefined);
  return {
    reach: file.isInPart ? 'part' : 'workspace',
    beside(kinds, stated) {
      const namespace = known(stated);
      asks?.kinds('beside', kinds, namespace);
      return view.beside(kinds, namespace);
    },
    possible(kinds, stated, name) {
      const namespace = known(stated);
      asks?.kinds('anywhere', kinds, namespace);
      return view.possible(kinds, namespace, name);
    },
    placeOf(object) {
      const entry = index.entryOf(object);
      if (entry) asks?.file(entry.file.uri);
      return entry && { uri: entry.file.uri, start: entry.start, end: entry.end };
    },
  };
}

/** The same questions, from namespaces as far as they are known. */
interface View {
  readonly beside: (kinds: readonly string[], namespace: string | undefined) => readonly ObjectFacts[];
  readonly possible: (kinds: readonly string[], namespace: string | undefined, name?: string) => PossibleObjects;
}

function viewFrom(index: ObjectIndex, { uri }: IndexedFile): View {
  const folder = folderOf(uri);
  const parted = new Map<string, boolean>();
  const isAlternative = (other: string) => {
    let known = parted.get(other);
    if (known === undefined) {
      known = index.parting.areAlternatives(uri, other);
      parted.set(other, known);
    }
    return known;
  };

  const entriesBeside = remembered((kinds: readonly string[], namespace: string | undefined): ReadonlySet<Entry> => {
    const found = new Set<Entry>();
    const take = (files: EntriesByFile | undefined, counts: (entry: Entry) => boolean) => {
      if (!files) return;
      for (const [other, entries] of files.all()) {
        // Those of a file have its folder and standing in common.
        const [first] = entries;
        if (first && counts(first) && !isAlternative(other)) for (const entry of entries) found.add(entry);
      }
    };
    const isNear = ({ file }: Entry) => file.standing !== 'patch' && file.standing !== 'template' && file.uri !== uri;
    const isElsewhere = (entry: Entry) => entry.folder !== folder && entry.file.standing === 'plain';
    for (const kind of kindsToLookUnder(kinds)) {
      take(index.inFolder(folder, kind), isNear);
      // What has no namespace says nothing of which objects of other folders come to be beside it.
      if (namespace === undefined) continue;
      take(index.inNamespace(kind, namespace), isElsewhere);
      if (isOfCluster(kind)) take(index.inNamespace(kind, ''), isElsewhere);
    }
    return found;
  });
  const beside = remembered((kinds: readonly string[], namespace: string | undefined): readonly ObjectFacts[] =>
    Array.from(entriesBeside(kinds, namespace), ({ facts }) => facts),
  );
  const entriesKnown = remembered(
    (kinds: readonly string[], namespace: string | undefined): ReadonlySet<Entry> =>
      new Set([...entriesBeside(kinds, namespace), ...index.entriesOf(uri)]),
  );
  const findPossible = (kinds: readonly string[], namespace?: string, name?: string): PossibleObjects => {
    const known = entriesKnown(kinds, namespace);
    const { written, rendered } = index.anywhere(kinds, namespace);
    return { written: written.without(known, name), rendered: rendered.without(known, name) };
  };
  const possible = remembered((kinds: readonly string[], namespace: string | undefined) =>
    findPossible(kinds, namespace),
  );
  return {
    beside,
    possible: (kinds, namespace, name) =>
      name === undefined ? possible(kinds, namespace) : findPossible(kinds, namespace, name),
  };
}
