import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { IndexedFile, IndexedObject } from '../objects/indexedFile';
import { isClusterObject, kindsOf, kindsToLookUnder } from '../objects/kindsOfObjects';
import type { Asks } from '../objects/objectIndex';
import { folderOf } from '../paths';

/** What the rules have asked about on behalf of one file. */
export interface Asked {
  readonly beside: Question;
  readonly anywhere: Question;
}

interface Question {
  readonly kinds: Set<string>;
  /** Empty for objects that name none, or one that a template writes. */
  readonly namespaces: Set<string>;
}

/** Nothing asked yet, and what takes note of questions. */
export function asking(): { readonly asked: Asked; readonly asks: Asks } {
  const asked: Asked = {
    beside: { kinds: new Set(), namespaces: new Set() },
    anywhere: { kinds: new Set(), namespaces: new Set() },
  };
  const asks: Asks = (where, kinds, namespace) => {
    for (const kind of kindsToLookUnder(kinds)) asked[where].kinds.add(kind);
    asked[where].namespaces.add(namespace ?? '');
  };
  return { asked, asks };
}

/** An object that came, went or says something else than before. */
export interface ChangedObject {
  readonly folder: string;
  readonly facts: ObjectFacts;
}

/** What tells two states of a file apart, wherever in the file it stands. */
export function changedObjects(before: IndexedFile | undefined, after: IndexedFile | undefined): ChangedObject[] {
  const isSameStanding = before?.standing === after?.standing && before?.isInPart === after?.isInPart;
  const [old, now] = [saidBy(before), saidBy(after)];
  const differing = [
    ...(before?.objects ?? []).filter((object) => !isSameStanding || !now.has(saying(object))),
    ...(after?.objects ?? []).filter((object) => !isSameStanding || !old.has(saying(object))),
  ];
  const folder = folderOf((after ?? before)?.path ?? '');
  return differing.map(({ facts }) => ({ folder, facts }));
}

function saidBy(file: IndexedFile | undefined): Set<string> {
  return new Set(file?.objects.map(saying));
}

function saying({ facts }: IndexedObject): string {
  return JSON.stringify(facts, (name, value: unknown) => (name === 'range' ? undefined : value));
}

/** Whether the answers to what a file has asked may be others after a change. */
export function isConcerned(path: string, { beside, anywhere }: Asked, { folder, facts }: ChangedObject): boolean {
  const kinds = kindsOf(facts);
  const namespace = (facts.kind === 'Namespace' ? facts.name : facts.namespace) ?? '';
  if (kinds.some((kind) => beside.kinds.has(kind))) {
    if (folderOf(path) === folder || isClusterObject(facts)) return true;
    if (namespace !== '' && beside.namespaces.has(namespace)) return true;
  }
  if (!kinds.some((kind) => anywhere.kinds.has(kind))) return false;
  return namespace === '' || anywhere.namespaces.has('') || anywhere.namespaces.has(namespace);
}
