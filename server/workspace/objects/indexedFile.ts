import type { TextObjects } from '../../lint/textObjects';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { readOnce } from '../../readOnce';
import { lineStarts, type Position, positionAt } from '../../yaml/parsing/lines';
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
export function indexedObjects({ documents }: TextObjects): IndexedObject[] {
  return documents.flatMap(({ line, document: { reading } }) => below(line, toldIn(reading)));
}

/** The objects of a text with their places, in the order of its facts. */
export function placedObjects({ documents }: TextObjects): IndexedObject[] {
  return documents.flatMap(({ line, document: { reading } }) => below(line, placedIn(reading)));
}

function below(line: number, objects: readonly IndexedObject[]): IndexedObject[] {
  const moved = ({ line: own, character }: Position): Position => ({ line: line + own, character });
  return objects.map(({ facts, start, end }) => ({ facts, start: moved(start), end: moved(end) }));
}

type Reading = TextObjects['documents'][number]['document']['reading'];

/** The objects of one document with their places in it, worked out once for as long as the document stays. */
const placedIn = readOnce(({ text, facts }: Reading): readonly IndexedObject[] => {
  const starts = facts.length === 0 ? [] : lineStarts(text);
  return facts.map((object) => ({
    facts: object,
    start: positionAt(starts, object.range.start),
    end: positionAt(starts, object.range.end),
  }));
});

/** The same as others are told of them: of what nobody parses a glance tells whether an operator makes pods of it. */
const toldIn = readOnce((reading: Reading): readonly IndexedObject[] => {
  if (reading.facts.length === 0) {
    const glimpsed = operatedFacts(reading.text);
    const start = { line: 0, character: 0 };
    return glimpsed ? [{ facts: glimpsed, start, end: start }] : [];
  }
  return placedIn(reading).map((object) => {
    const { facts } = object;
    return !facts.pod && mayMakePods(facts.group, facts.kind) ? { ...object, facts: withUnknownPods(facts) } : object;
  });
});
