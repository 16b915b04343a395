import type { FixAnswer, FixOptions, LintAnswer, LintOptions, Rule, TextFile } from './engine/contract';
import { fixedFiles } from './engine/fixedFiles';
import { judgeFiles } from './engine/judgeFiles';
import { lintedFiles } from './engine/lintedFiles';
import { described } from './engine/ruleDescription';
import { rules as allRules } from './rules/catalogue';

export type * from './engine/contract';

/**
 * Lints files that are in memory, as the command line lints a folder that holds them: each is judged among the others, and a
 * `.seaworthy.yaml` among them has its say. Nothing is read from a disk.
 *
 * @param files manifests and other files that Seaworthy knows, with their configurations and baselines
 */
export async function lint(files: readonly TextFile[], options: LintOptions = {}): Promise<LintAnswer> {
  const judged = await judgeFiles(files, options);
  return { files: lintedFiles(judged), problems: judged.problems };
}

/**
 * Mends files that are in memory: gives back new texts, and what `lint` finds in them. Only safe fixes are applied, unless
 * `harden` says how far to go. Nothing is written to a disk.
 *
 * @param files as for `lint`
 */
export async function fix(files: readonly TextFile[], options: FixOptions = {}): Promise<FixAnswer> {
  return fixedFiles(files, options);
}

/** Every rule, in the order in which documentation lists them. */
export const rules: readonly Rule[] = allRules.map(described);
