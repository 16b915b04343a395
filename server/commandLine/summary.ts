import { type HardenLevel, hardenLevels } from '../fixes/hardening';
import { type Severity, severities } from '../rules/rule';
import type { FileReport, Outcome } from './report';

/** The last line of a run: what was found, what was mended, and what could be. */
export function summaryOf(reports: readonly FileReport[], fixes: 'left' | 'written' | 'shown'): string {
  const linted = reports.map(({ outcome }) => outcome).filter(isLinted);
  const found = linted.flatMap(({ findings }) => findings);
  const parts = [fixed(linted, fixes), findings(linted, found), offered(linted)];
  const sentence = parts.filter((part) => part !== '').join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}\n`;
}

type Linted = Extract<Outcome, { state: 'linted' }>;

function isLinted(outcome: Outcome): outcome is Linted {
  return outcome.state === 'linted';
}

function findings(linted: readonly Linted[], found: readonly { readonly severity: Severity }[]): string {
  const files = counted(linted.length, 'file');
  if (found.length === 0) return linted.length === 0 ? 'no files to check' : `no findings in ${files}`;
  const counts = severities.flatMap((severity) => {
    const count = found.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, nouns[severity])];
  });
  const withFindings = linted.filter((outcome) => outcome.findings.length > 0).length;
  return `${enumerated(counts)} in ${withFindings === linted.length ? files : `${withFindings} of ${files}`}`;
}

function fixed(linted: readonly Linted[], fixes: 'left' | 'written' | 'shown'): string {
  if (fixes === 'left') return '';
  const changed = linted.filter(({ mending }) => (mending?.applied ?? 0) > 0);
  const applied = changed.reduce((sum, { mending }) => sum + (mending?.applied ?? 0), 0);
  if (applied === 0) return 'nothing to fix';
  const done = `${counted(applied, 'finding')} in ${counted(changed.length, 'file')}`;
  return fixes === 'written' ? `fixed ${done}` : `would fix ${done}`;
}

function offered(linted: readonly Linted[]): string {
  const offers = linted.map(({ offer }) => offer).filter(({ count }) => count > 0);
  if (offers.length === 0) return '';
  const count = offers.reduce((sum, offer) => sum + offer.count, 0);
  const strength = (level: HardenLevel | undefined) => (level ? hardenLevels.indexOf(level) : -1);
  const level = hardenLevels[Math.max(...offers.map(({ harden }) => strength(harden)))];
  return `${count === 1 ? '' : 'up to '}${count} can be fixed with --fix${level ? ` --harden ${level}` : ''}`;
}

const nouns: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function enumerated(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
