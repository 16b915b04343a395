import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../../lint/finding';
import { placeByField } from '../../lint/fingerprints/placeByField';
import type { LintedText, PlacedDocument } from '../../lint/lint';
import { readOnce } from '../../readOnce';
import { numberAt } from '../../unknownJson';
import { areSamePositions } from '../../yaml/parsing/ranges';
import { diagnosticSource } from './diagnosticSource';
import type { PlacedFinding } from './positions';

/** What a diagnostic carries, so that actions know its finding again wherever an edit has moved it. */
export interface DiagnosticData {
  readonly finding: number;
}

/** What tells each finding of a text from all others: its rule and its field, and which one it is of those that look alike. */
export const findingKeys: (linted: LintedText) => ReadonlyMap<Finding, number> = readOnce(({ documents }) => {
  const seen = new Map<number, number>();
  const keys = new Map<Finding, number>();
  for (const { document } of documents) {
    const placeOf = placesIn(document);
    for (const finding of document.findings) {
      const alike = placeOf(finding);
      const before = seen.get(alike) ?? 0;
      seen.set(alike, before + 1);
      keys.set(finding, alike + before);
    }
  }
  return keys;
});

/** What stands in an unchanged document is told once. */
const placesIn = readOnce(({ reading }: PlacedDocument['document']) =>
  readOnce(({ rule, at, message }: Finding) => digest(`${rule.id}\n${at ? placeByField(at, reading.text) : message}`)),
);

/** 52 bits of a text, by FNV-1a: thousands of diagnostics carry one, with every keystroke. */
function digest(text: string): number {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}

/** The diagnostics of an editor that show a finding: those that carry its key, or stand where it does if they carry none. */
export function diagnosticsAbout(
  { finding, range }: Pick<PlacedFinding, 'finding' | 'range'>,
  linted: LintedText,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  return diagnostics.filter(({ source, code, data, range: shown }) => {
    if (source !== diagnosticSource || code !== finding.rule.id) return false;
    return isDiagnosticData(data) ? data.finding === findingKeys(linted).get(finding) : areSamePositions(shown, range);
  });
}

function isDiagnosticData(data: unknown): data is DiagnosticData {
  return numberAt(data, 'finding') !== undefined;
}
