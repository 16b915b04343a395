import type { ObjectFacts } from './objectFacts';

/** What rules call the kinds that make pods. */
const workloads = 'workloads';

/** The kinds under which an object is found; `?` stands for what a template writes. */
export function kindsOf({ group, kind, pod }: ObjectFacts): string[] {
  const own = kind === null ? '?' : `${group ?? '?'}/${kind}`;
  return pod ? [own, workloads] : [own];
}

/** The kinds under which an object stands that may be of some kinds that a rule asks about. */
export function kindsToLookUnder(asked: readonly string[]): readonly string[] {
  let kinds = lookedUnder.get(asked);
  if (!kinds) {
    kinds = [...new Set([...asked, ...asked.map((kind) => `?/${kind.slice(kind.indexOf('/') + 1)}`), '?'])];
    lookedUnder.set(asked, kinds);
  }
  return kinds;
}

const lookedUnder = new WeakMap<readonly string[], readonly string[]>();
