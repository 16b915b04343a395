import type { Finding } from '../lint/finding';
import type { LintedText } from '../lint/lint';
import { probeRules } from '../rules/probes/probeRules';
import { resourceRules } from '../rules/resources/resourceRules';
import { pathOf } from '../yaml/field/field';
import { type AppliedFixes, applyFixes } from './applyFixes';

/** What is filled in of a container at once. */
export interface FilledIn extends AppliedFixes {
  readonly title: string;
}

/**
 * All probes and resources that a container lacks, their values left blank, if some of the findings given are about two of
 * them or more.
 */
export function fillInTogether(linted: LintedText, found: readonly Finding[]): FilledIn | undefined {
  const missing = found.find(isMissing);
  const container = missing && containerOf(missing);
  if (!missing || container === undefined) return undefined;
  const all = linted.documents.flatMap(({ document }) => document.findings);
  const wanted = new Set(
    all.filter((finding) => finding.tree === missing.tree && isMissing(finding) && containerOf(finding) === container),
  );
  if (wanted.size < 2) return undefined;
  const { edits, mended } = applyFixes(linted, (finding) => (wanted.has(finding) ? finding.fixes[0] : undefined));
  return mended.length < 2 ? undefined : { title: titleOf(mended), edits, mended };
}

function titleOf(mended: readonly Finding[]): string {
  const probes = mended.filter(({ rule }) => probeRules.includes(rule)).length;
  const what =
    probes === 0 ? 'requests and limits' : probes === mended.length ? 'probes' : 'probes, requests and limits';
  return `Add ${what} (${mended.length} findings; fill in what fits)`;
}

/** True for a probe or a resource that isn't there, and can be written. */
function isMissing({ rule, at, fixes: [best] }: Finding): boolean {
  const isOfContainer = probeRules.includes(rule) || resourceRules.includes(rule);
  return isOfContainer && at?.state === 'absent' && best?.edits.every(({ kind }) => kind === 'set') === true;
}

/** The container that a field is in, told by the way to it. */
function containerOf({ at }: Finding): string | undefined {
  const path = at ? pathOf(at) : [];
  const index = path.findIndex(
    (step, place) => typeof step === 'number' && /[cC]ontainers$/.test(String(path[place - 1])),
  );
  return index < 0 ? undefined : JSON.stringify(path.slice(0, index + 1));
}
