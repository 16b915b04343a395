import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Severity } from '../rules/rule';

/** How editors show each severity. */
export const diagnosticSeverity: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
