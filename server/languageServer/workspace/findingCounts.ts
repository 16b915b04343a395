import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { FindingCounts } from '../../protocol/workspace';

/** Counts the findings of files by their severity. */
export interface FindingCounter {
  readonly set: (uri: string, diagnostics: readonly Diagnostic[]) => void;
  readonly delete: (uri: string) => void;
  readonly clear: () => void;
  readonly has: (uri: string) => boolean;
  readonly uris: () => Iterable<string>;
  readonly counts: () => { readonly filesWithFindings: number; readonly findings: FindingCounts };
}

/** A counter of no findings. */
export function findingCounter(): FindingCounter {
  const ofFiles = new Map<string, FindingCounts>();
  return {
    set(uri, diagnostics) {
      if (diagnostics.length === 0) ofFiles.delete(uri);
      else ofFiles.set(uri, countsOf(diagnostics));
    },
    delete: (uri) => void ofFiles.delete(uri),
    clear: () => ofFiles.clear(),
    has: (uri) => ofFiles.has(uri),
    uris: () => ofFiles.keys(),
    counts() {
      const findings = { error: 0, warning: 0, information: 0, hint: 0 };
      for (const { error, warning, information, hint } of ofFiles.values()) {
        findings.error += error;
        findings.warning += warning;
        findings.information += information;
        findings.hint += hint;
      }
      return { filesWithFindings: ofFiles.size, findings };
    },
  };
}

function countsOf(diagnostics: readonly Diagnostic[]): FindingCounts {
  const of = (severity: DiagnosticSeverity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    error: of(DiagnosticSeverity.Error),
    warning: of(DiagnosticSeverity.Warning),
    information: of(DiagnosticSeverity.Information),
    hint: of(DiagnosticSeverity.Hint),
  };
}
