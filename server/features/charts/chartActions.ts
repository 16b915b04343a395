import {
  type CodeAction,
  CodeActionKind,
  type Command,
  type Diagnostic,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import {
  explainCommand,
  type FindingsParams,
  ignoreFindingCommand,
  type SilenceableFinding,
} from '../../protocol/actions';
import { type RuleSettingParams, setRuleCommand } from '../../protocol/configuration';
import { configurationFile } from '../../protocol/starting';
import { type ChartFix, fixesOf } from '../../rendering/judging/fixes/chartFixes';
import { chartSilencing } from '../../rendering/judging/fixes/chartSilencing';
import type { PlacedFinding } from '../../rendering/judging/judgeChart';
import { inWholeFile } from '../../rendering/judging/places';
import { severities } from '../../rules/rule';
import type { ShownChart } from '../../workspace/charts/judgedCharts';
import { joined } from '../../workspace/uris';
import { lineStarts, positionAt } from '../../yaml/parsing/lines';
import { touch } from '../../yaml/parsing/ranges';
import { diagnosticSource } from '../places/diagnosticSource';
import { type EditedDocument, placedTexts } from '../places/editedDocument';

/** What is asked of a file that a chart is rendered with. */
export interface ChartActionQuery {
  readonly uri: string;
  readonly range: Range;
  /** The same in offsets of the file. */
  readonly selection: { readonly start: number; readonly end: number };
  readonly diagnostics: readonly Diagnostic[];
  /** A file as it stands in the editor or was read, under the name that the client knows; undefined for one that can't be had. */
  readonly fileNamed: (uri: string) => { readonly uri: string; readonly text: string } | undefined;
  /** Whether the client has the commands that actions name. */
  readonly hasCommands: boolean;
  /** Whether a configuration file has the say over the file. */
  readonly isGoverned: boolean;
}

/** Each fix of a chart is proven by rendering the chart with all of its values sets. */
const mostFindings = 6;

/** What mends the findings that a chart shows in a selection, in whichever of its files, and what else can be done about them. */
export function chartActions(
  { chart, judged, folder }: ShownChart,
  placed: readonly PlacedFinding[],
  query: ChartActionQuery,
): CodeAction[] {
  const found = differentIn(placed, query.selection);
  const rules = [...new Set(found.map(({ finding }) => finding.rule))];
  const fixes = found.slice(0, mostFindings).flatMap((one) => {
    const diagnostics = diagnosticsOf([one.finding.rule.id], query.diagnostics);
    return fixesOf(chart, judged, one).flatMap((fix, index): CodeAction[] => {
      const changes = changesOf(fix.files, folder, query.fileNamed);
      if (!changes) return [];
      const isPreferred = index === 0 && fix.class !== 'ask';
      return [{ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit: { changes } }];
    });
  });
  if (!query.hasCommands) return [...fixes, ...silenceActions({ chart, judged, folder }, found, query)];
  const at: FindingsParams = { uri: query.uri, ...query.range };
  const ignore = found.length > 1 ? `Ignore… (${found.length} findings)` : `Ignore ${rules[0]?.id}…`;
  const shown = diagnosticsOf(
    rules.map(({ id }) => id),
    query.diagnostics,
  );
  const silencing = found.length > 0 ? [commandAction(ignore, ignoreFindingCommand, at, shown)] : [];
  const where = query.isGoverned ? configurationFile : 'the settings';
  const choices = rules.flatMap(({ id }): CodeAction[] => {
    const params: RuleSettingParams = { uri: query.uri, rule: id };
    const diagnostics = diagnosticsOf([id], query.diagnostics);
    return [
      commandAction(`Configure rule ${id} in ${where}…`, setRuleCommand, params, diagnostics),
      commandAction(`Explain ${id}`, explainCommand, id, diagnostics),
    ];
  });
  return [...fixes, ...silencing, ...choices];
}

/** The ways to keep findings quiet, for a client that can't ask which one is meant. */
function silenceActions(
  { chart, judged, folder }: Pick<ShownChart, 'chart' | 'judged' | 'folder'>,
  found: readonly PlacedFinding[],
  query: ChartActionQuery,
): CodeAction[] {
  return found.slice(0, mostFindings).flatMap((one) =>
    chartSilencing(chart, judged, one, false).flatMap(({ title, files }): CodeAction[] => {
      const changes = changesOf(files, folder, query.fileNamed);
      const diagnostics = diagnosticsOf([one.finding.rule.id], query.diagnostics);
      return changes ? [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit: { changes } }] : [];
    }),
  );
}

/**
 * The findings of a chart in a selection with the ways to keep each quiet, for a client that asks which one is meant.
 *
 * @param rangeOf a range of the file that is asked about
 */
export function silenceableInChart(
  { chart, judged }: ShownChart,
  placed: readonly PlacedFinding[],
  selection: ChartActionQuery['selection'],
  { rangeOf, asksWhy }: { readonly rangeOf: EditedDocument['rangeOf']; readonly asksWhy: boolean },
): SilenceableFinding[] {
  return differentIn(placed, selection).flatMap((one) => {
    const ways = chartSilencing(chart, judged, one, asksWhy);
    if (ways.length === 0) return [];
    const { rule, message } = one.finding;
    return [
      {
        rule: rule.id,
        message,
        ways: ways.map(({ title, written, files }) => ({
          title,
          written,
          edits: files.flatMap(({ edits }) => placedTexts({ rangeOf }, edits)),
        })),
      },
    ];
  });
}

/** The findings at a selection, the worst first; what several objects show at one place is one. */
function differentIn(
  placed: readonly PlacedFinding[],
  selection: { readonly start: number; readonly end: number },
): PlacedFinding[] {
  const different = new Map<string, PlacedFinding>();
  for (const one of placed) {
    const { place } = one.told;
    if (!touch(inWholeFile(place), selection)) continue;
    const key = `${one.finding.rule.id} ${place.start} ${place.end}`;
    if (!different.has(key)) different.set(key, one);
  }
  return [...different.values()].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function commandAction(title: string, command: string, argument: unknown, diagnostics: Diagnostic[]): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: { title, command, arguments: [argument] } satisfies Command,
  };
}

function diagnosticsOf(rules: readonly string[], diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ source, code }) => source === diagnosticSource && rules.includes(String(code)));
}

function changesOf(
  files: ChartFix['files'],
  folder: string,
  fileNamed: ChartActionQuery['fileNamed'],
): Record<string, TextEdit[]> | undefined {
  const changes: Record<string, TextEdit[]> = {};
  for (const { path, edits } of files) {
    const file = fileNamed(joined(folder, path));
    if (!file) return undefined;
    const starts = lineStarts(file.text);
    const rangeOf = (start: number, end: number): Range => ({
      start: positionAt(starts, start),
      end: positionAt(starts, end),
    });
    changes[file.uri] = edits.map(({ start, end, newText }) => ({ range: rangeOf(start, end), newText }));
  }
  return changes;
}
