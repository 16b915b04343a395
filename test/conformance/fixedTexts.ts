import { applyFixes, fixEdits } from '../../server/fixes/applyFixes';
import { fixesWithin } from '../../server/fixes/hardening';
import { mend } from '../../server/fixes/mend';
import { type LintedText, lint } from '../../server/lint/lint';
import type { LintOptions } from '../../server/lint/lintOptions';
import { applyTextEdits } from '../../server/yaml/write/renderEdits';

/** A text as fixes leave it. */
export interface FixedText {
  /** The fixes: a rule and a title, or what was asked for. */
  readonly what: string;
  /** The rule whose fix it is; undefined for several together. */
  readonly rule: string | undefined;
  readonly text: string;
}

/** A text hardened to each level, as `--fix` does it. */
export function hardenedTexts(text: string, options: LintOptions): FixedText[] {
  const linted = lint(text, options);
  return ([undefined, 'baseline', 'restricted'] as const).flatMap((level) => {
    const mended = mend(text, linted, fixesWithin(level));
    const what = level === undefined ? '--fix' : `--fix --harden ${level}`;
    return mended.text === text ? [] : [{ what, rule: undefined, text: mended.text }];
  });
}

/** A text with each fix that is offered for it alone, and with all fixes of the same rule and title together. */
export function singlyFixedTexts(text: string, options: LintOptions): FixedText[] {
  const linted = lint(text, options);
  const fixed = new Map<string, FixedText>();
  for (const { start, document } of linted.documents) {
    for (const finding of document.findings) {
      for (const fix of finding.fixes) {
        const edits = fixEdits(finding, fix)?.map((edit) => ({
          ...edit,
          start: start + edit.start,
          end: start + edit.end,
        }));
        const changed = edits && applyTextEdits(text, edits);
        if (changed === undefined || fixed.has(changed)) continue;
        fixed.set(changed, { what: `${finding.rule.id}, "${fix.title}"`, rule: finding.rule.id, text: changed });
      }
    }
  }
  for (const together of ofOneRule(text, linted)) if (!fixed.has(together.text)) fixed.set(together.text, together);
  return [...fixed.values()];
}

function ofOneRule(text: string, linted: LintedText): FixedText[] {
  const rules = new Set(linted.documents.flatMap(({ document }) => document.findings.map(({ rule }) => rule)));
  return [...rules].map((rule) => {
    const { edits } = applyFixes(linted, (finding) => (finding.rule === rule ? finding.fixes[0] : undefined));
    return { what: `all of ${rule.id}`, rule: rule.id, text: applyTextEdits(text, edits) };
  });
}
