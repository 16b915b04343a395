import type { Finding } from '../lint/finding';
import { type Fix, profiles } from '../rules/rule';
import type { FixChoice } from './applyFixes';

/** The profiles whose gaps can be closed in one go. */
export const hardenLevels = ['baseline', 'restricted'] as const;

/** A profile whose gaps can be closed in one go. */
export type HardenLevel = (typeof hardenLevels)[number];

/** Chooses safe fixes, and the harden fixes of a level if there is one. */
export function fixesWithin(level: HardenLevel | undefined): FixChoice {
  return (finding) => finding.fixes.find((fix) => isWithin(finding, fix, level));
}

function isWithin({ rule }: Finding, fix: Fix, level: HardenLevel | undefined): boolean {
  if (fix.class === 'safe') return true;
  return fix.class === 'harden' && level !== undefined && isOfLevel(rule.profile, level);
}

/** True for a finding that a level asks to be mended. */
export function isOfLevel(profile: Finding['rule']['profile'], level: HardenLevel): boolean {
  return profiles.indexOf(profile) <= profiles.indexOf(level);
}
