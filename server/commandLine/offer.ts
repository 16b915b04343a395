import type { FixChoice } from '../fixes/applyFixes';
import { fixesWithin, hardenLevels } from '../fixes/hardening';
import type { Finding } from '../lint/finding';
import type { Offer } from './report';

/**
 * What fixing can do at most, and how far it has to be allowed to go. Trying each fix out would tell exactly, and take
 * an eighth of the whole run.
 *
 * @param done what was fixed as far as it could be
 */
export function offerOf(findings: readonly Finding[], done?: FixChoice): Offer {
  const strongest = fixesWithin(hardenLevels.at(-1));
  const mendable = findings.filter((finding) => strongest(finding) !== undefined && !done?.(finding));
  if (mendable.length === 0) return { count: 0, harden: undefined };
  const levels = [undefined, ...hardenLevels];
  const harden = levels.find((level) => mendable.every((finding) => fixesWithin(level)(finding) !== undefined));
  return { count: mendable.length, harden };
}
