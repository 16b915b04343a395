import type { Finding } from '../../../server/lint/finding';
import { lint } from '../../../server/lint/lint';
import type { LintOptions } from '../../../server/lint/lintOptions';
import { customWorkloadKinds } from '../../../server/manifests/kinds/customWorkloadKinds';
import { builtInWorkloadKinds } from '../../../server/manifests/kinds/workloadKinds';
import { newestVersion } from '../../../server/manifests/versions/kubernetesVersion';
import { rules } from '../../../server/rules/catalogue';
import type { Rule } from '../../../server/rules/rule';

const knownKinds = [...builtInWorkloadKinds, ...customWorkloadKinds];

/** A finding with the line of the file it starts on, counted from 0. */
export interface FoundAt {
  readonly line: number;
  readonly finding: Finding;
}

/** The few rules that tests of the engine speak of, however many others there are. */
const fewRules = rules.filter(({ profile }) => profile === 'baseline');

/** Options with the rules of the baseline profile, or with other rules. */
export function optionsWith(enabled: readonly Rule[] = fewRules, checksEveryDocument = false): LintOptions {
  return {
    rules: enabled.map((rule) => ({ rule, severity: rule.severity })),
    kubernetesVersion: newestVersion,
    allowedRegistries: [],
    workloadKinds: knownKinds,
    checksEveryDocument,
    honoured: [],
    requiresReasons: false,
  };
}

/** Everything found in a text. */
export function foundIn(text: string, options: LintOptions = optionsWith()): FoundAt[] {
  return lint(text, options).documents.flatMap(({ line, document }) =>
    document.findings.map((finding) => ({ line: line + finding.start.line, finding })),
  );
}

/** What is found in a text, as `rule-id LINE`, the first line being 1. */
export function linesFound(text: string, options?: LintOptions): string[] {
  return foundIn(text, options).map(({ line, finding }) => `${finding.rule.id} ${line + 1}`);
}
