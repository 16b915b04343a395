import assert from 'node:assert/strict';
import { fixEdits } from '../../../server/fixes/applyFixes';
import type { Finding } from '../../../server/lint/finding';
import { lint } from '../../../server/lint/lint';
import type { LintOptions } from '../../../server/lint/lintOptions';
import { customWorkloadKinds } from '../../../server/manifests/kinds/customWorkloadKinds';
import { builtInWorkloadKinds } from '../../../server/manifests/kinds/workloadKinds';
import { newestVersion } from '../../../server/manifests/versions/kubernetesVersion';
import { rules as catalogue } from '../../../server/rules/catalogue';
import { type Profile, profiles, type Rule } from '../../../server/rules/rule';
import { applyTextEdits } from '../../../server/yaml/write/renderEdits';

const knownKinds = [...builtInWorkloadKinds, ...customWorkloadKinds];

/** What a manifest is linted for; left out, the profile is baseline and the version the newest. */
export interface LintedFor {
  readonly profile?: Profile;
  /** The rules to lint with in place of a profile. */
  readonly rules?: readonly Rule[];
  /** The minor number of a Kubernetes version. */
  readonly version?: number;
  readonly allowedRegistries?: readonly string[];
}

/** A finding with the line that it starts on, counted from 0 in the whole text. */
export interface LocatedFinding {
  readonly line: number;
  /** Where its document begins. UTF-16 offset in the whole text. */
  readonly start: number;
  readonly finding: Finding;
}

/** What is found in a text, in its order. */
export function findingsIn(text: string, linted: LintedFor = {}): LocatedFinding[] {
  return lint(text, optionsFor(linted)).documents.flatMap(({ line, start, document }) =>
    document.findings.map((finding) => ({ line: line + finding.start.line, start, finding })),
  );
}

/**
 * Lints a manifest in which every line that a rule shall report on ends with `# ← rule-id`, the ids separated by
 * commas, one for each finding. Fails if anything else is found, and shows where.
 */
export function assertMarked(manifest: string, linted: LintedFor = {}): void {
  const lines = manifest.split('\n');
  const expected = lines.map(marksOf);
  const actual: string[][] = lines.map(() => []);
  for (const { line, finding } of findingsIn(manifest, linted)) actual[line]?.push(finding.rule.id);
  for (const ids of actual) ids.sort();
  assert.ok(
    lines.every((_, index) => String(expected[index]) === String(actual[index])),
    `The findings are not those that the manifest marks:\n\n${sideBySide(lines, expected, actual)}`,
  );
}

/** A manifest after a fix of its only finding: the first one, or the one whose title begins with some words. */
export function fixed(manifest: string, titleStart = '', linted: LintedFor = {}): string {
  const found = findingsIn(manifest, linted);
  const [first] = found;
  assert.ok(first && found.length === 1, `There are ${found.length} findings instead of one in\n${manifest}`);
  const { fixes } = first.finding;
  const fix = fixes.find(({ title }) => title.startsWith(titleStart));
  assert.ok(
    fix,
    `No fix begins with "${titleStart}": ${fixes.map(({ title }) => title).join('; ') || 'there is none'}`,
  );
  const edits = fixEdits(first.finding, fix);
  assert.ok(edits, `The fix "${fix.title}" can't be applied to\n${manifest}`);
  return manifest.slice(0, first.start) + applyTextEdits(manifest.slice(first.start), edits);
}

function optionsFor({
  profile = 'baseline',
  rules = rulesOf(profile),
  version = newestVersion,
  allowedRegistries = [],
}: LintedFor): LintOptions {
  return {
    rules: rules.map((rule) => ({ rule, severity: rule.severity })),
    kubernetesVersion: version,
    allowedRegistries,
    workloadKinds: knownKinds,
    checksEveryDocument: false,
    honoured: [],
    requiresReasons: false,
  };
}

function rulesOf(profile: Profile): Rule[] {
  const enabled = profiles.slice(0, profiles.indexOf(profile) + 1);
  return catalogue.filter((rule) => enabled.includes(rule.profile));
}

function marksOf(line: string): string[] {
  const marks = /# ← (.+)$/.exec(line)?.[1] ?? '';
  return marks
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
    .sort();
}

function sideBySide(lines: readonly string[], expected: readonly string[][], actual: readonly string[][]): string {
  const rows = lines.map((line, index) => {
    const [wanted = '', found = ''] = [expected[index]?.join(', '), actual[index]?.join(', ')];
    return [wanted === found ? ' ' : '≠', wanted, found, line.replace(/\s*# ← .*$/, '')];
  });
  const table = [[' ', 'expected', 'found', ''], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' │ ')).join('\n');
}
