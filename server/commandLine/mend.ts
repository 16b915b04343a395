import { fixText } from '../fixes';
import type { Finding } from '../lint/finding';
import { type LintedText, lint } from '../lint/lint';
import type { LintOptions } from '../lint/lintOptions';
import { type Fix, profiles } from '../rules/rule';
import { type HardenLevel, hardenLevels } from './lintRequest';
import type { Offer } from './report';

/** A text as fixes leave it. */
export interface MendedText {
  readonly text: string;
  readonly linted: LintedText;
  /** How many findings were mended. */
  readonly applied: number;
}

/** More than fixes can wait for each other; only fixes that undo each other would go on for longer. */
const mostRounds = 5;

/** Applies the safe fixes of a text, and the harden fixes of a level if there is one, until there are none left. */
export function mend(text: string, options: LintOptions, harden: HardenLevel | undefined): MendedText {
  let mended: MendedText = { text, linted: lint(text, options), applied: 0 };
  for (let round = 0; round < mostRounds; round++) {
    const fixed = fixText(mended.text, mended.linted, (finding, fix) => isWithin(finding, fix, harden));
    if (fixed.text === mended.text) break;
    const linted = lint(fixed.text, options, mended.linted);
    mended = { text: fixed.text, linted, applied: mended.applied + fixed.applied };
  }
  return mended;
}

/** What `mend` would do, and how far it has to be allowed to go. */
export function offerOf(text: string, linted: LintedText): Offer {
  const strongest = hardenLevels.at(-1);
  const findings = linted.documents.flatMap(({ document }) => document.findings);
  const mendable = findings.filter((finding) => finding.fixes.some((fix) => isWithin(finding, fix, strongest)));
  if (mendable.length === 0) return { count: 0, harden: undefined };
  const { applied } = fixText(text, linted, (finding, fix) => isWithin(finding, fix, strongest));
  const levels = [undefined, ...hardenLevels];
  const harden = levels.find((level) =>
    mendable.every((finding) => finding.fixes.some((fix) => isWithin(finding, fix, level))),
  );
  return { count: applied, harden };
}

function isWithin({ rule }: Finding, fix: Fix, harden: HardenLevel | undefined): boolean {
  if (fix.class === 'safe') return true;
  return fix.class === 'harden' && harden !== undefined && profiles.indexOf(rule.profile) <= profiles.indexOf(harden);
}
