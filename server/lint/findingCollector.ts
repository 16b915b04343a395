import type { ObjectFacts } from '../manifests/facts/objectFacts';
import { withoutShapedSecrets } from '../manifests/secrets/hideSecrets';
import { type Fault, rangeOfFault } from '../rules/rule';
import { rangeOf } from '../yaml/field/field';
import { lineStarts, type OffsetRange, positionAt } from '../yaml/parsing/lines';
import { byPlace } from '../yaml/parsing/ranges';
import type { EnabledRule } from './enabledRule';
import type { Finding, Lack, RelatedObject } from './finding';
import { type LintOptions, sortedRules } from './lintOptions';
import type { ObjectPlace } from './surroundings';

const nothing: readonly never[] = [];

/** Gathers the findings of one document, each finding once however many branches of a template lead to it. */
export interface FindingCollector {
  /** Gives back the finding that the fault is told as, unless it was told before. */
  readonly fault: (enabled: EnabledRule, fault: Fault, lack?: Lack) => Finding | undefined;
  /** Takes over what another collector has told of the same document. */
  readonly keep: (finding: Finding) => void;
  readonly syntax: (range: OffsetRange, message: string) => void;
  /** In the order of the text. */
  readonly findings: () => Finding[];
}

/** What findings may be related to. */
export interface Relatable {
  /** The objects of the linted text. */
  readonly own: readonly ObjectFacts[];
  /** Where objects of other files stand. */
  readonly placeOf?: ((object: ObjectFacts) => ObjectPlace | undefined) | undefined;
}

/** A collector for a document's findings. */
export function findingCollector(
  text: string,
  options: LintOptions,
  relatable: Relatable = { own: nothing },
): FindingCollector {
  const found = new Map<number, Finding[]>();
  let starts: number[] | undefined;
  const keep = (finding: Finding) => {
    const sameStart = found.get(finding.range.start);
    if (sameStart) sameStart.push(finding);
    else found.set(finding.range.start, [finding]);
  };
  const add = (
    { rule, severity }: Pick<EnabledRule, 'rule' | 'severity'>,
    range: OffsetRange,
    fault: Said,
    lack?: Lack,
  ): Finding | undefined => {
    const { start, end } = range;
    const sameStart = found.get(start);
    const message = withoutShapedSecrets(fault.message);
    if (sameStart?.some((other) => other.rule === rule && other.range.end === end && other.message === message))
      return undefined;
    starts ??= lineStarts(text);
    const finding: Finding = {
      rule,
      severity,
      message,
      range,
      start: positionAt(starts, start),
      end: positionAt(starts, end),
      about: fault.about && rangeOf(fault.about),
      insteadOf: fault.insteadOf,
      fixes: fault.at?.isShared ? nothing : (fault.fixes ?? nothing),
      at: fault.at,
      tree: fault.at?.tree,
      ...(lack ? { lack } : {}),
      related: relatedObjects(fault, relatable),
    };
    keep(finding);
    return finding;
  };
  return {
    fault({ rule, severity, isSeverityChosen }, fault, lack) {
      const chosen = isSeverityChosen ? severity : (fault.severity ?? severity);
      return add({ rule, severity: chosen }, rangeOfFault(fault), fault, lack);
    },
    keep,
    syntax(range, message) {
      const { syntax } = sortedRules(options);
      if (syntax) add(syntax, range, { message });
    },
    findings: () => inOrder([...found.values()].flat()),
  };
}

/** A fault, or what is wrong with a text that has no fields. */
type Said = Pick<Fault, 'message' | 'about' | 'insteadOf' | 'fixes' | 'related'> & { readonly at?: Fault['at'] };

function relatedObjects({ related }: Said, { own, placeOf }: Relatable): readonly RelatedObject[] {
  if (!related) return nothing;
  return related.flatMap(({ object, message }): RelatedObject[] => {
    const index = own.indexOf(object);
    if (index >= 0) return [{ index, message }];
    const place = placeOf?.(object);
    return place ? [{ place, message }] : [];
  });
}

/** Sorts findings as they stand in the text. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => byPlace(a.range, b.range));
}
