import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { findFiles } from '../../server/commandLine/walk';
import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import { type LintOptions, lint } from '../../server/lint';
import type { Fault, Rule } from '../../server/rules/rule';
import { median, milliseconds, rounded, table } from './figures';
import { corpusFolder } from './manifests';

const rounds = 5;
const dearest = 5;

/** Lints the corpus in this process, each rule timed; gives back a table of what a parsed document costs. */
export function measuredEngine(): string {
  const answer = optionsFor(emptyConfiguration, 'all.yaml', { reportsSyntax: true, checksEveryDocument: false });
  if (answer.state === 'excluded') throw new Error('The empty configuration excludes a file.');
  const texts = findFiles([corpusFolder], corpusFolder).files.map(({ path }) => readFileSync(path, 'utf8'));
  const documents = texts.flatMap((text) => lint(text, answer.options).documents);
  const parsed = documents.filter(({ document }) => document.isParsed).length;
  const totals: number[] = [];
  const ruleTotals: number[] = [];
  const timesOfRules = new Map<Rule, number[]>();
  for (let round = 0; round < rounds; round++) {
    const { options, times } = timed(answer.options);
    const started = performance.now();
    for (const text of texts) lint(text, options);
    totals.push(performance.now() - started);
    ruleTotals.push([...times.values()].reduce((sum, time) => sum + time, 0));
    for (const [rule, time] of times) timesOfRules.set(rule, [...(timesOfRules.get(rule) ?? []), time]);
  }
  const [total, ruleTotal] = [median(totals), median(ruleTotals)];
  const row = (title: string, time: number) => [
    title,
    milliseconds(time),
    `${rounded((time / parsed) * 1000)} µs`,
    `${rounded((time / total) * 100)} %`,
  ];
  const ranked = [...timesOfRules].map(([rule, times]) => ({ rule, time: median(times) }));
  ranked.sort((a, b) => b.time - a.time);
  return [
    `### Inside the engine, one thread of Node ${process.version}: ${documents.length} documents, ${parsed} of them parsed (median of ${rounds})\n`,
    table(
      ['', 'whole corpus', 'a parsed document', 'share'],
      [
        row('everything', total),
        row('reading: splitting, sniffing, masking, parsing', total - ruleTotal),
        row(`all ${timesOfRules.size} rules`, ruleTotal),
        ...ranked.slice(0, dearest).map(({ rule, time }) => row(`rule ${rule.id}`, time)),
      ],
    ),
  ].join('\n');
}

/** The same options with rules that add up how long they take, in milliseconds. */
function timed(options: LintOptions): { options: LintOptions; times: Map<Rule, number> } {
  const times = new Map<Rule, number>();
  /** The first rule that looks at a part of a manifest pays for what others then find read. */
  const timing =
    <Part, Context>(rule: Rule, check: (part: Part, context: Context) => Iterable<Fault>) =>
    (part: Part, context: Context): Iterable<Fault> => {
      const started = performance.now();
      const faults = [...check(part, context)];
      times.set(rule, (times.get(rule) ?? 0) + performance.now() - started);
      return faults;
    };
  const rules = options.rules.map((enabled) => ({ ...enabled, rule: timedRule(enabled.rule, timing) }));
  return { options: { ...options, rules }, times };
}

function timedRule(
  rule: Rule,
  timing: <Part, Context>(
    rule: Rule,
    check: (part: Part, context: Context) => Iterable<Fault>,
  ) => (part: Part, context: Context) => Iterable<Fault>,
): Rule {
  switch (rule.looksAt) {
    case 'pod spec':
      return { ...rule, check: timing(rule, rule.check) };
    case 'container':
      return { ...rule, check: timing(rule, rule.check) };
    case 'object':
      return { ...rule, check: timing(rule, rule.check) };
    case 'text':
      // The engine knows this rule by its identity.
      return rule;
  }
}
