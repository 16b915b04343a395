import type { Diagnostic } from 'vscode-languageserver';
import type { Hash } from '../../lint/fingerprints/fingerprints';
import type { KnownFindings } from '../../lint/knownFindings';
import type { Rule } from '../../rules/rule';
import type { ChartPart } from '../../workspace/charts/chartPart';
import { normalUri } from '../../workspace/uris';
import { reaches } from '../../yaml/parsing/ranges';
import type { Session } from '../session';

/** What charts show in a file; nothing for a file that no chart is rendered with, or that is excluded. */
export async function diagnosticsOfChart(
  { documents, shownCharts, configurations, folders, hashOf, options }: Session,
  uri: string,
): Promise<Diagnostic[]> {
  const parts = await shownCharts.partsOf(normalUri(uri));
  if (parts.length === 0) return [];
  const answer = await configurations.optionsFor(folders.fileOf(uri));
  if (answer.state === 'excluded') return [];
  const { rulePages } = options;
  const text = documents.get(uri)?.getText();
  return diagnosticsOfParts(parts, answer.quiet, { hashOf, rulePages, leads: true, text });
}

/** The rules that charts show something of at an offset of a file, each once. */
export async function rulesShownAt({ shownCharts }: Session, uri: string, offset: number): Promise<Rule[]> {
  const parts = await shownCharts.partsOf(normalUri(uri));
  if (parts.length === 0) return [];
  const { inWholeFile } = await import('../../rendering/judging/places');
  const shown = parts.flatMap(({ chart, path }) => chart.view.placedIn(path));
  const here = shown.filter(({ told }) => reaches(inWholeFile(told.place), offset));
  return [...new Set(here.map(({ finding }) => finding.rule))];
}

/** How charts' findings are shown. */
interface ChartShowing {
  readonly hashOf: Hash;
  readonly rulePages: string | undefined;
  /** Whether actions lead to the values files that are told of what they write. */
  readonly leads: boolean;
  /** The file's, where it is known. */
  readonly text: string | undefined;
}

/**
 * What charts show in a file.
 *
 * @param quiet what a baseline keeps quiet
 */
export async function diagnosticsOfParts(
  parts: readonly ChartPart[],
  quiet: KnownFindings | undefined,
  { hashOf, rulePages, leads, text }: ChartShowing,
): Promise<Diagnostic[]> {
  if (parts.length === 0) return [];
  const [{ chartDiagnostics }, { withoutKnownPlaced }] = await Promise.all([
    import('../../features/charts/chartDiagnostics'),
    import('../../rendering/judging/knownPlaced'),
  ]);
  return parts.flatMap(({ chart, path }) => {
    const { view, folder } = chart;
    const { sets } = chart.chart;
    const shown = view.placedIn(path);
    const placed = quiet ? withoutKnownPlaced(shown, quiet, hashOf) : shown;
    const ledTo = leads ? view.ledToFrom(path) : [];
    const refusals = view.refusedIn(path);
    return chartDiagnostics({ folder, placed, refusals, ledTo, allSets: sets.length, text }, rulePages);
  });
}
