import type { ObjectFacts } from '../manifests/facts/objectFacts';
import { withoutShapedSecrets } from '../manifests/secrets/hideSecrets';
import type { Fault } from '../rules/rule';
import { rangeOf } from '../yaml/field';
import { lineStarts, type OffsetRange, positionAt } from '../yaml/lines';
import type { Finding } from './finding';
import { type EnabledRule, type LintOptions, sortedRules } from './lintOptions';

/** Gathers the findings of one document, each once however many branches of a template lead to it. */
export interface FindingCollector {
  readonly fault: (enabled: EnabledRule, fault: Fault) => void;
  readonly syntax: (range: OffsetRange, message: string) => void;
  /** In the order of the text. */
  readonly findings: () => Finding[];
}

/**
 * A collector for a document's findings.
 *
 * @param objects what findings may be related to
 */
export function findingCollector(
  text: string,
  options: LintOptions,
  objects: readonly ObjectFacts[] = [],
): FindingCollector {
  const found = new Map<number, Finding[]>();
  let starts: number[] | undefined;
  const add = ({ rule, severity }: Pick<EnabledRule, 'rule' | 'severity'>, range: OffsetRange, fault: Said) => {
    const { start, end } = range;
    const sameStart = found.get(start);
    const message = withoutShapedSecrets(fault.message);
    if (sameStart?.some((other) => other.rule === rule && other.range.end === end && other.message === message)) return;
    starts ??= lineStarts(text);
    const finding: Finding = {
      rule,
      severity,
      message,
      range,
      start: positionAt(starts, start),
      end: positionAt(starts, end),
      fixes: fault.at?.isShared ? nothing : (fault.fixes ?? nothing),
      tree: fault.at?.tree,
      related: relatedObjects(fault, objects),
    };
    if (sameStart) sameStart.push(finding);
    else found.set(start, [finding]);
  };
  return {
    fault({ rule, severity, isSeverityChosen }, fault) {
      const chosen = isSeverityChosen ? severity : (fault.severity ?? severity);
      add({ rule, severity: chosen }, fault.range ?? rangeOf(fault.at), fault);
    },
    syntax(range, message) {
      const { syntax } = sortedRules(options);
      if (syntax) add(syntax, range, { message });
    },
    findings: () => inOrder([...found.values()].flat()),
  };
}

const nothing: readonly never[] = [];

/** A fault, or what is wrong with a text that has no fields. */
type Said = Pick<Fault, 'message' | 'fixes' | 'related'> & { readonly at?: Fault['at'] };

function relatedObjects({ related }: Said, objects: readonly ObjectFacts[]): Finding['related'] {
  if (!related) return nothing;
  return related.flatMap(({ object, message }) => {
    const index = objects.indexOf(object);
    return index < 0 ? [] : [{ index, message }];
  });
}

/** Findings in the order of the text. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
