import { fixesWithin } from '../fixes/hardening';
import { mendFile } from '../fixes/mendFile';
import { type LintedText, lint } from '../lint/lint';
import { shownOf } from '../workspace/judge/judgedFile';
import { sha256 } from '../workspace/portableHash';
import type { FixAnswer, FixOptions, TextFile } from './contract';
import { type JudgedFile, judgeFiles } from './judgeFiles';
import { lintedFile } from './lintedFiles';

/** Mends files, and judges them anew: what was mended in one may be told of another. */
export async function fixedFiles(files: readonly TextFile[], options: FixOptions): Promise<FixAnswer> {
  const before = await judgeFiles(files, options);
  const fixed = new Map(before.files.map((file) => [file.uri, fixedFile(file, options)]));
  const isSame = before.files.every(({ uri, given }) => fixed.get(uri)?.text === given.text);
  const mended = new Map(before.files.map(({ uri, given }) => [given, fixed.get(uri)?.text ?? given.text]));
  const after = isSame
    ? before
    : await judgeFiles(
        files.map((file) => ({ ...file, text: mended.get(file) ?? file.text })),
        options,
      );
  return {
    files: after.files.map((file) => {
      const { text, count, refusal } = fixed.get(file.uri) ?? { text: file.given.text, count: 0, refusal: null };
      return { ...lintedFile(file, after.nameOf), text, fixed: count, refusal };
    }),
    problems: after.problems,
  };
}

/** A file as its own fixes leave it. */
interface MendedText {
  readonly text: string;
  readonly count: number;
  readonly refusal: string | null;
}

function fixedFile({ given: { text }, uri, linted, quiet, isSound }: JudgedFile, { harden }: FixOptions): MendedText {
  if (!isSound) return { text, count: 0, refusal: 'was not fixed, since its configuration has mistakes' };
  const shown = (found: LintedText) => shownOf(found, quiet, sha256);
  const whole = quiet ? lint({ name: uri, text }, linted.options, undefined, linted.surroundings) : linted;
  const after = mendFile(text, whole, fixesWithin(harden), shown);
  if (after.state === 'refused') return { text, count: 0, refusal: after.reason };
  return { text: after.text, count: after.mended.length, refusal: null };
}
