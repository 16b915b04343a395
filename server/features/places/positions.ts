import type { Range } from 'vscode-languageserver-types';
import type { Finding } from '../../lint/finding';
import type { LintedText } from '../../lint/lint';
import type { FileOffset } from '../../yaml/parsing/offsets';

/** A finding with the place in the file where its document stands at the moment. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** Lines from 0, characters in UTF-16 units. */
  readonly range: Range;
  /** Where the finding's document starts. */
  readonly documentStart: FileOffset;
}

/** All findings of a text, in its order. */
export function placedFindings(linted: LintedText): PlacedFinding[] {
  return linted.documents.flatMap(({ start, line, document }) =>
    document.findings.map((finding) => ({
      finding,
      documentStart: start,
      range: {
        start: { line: line + finding.start.line, character: finding.start.character },
        end: { line: line + finding.end.line, character: finding.end.character },
      },
    })),
  );
}
