import type { Surroundings } from '../../lint/surroundings';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { seenFrom } from '../objects/seenFrom';
import { asking } from './asked';
import { type FileFacts, nothingFrom } from './fileFacts';
import { indexedFile, noNeighbours, prepare, setFacts, settle, takeConcerned, type View } from './neighbours';

/**
 * The files that are judged among each other, by what each tells the others. Nothing here reads files, waits or knows
 * who asks: editor, scan and command line each keep neighbourhoods of their own, and find the same in the same files.
 */
export interface Neighbourhood {
  /** Takes in what a file tells, in place of what was known; undefined for one that is gone. */
  readonly set: (uri: string, facts: FileFacts | undefined) => void;
  readonly get: (uri: string) => FileFacts | undefined;
  /** Does what can be done before all files are known, so that less is left to do at once when they are. */
  readonly prepare: () => void;
  /**
   * What a file sees of the others; undefined where there are none, or its objects are only known once they are rendered.
   * The same object as long as the objects that its rules asked about stay the same.
   */
  readonly surroundingsOf: (uri: string, use?: ViewUse) => Surroundings | undefined;
  /** The files that may be judged otherwise than before, since this was asked last. */
  readonly takeConcerned: () => ReadonlySet<string>;
  /** What each file tells. */
  readonly facts: () => Iterable<FileFacts>;
  readonly objects: () => Iterable<{ readonly uri: string; readonly facts: ObjectFacts }>;
}

/** How surroundings are used. */
export interface ViewUse {
  /** False where the file is judged once: what rules were told is not kept, but for what they asked about. */
  readonly isKept?: boolean;
  /** A file that sees the others without being seen: one that git ignores and somebody has named. */
  readonly guest?: FileFacts;
}

/**
 * A neighbourhood without any files.
 *
 * @param isWhole false where there may be files that nobody can read: nothing is called missing then
 */
export function neighbourhood({ isWhole = true } = {}): Neighbourhood {
  const neighbours = noNeighbours(isWhole);
  const { files, index, views } = neighbours;
  return {
    set: (uri, facts) => setFacts(neighbours, uri, facts),
    get: (uri) => files.get(uri),
    prepare: () => prepare(neighbours),
    surroundingsOf(uri, { isKept = true, guest } = {}) {
      const layout = settle(neighbours);
      if (neighbours.isLone && (guest === undefined || index.count() === 0)) return undefined;
      const kept = guest ? undefined : views.get(uri)?.surroundings;
      if (kept) return kept;
      const facts = guest ?? files.get(uri) ?? nothingFrom(uri);
      const { asked, asks } = asking();
      const surroundings = seenFrom(index, indexedFile(neighbours, facts, layout), asks);
      const view: View = { asked, surroundings: isKept ? surroundings : undefined };
      if (surroundings && !guest) views.set(uri, view);
      return surroundings;
    },
    takeConcerned: () => takeConcerned(neighbours),
    facts: () => files.values(),
    *objects() {
      for (const { uri, objects } of files.values()) for (const { facts } of objects) yield { uri, facts };
    },
  };
}
