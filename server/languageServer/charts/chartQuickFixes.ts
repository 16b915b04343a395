import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import type { FindingsParams, SilenceableFinding } from '../../protocol/actions';
import type { ShownChart } from '../../workspace/charts/judgedCharts';
import { joined, normalUri, relativeTo } from '../../workspace/uris';
import type { Session } from '../session';

/** What can be done about what charts show in a selection of an open file. */
export async function chartQuickFixes(
  session: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const { documents, shownCharts, configurations, folders, options } = session;
  const document = documents.get(uri);
  const parts = document ? await shownCharts.partsOf(normalUri(uri)) : [];
  if (!document || parts.length === 0) return [];
  const { chartActions } = await import('../../features/charts/chartActions');
  const open = new Map(documents.all().map((one) => [normalUri(one.uri), { uri: one.uri, text: one.getText() }]));
  const isGoverned = (await configurations.governorOf(folders.fileOf(uri))) !== undefined;
  return parts.flatMap(({ chart, path }) =>
    chartActions(chart, chart.view.placedIn(path), {
      uri,
      range,
      selection: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) },
      diagnostics: context.diagnostics,
      fileNamed: (file) => open.get(file) ?? closedFile(chart, file),
      hasCommands: options.hasCommands,
      isGoverned,
    }),
  );
}

/** A file as the chart was rendered with it. */
function closedFile({ folder, chart, judged }: ShownChart, uri: string) {
  const given = chart.sets.flatMap(({ values }) => values).find(({ path }) => joined(folder, path) === uri);
  const file = given?.placeInFile ? undefined : (given ?? judged.fileAt(relativeTo(folder, uri)));
  return file && { uri, text: file.text };
}

/** What charts show in a range of an open file, with the ways to keep each finding quiet. */
export async function chartSilences(
  { documents, shownCharts, skills }: Session,
  { uri, start, end }: FindingsParams,
): Promise<SilenceableFinding[]> {
  const document = documents.get(uri);
  const parts = document ? await shownCharts.partsOf(normalUri(uri)) : [];
  if (!document || parts.length === 0) return [];
  const { silenceableInChart } = await import('../../features/charts/chartActions');
  const selection = { start: document.offsetAt(start), end: document.offsetAt(end) };
  const rangeOf = (from: number, to: number) => ({ start: document.positionAt(from), end: document.positionAt(to) });
  return parts.flatMap(({ chart, path }) =>
    silenceableInChart(chart, chart.view.placedIn(path), selection, { rangeOf, asksWhy: skills.takesSnippets }),
  );
}
