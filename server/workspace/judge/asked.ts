import { kindsOf, kindsToLookUnder } from '../../manifests/facts/kindsAskedAbout';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { isClusterObject } from '../objects/kindsOfObjects';
import type { Asks } from '../objects/seenFrom';
import { folderOf } from '../uris';

/** What the rules have asked about on behalf of one file. */
export interface Asked {
  readonly beside: Question;
  readonly anywhere: Question;
  /** The files of objects that its findings lead to. */
  readonly related: ReadonlySet<string>;
}

interface Question {
  readonly kinds: Set<string>;
  /** Empty for objects that name none, or one that a template writes. */
  readonly namespaces: Set<string>;
}

/** Nothing asked yet, and what takes note of questions. */
export function asking(): { readonly asked: Asked; readonly asks: Asks } {
  const related = new Set<string>();
  const asked: Asked = {
    beside: { kinds: new Set(), namespaces: new Set() },
    anywhere: { kinds: new Set(), namespaces: new Set() },
    related,
  };
  const asks: Asks = {
    kinds(where, kinds, namespace) {
      for (const kind of kindsToLookUnder(kinds)) asked[where].kinds.add(kind);
      asked[where].namespaces.add(namespace ?? '');
    },
    file: (uri) => void related.add(uri),
  };
  return { asked, asks };
}

/** An object that came, went or says something else than before. */
export interface ChangedObject {
  readonly folder: string;
  readonly facts: ObjectFacts;
}

/** Whether the answers to what a file has asked may be others after a change. */
export function isConcerned(uri: string, { beside, anywhere }: Asked, { folder, facts }: ChangedObject): boolean {
  const kinds = kindsOf(facts);
  const namespace = (facts.kind === 'Namespace' ? facts.name : facts.namespace) ?? '';
  if (kinds.some((kind) => beside.kinds.has(kind))) {
    if (folderOf(uri) === folder || isClusterObject(facts)) return true;
    if (namespace !== '' && beside.namespaces.has(namespace)) return true;
  }
  if (!kinds.some((kind) => anywhere.kinds.has(kind))) return false;
  return namespace === '' || anywhere.namespaces.has('') || anywhere.namespaces.has(namespace);
}
