import type { TextObjects } from '../../lint/textObjects';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { lineStarts, type Position, positionAt } from '../../yaml/lines';
import { readOnce } from '../../yaml/readOnce';
import { mayMakePods, operatedFacts, withUnknownPods } from './operatedKinds';

/** How the objects of a file become objects of a cluster. */
export type Standing =
  /** As they are written. */
  | 'plain'
  /** A tool renders them first: a Helm chart, or a template of another kind. */
  | 'template'
  /** It says in part what stands elsewhere in whole: a patch of a kustomization. */
  | 'patch'
  /** A kustomization puts them into another namespace. */
  | 'moved'
  /** A kustomization gives them other names. */
  | 'renamed';

/** An object with the place of its name: lines from 0, characters in UTF-16 units. */
export interface IndexedObject {
  readonly facts: ObjectFacts;
  readonly start: Position;
  readonly end: Position;
}

/** What is kept of a file: plain data, so that it can be handed to other threads. */
export interface IndexedFile {
  readonly uri: string;
  readonly standing: Standing;
  /** True where something that nobody sees installs objects beside those of the file. */
  readonly isInPart: boolean;
  readonly objects: readonly IndexedObject[];
}

/** The objects of a text with their places, and those that operators make pods of. */
export function indexedObjects(read: TextObjects): IndexedObject[] {
  const glimpsed = read.documents.flatMap(({ line, document: { reading } }) => {
    const facts = reading.facts.length === 0 ? operatedFacts(reading.text) : undefined;
    return facts ? [{ facts, start: { line, character: 0 }, end: { line, character: 0 } }] : [];
  });
  const placed = placedObjects(read).map((object) => {
    const { facts } = object;
    return !facts.pod && mayMakePods(facts.group, facts.kind) ? { ...object, facts: withUnknownPods(facts) } : object;
  });
  return glimpsed.length === 0 ? placed : [...placed, ...glimpsed];
}

/** The objects of a text with their places, in the order of its facts. */
export function placedObjects({ documents }: TextObjects): IndexedObject[] {
  return documents.flatMap(({ line, document: { reading } }) => {
    if (reading.facts.length === 0) return [];
    const below = ({ line: own, character }: Position): Position => ({ line: line + own, character });
    return placesIn(reading).map(({ facts, start, end }) => ({ facts, start: below(start), end: below(end) }));
  });
}

/** The objects of one document with their places in it, worked out once for as long as the document stays. */
const placesIn = readOnce(
  ({ text, facts }: TextObjects['documents'][number]['document']['reading']): IndexedObject[] => {
    const starts = lineStarts(text);
    return facts.map((object) => ({
      facts: object,
      start: positionAt(starts, object.range.start),
      end: positionAt(starts, object.range.end),
    }));
  },
);
