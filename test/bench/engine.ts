import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import { lint } from '../../server/lint/lint';
import type { LintOptions } from '../../server/lint/lintOptions';
import type { Check, Fault, Rule } from '../../server/rules/rule';
import { findFiles } from '../../server/workspace/disk/walk';
import { median, milliseconds, rounded, table } from './figures';
import { corpusFolder } from './manifests';

const rounds = 5;
const dearest = 5;

/** Lints the corpus in this process, each rule timed; gives back a table of what a parsed document costs. */
export function measuredEngine(): string {
  const answer = optionsFor({ ...emptyConfiguration, profile: 'all' }, 'all.yaml', {
    reportsSyntax: true,
    checksEveryDocument: false,
  });
  if (answer.state === 'excluded') throw new Error('The empty configuration excludes a file.');
  const texts = findFiles([corpusFolder], corpusFolder).files.map(({ path }) => readFileSync(path, 'utf8'));
  const documents = texts.flatMap((text) => lint(text, answer.options).documents);
  const parsed = documents.filter(({ document }) => document.reading.isParsed).length;
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
  const rules = options.rules.map((enabled) => ({ ...enabled, rule: timedRule(enabled.rule, times) }));
  return { options: { ...options, rules }, times };
}

/** The first rule that looks at a part of a manifest pays for what others then find read. */
function timedRule(rule: Rule, times: Map<Rule, number>): Rule {
  const timed =
    <Arguments extends readonly unknown[]>(check: (...parts: Arguments) => Iterable<Fault>) =>
    (...parts: Arguments): Iterable<Fault> => {
      const started = performance.now();
      const faults = [...check(...parts)];
      times.set(rule, (times.get(rule) ?? 0) + performance.now() - started);
      return faults;
    };
  const timedCheck = <Subject>(check: Check<Subject>): Check<Subject> =>
    'check' in check ? { check: timed(check.check) } : { among: check.among, checkAmong: timed(check.checkAmong) };
  switch (rule.looksAt) {
    case 'pod spec':
      return { ...rule, ...timedCheck(rule) };
    case 'container':
      return { ...rule, ...timedCheck(rule) };
    case 'object':
      return { ...rule, ...timedCheck(rule) };
    case 'text':
      // The engine knows this rule by its identity.
      return rule;
  }
}
