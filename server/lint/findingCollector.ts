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
  const add = (finding: Omit<Finding, 'start' | 'end'>) => {
    const { start, end } = finding.range;
    const sameStart = found.get(start) ?? [];
    const message = withoutShapedSecrets(finding.message);
    if (
      sameStart.some((other) => other.rule === finding.rule && other.range.end === end && other.message === message)
    ) {
      return;
    }
    starts ??= lineStarts(text);
    sameStart.push({ ...finding, message, start: positionAt(starts, start), end: positionAt(starts, end) });
    found.set(start, sameStart);
  };
  return {
    fault(
      { rule, severity, isSeverityChosen },
      { at, range = rangeOf(at), message, fixes = [], related = [], ...fault },
    ) {
      add({
        rule,
        severity: isSeverityChosen ? severity : (fault.severity ?? severity),
        message,
        range,
        fixes: at.isShared ? [] : fixes,
        tree: at.tree,
        related: related.flatMap(({ object, message: about }) => {
          const index = objects.indexOf(object);
          return index < 0 ? [] : [{ index, message: about }];
        }),
      });
    },
    syntax(range, message) {
      const { syntax } = sortedRules(options);
      if (!syntax) return;
      const { rule, severity } = syntax;
      add({ rule, severity, message, range, fixes: [], tree: undefined, related: [] });
    },
    findings: () => inOrder([...found.values()].flat()),
  };
}

/** Findings in the order of the text. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
