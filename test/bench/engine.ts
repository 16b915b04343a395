import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import { lint } from '../../server/lint/lint';
import type { LintOptions } from '../../server/lint/lintOptions';
import type { CheckAlone, CheckAmong, Fault, Rule } from '../../server/rules/rule';
import { findFiles } from '../../server/workspace/disk/walk';
import { median, milliseconds, rounded, table } from './figures';
import { corpusFolder } from './manifests';

const rounds = 9;
const dearest = 5;

/**
 * Lints the corpus in this process with all rules, and with as many that find nothing, in turn; gives back a table of what
 * a parsed document costs. Reading is what is left when no rule has anything to do.
 */
export function measuredEngine(): string {
  const every = { ...emptyConfiguration, profile: 'all' } as const;
  const answer = optionsFor(every, 'all.yaml', { reportsSyntax: true, checksEveryDocument: false });
  if (answer.state === 'excluded') throw new Error('The empty configuration excludes a file.');
  const { options } = answer;
  const texts = findFiles([corpusFolder], corpusFolder).files.map(({ path }) => readFileSync(path, 'utf8'));
  const documents = texts.flatMap((text) => lint(text, options).documents);
  const parsed = documents.filter(({ document }) => document.reading.isParsed).length;
  const silent = {
    ...options,
    rules: options.rules.map((enabled) => ({ ...enabled, rule: silentRule(enabled.rule) })),
  };
  const totals: number[] = [];
  const readings: number[] = [];
  const timesOfRules = new Map<Rule, number[]>();
  for (let round = 0; round < rounds; round++) {
    readings.push(timeToLint(texts, silent));
    totals.push(timeToLint(texts, options));
    const { options: observed, times } = timed(options);
    for (const text of texts) lint(text, observed);
    for (const [rule, time] of times) timesOfRules.set(rule, [...(timesOfRules.get(rule) ?? []), time]);
  }
  const [total, reading] = [median(totals), median(readings)];
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
        row('reading: splitting, sniffing, masking, parsing, gathering facts', reading),
        row(`all ${timesOfRules.size} rules, and making findings of what they say`, total - reading),
        ...ranked.slice(0, dearest).map(({ rule, time }) => row(`rule ${rule.id}, with the clock's own time`, time)),
      ],
    ),
  ].join('\n');
}

function timeToLint(texts: readonly string[], options: LintOptions): number {
  const started = performance.now();
  for (const text of texts) lint(text, options);
  return performance.now() - started;
}

type Check<Subject> = CheckAlone<Subject> | CheckAmong<Subject>;

/** A rule about the same things that finds nothing. */
function silentRule(rule: Rule): Rule {
  const silent = <Subject>(check: Check<Subject>): Check<Subject> =>
    'check' in check ? { check: () => [] } : { among: check.among, checkAmong: () => [] };
  return withChecks(rule, silent);
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
  return withChecks(rule, (check) =>
    'check' in check ? { check: timed(check.check) } : { among: check.among, checkAmong: timed(check.checkAmong) },
  );
}

/** A rule with another check in place of its own. */
function withChecks(rule: Rule, change: <Subject>(check: Check<Subject>) => Check<Subject>): Rule {
  switch (rule.looksAt) {
    case 'pod spec':
      return { ...rule, ...change(rule) };
    case 'container':
      return { ...rule, ...change(rule) };
    case 'object':
      return { ...rule, ...change(rule) };
    // The engine knows the rule about text by its identity; those of other documents are few.
    default:
      return rule;
  }
}
