import { kindsToLookUnder } from '../../manifests/facts/kindsAskedAbout';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { Buckets, Entry } from './buckets';
import { isClusterObject } from './kindsOfObjects';
import { type SharedObjects, sharedObjects } from './sharedObjects';

/** Objects as manifests say them, and those that only tools know that render them. */
export interface Anywhere {
  readonly written: SharedObjects<Entry>;
  readonly rendered: SharedObjects<Entry>;
}

/** Objects of some kinds that may be in a namespace, for all files alike. */
export function findAnywhere(byKind: Buckets, kinds: readonly string[], namespace: string | undefined): Anywhere {
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

/** An object that may be in any namespace, and have any name if a tool gives it one: it can only be what is missed. */
function looseFacts(entry: Entry): ObjectFacts {
  if (entry.loose) return entry.loose;
  const { facts, file } = entry;
  const isRenamed = file.standing === 'renamed';
  const isAsWritten = isClusterObject(facts) && !isRenamed;
  entry.loose = isAsWritten ? facts : { ...facts, namespace: null, ...(isRenamed && { name: null }) };
  return entry.loose;
}
