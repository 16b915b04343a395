import { kindsOf, kindsToLookUnder } from '../manifests/facts/kindsAskedAbout';
import { areSame, firstAlike } from '../manifests/facts/objectKey';
import type { Rule } from '../rules/rule';
import type { DocumentReading } from './documentReading';
import type { LintOptions } from './lintOptions';

/** The changes in the facts that the documents of a text tell of their objects. */
export interface ChangedFacts {
  /** The kinds of the objects that changed, before and now. */
  readonly kinds: ReadonlySet<string>;
  /** Whether any of them became an object of another kind. */
  readonly isOfOtherKind: boolean;
}

/** The facts that changed since a text was read before; undefined where more than facts of objects changed. */
export function changedFacts(
  readings: readonly DocumentReading[],
  before: readonly DocumentReading[],
): ChangedFacts | undefined {
  const kinds = new Set<string>();
  let isOfOtherKind = false;
  if (readings.length !== before.length) return undefined;
  for (const [index, { facts }] of readings.entries()) {
    const known = before[index]?.facts ?? [];
    if (facts === known) continue;
    if (facts.length !== known.length) return undefined;
    for (const [place, object] of facts.entries()) {
      const other = known[place];
      if (!other || areSame(object, other)) continue;
      for (const kind of [...kindsOf(object), ...kindsOf(other)]) kinds.add(kind);
      isOfOtherKind ||= object.kind !== other.kind;
    }
  }
  return areAlikeAsBefore(readings, before) ? { kinds, isOfOtherKind } : undefined;
}

/** The rules that may say something else of objects that have not changed themselves. */
export function rulesConcerned({ kinds, isOfOtherKind }: ChangedFacts, { rules }: LintOptions): ReadonlySet<Rule> {
  const concerned = new Set<Rule>();
  if (kinds.size === 0) return concerned;
  for (const { rule } of rules) {
    if (!('among' in rule)) continue;
    const asksOtherwise = rule.alsoAsks === 'everything' || (rule.alsoAsks !== undefined && isOfOtherKind);
    if (asksOtherwise || kindsToLookUnder(rule.among).some((kind) => kinds.has(kind))) concerned.add(rule);
  }
  return concerned;
}

/** True where the same objects as before are taken for one, which depends on where they stand. */
function areAlikeAsBefore(readings: readonly DocumentReading[], before: readonly DocumentReading[]): boolean {
  if (readings.every((reading, index) => reading === before[index])) return true;
  const alike = firstAlike(readings.flatMap(({ facts }) => facts));
  const alikeBefore = firstAlike(before.flatMap(({ facts }) => facts));
  return alike.every((first, index) => first === alikeBefore[index]);
}
