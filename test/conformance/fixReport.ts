import type { Finding } from '../../server/lint/finding';
import type { PlacedDocument } from '../../server/lint/lint';
import type { Fix } from '../../server/rules/rule';
import type { Proof } from './fixProof';

/** What is known of the fixes of one rule. */
export interface RuleCount {
  findings: number;
  /** Findings whose fixes were tried. */
  proved: number;
  /** Findings in block style to which the rule gives a fix. */
  fixable: number;
  /** Those of them for which at least one could be written. */
  offered: number;
  failed: number;
}

/** Counts, for each rule, findings, fixes that are offered, and fixes that fail. */
export class FixReport {
  readonly failures: string[] = [];
  readonly refusals: string[] = [];
  readonly #counts = new Map<string, RuleCount>();
  readonly #offered = new Set<Finding>();
  readonly #fixable = new Set<Finding>();

  countOf({ rule }: Finding): RuleCount {
    let count = this.#counts.get(rule.id);
    if (!count) {
      count = { findings: 0, proved: 0, fixable: 0, offered: 0, failed: 0 };
      this.#counts.set(rule.id, count);
    }
    count.findings++;
    return count;
  }

  add(name: string, finding: Finding, fix: Fix, { document }: PlacedDocument, proof: Proof): void {
    const count = this.#counts.get(finding.rule.id);
    if (!count) return;
    if (finding.fixes[0] === fix) count.proved++;
    if (!/^\s*[{[](?!\{)/m.test(document.text) && !this.#fixable.has(finding)) {
      this.#fixable.add(finding);
      count.fixable++;
    }
    const where = `${name}, line ${finding.start.line + 1} of its document, ${finding.rule.id}, "${fix.title}"`;
    if (proof.outcome === 'not offered') this.refusals.push(where);
    if (proof.outcome !== 'not offered' && this.#fixable.has(finding) && !this.#offered.has(finding)) {
      this.#offered.add(finding);
      count.offered++;
    }
    if (proof.outcome === 'failed') {
      count.failed++;
      this.failures.push(`${where}: ${proof.reason}`);
    }
  }

  /** Of the findings in block style of rules that have a fix, the share for which one is offered. */
  get offeredShare(): number {
    const all = [...this.#counts.values()];
    const sum = (of: 'fixable' | 'offered') => all.reduce((total, count) => total + count[of], 0);
    return sum('fixable') === 0 ? 1 : sum('offered') / sum('fixable');
  }

  table(): string {
    const rows = [...this.#counts].map(([id, count]) => [id, ...Object.values(count)].map(String));
    const table = [['rule', 'findings', 'tried', 'fixable', 'offered', 'failed'], ...rows];
    const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
    return table
      .map((row) =>
        row
          .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
          .join('  '),
      )
      .map((line) => `      ${line}`)
      .join('\n');
  }
}
