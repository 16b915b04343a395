import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
} from 'vscode-languageserver-types';
import type { ConfigurationProblem } from '../../configuration/configuration';
import { globFault, matcherOf } from '../../configuration/globs';
import { readConfiguration, writtenBaseline } from '../../configuration/readConfiguration';
import { diagnosticSource } from '../../features/places/diagnosticSource';
import { isAboutSkipped } from '../../workspace/filesBelow';
import type { OffsetRange } from '../../yaml/parsing/lines';
import { lineStarts, positionAt } from '../../yaml/parsing/lines';
import { positionsTouch } from '../../yaml/parsing/ranges';
import { missingInCharts } from './chartFaults';
import type { ConfigurationContext } from './configurationContext';
import { writtenGlobs } from './placeAt';

/** What can't be meant in a configuration, and globs that mean nothing; what a schema says is left to it. */
export async function configurationDiagnostics(
  text: string,
  { hasSchemas, filesBelow, baselineFault }: Omit<ConfigurationContext, 'rulePages' | 'asksAgain' | 'registries'>,
): Promise<Diagnostic[]> {
  const rangeOf = ranges(text);
  const problems = readConfiguration(text).problems.filter(({ isFormal }) => !(isFormal && hasSchemas));
  const idle = await idleGlobs(text, filesBelow);
  const missing = await missingInCharts(text, filesBelow);
  const baseline = writtenBaseline(text);
  const fault = baseline && (await baselineFault(baseline.named));
  return [
    ...problems.map((problem) => ({
      range: rangeOf(problem),
      severity: DiagnosticSeverity.Warning,
      source: diagnosticSource,
      message: problem.message,
    })),
    ...(baseline && fault !== undefined
      ? [
          {
            range: rangeOf(baseline.range),
            severity: DiagnosticSeverity.Warning,
            source: diagnosticSource,
            message: `baseline: ${JSON.stringify(baseline.named)} ${fault}`,
          },
        ]
      : []),
    ...missing.flatMap(({ range, message, isIdle }) =>
      isIdle
        ? []
        : [{ range: rangeOf(range), severity: DiagnosticSeverity.Warning, source: diagnosticSource, message }],
    ),
    ...[...idle, ...missing.filter(({ isIdle }) => isIdle)].map(({ message, range }) => ({
      range: rangeOf(range),
      severity: DiagnosticSeverity.Hint,
      tags: [DiagnosticTag.Unnecessary],
      source: diagnosticSource,
      message,
    })),
  ];
}

/** How often a glob is held against a file: to tell of globs that mean nothing, nobody waits. */
const mostMatches = 500_000;

async function idleGlobs(text: string, filesBelow: ConfigurationContext['filesBelow']) {
  const globs = writtenGlobs(text).filter(({ glob }) => globFault(glob) === undefined && !isAboutSkipped(glob));
  const known = globs.length > 0 ? await filesBelow() : undefined;
  if (!known?.isComplete || globs.length * known.paths.length > mostMatches) return [];
  return globs
    .filter(({ glob }) => !known.paths.some(matcherOf([glob])))
    .map(({ glob, range }) => ({ range, message: `${JSON.stringify(glob)} means no file that is here now` }));
}

/** Quick-fixes for what was probably meant by unknown words, whoever reports them. */
export function configurationActions(
  uri: string,
  text: string,
  requested: Range,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const rangeOf = ranges(text);
  return readConfiguration(text).problems.flatMap((problem: ConfigurationProblem): CodeAction[] => {
    const range = rangeOf(problem);
    if (problem.meant === undefined || !positionsTouch(range, requested)) return [];
    return [
      {
        title: `Change to "${problem.meant}"`,
        kind: CodeActionKind.QuickFix,
        diagnostics: diagnostics.filter((diagnostic) => positionsTouch(diagnostic.range, range)),
        isPreferred: true,
        edit: { changes: { [uri]: [{ range, newText: problem.meant }] } },
      },
    ];
  });
}

function ranges(text: string): (range: OffsetRange) => Range {
  const starts = lineStarts(text);
  return ({ start, end }) => ({ start: positionAt(starts, start), end: positionAt(starts, end) });
}
