import type { LintOptions } from '../../lint/lintOptions';
import type { ChartPart } from '../../workspace/charts/chartPart';
import type { ShownChart } from '../../workspace/charts/judgedCharts';
import type { KeptCharts } from '../../workspace/charts/keptCharts';
import type { SetSources, SetsInUse } from '../../workspace/charts/setsInUse';
import type { Configurations } from '../../workspace/configurations';
import { isWithin, joined, relativeTo } from '../../workspace/uris';
import type { chartsOfSession } from './chartsOfSession';

/** The charts of a session as they are judged, a keystroke after the other. */
export interface ShownCharts {
  /** The file in the chart that it belongs to, and in those whose values sets it is a part of, as far as they were judged. */
  readonly partsOf: (uri: string) => Promise<readonly ChartPart[]>;
  /** The folders of these charts. */
  readonly foldersOf: (uri: string) => Promise<readonly string[]>;
  /** The values sets of the chart in a folder, by what is known of its neighbourhood now. */
  readonly setsOf: SetsInUse['of'];
  /** A file has changed on disk, or was opened, edited or closed; see `KeptCharts`. */
  readonly changed: KeptCharts['changed'];
}

/** What charts are judged with. */
export interface ShowingCharts extends SetSources {
  readonly charts: KeptCharts;
  readonly configurations: Pick<Configurations, 'optionsFor' | 'chartsOf' | 'neighbourhoodOf'>;
}

/** No chart shown yet. Most workspaces have none, so what judges them is loaded with the first. */
export function shownCharts(showing: ShowingCharts): ShownCharts {
  const { charts, configurations, fileOf } = showing;
  let loaded: Promise<ReturnType<typeof chartsOfSession>> | undefined;
  let known: ReturnType<typeof chartsOfSession> | undefined;
  const optionsOf = async (uri: string): Promise<LintOptions | undefined> => {
    const answer = await configurations.optionsFor(fileOf(uri));
    return answer.state === 'linted' ? answer.options : undefined;
  };
  const load = async () => {
    const part = await import('./chartsOfSession');
    known = part.chartsOfSession({ ...showing, optionsOf });
    return known;
  };
  // The folders of charts that were judged, by the files outside of them whose values they are rendered with.
  const using = new Map<string, Set<string>>();
  const noteUse = ({ folder, chart }: ShownChart) => {
    for (const folders of using.values()) folders.delete(folder);
    for (const { path } of chart.sets.flatMap(({ values }) => values)) {
      const uri = joined(folder, path);
      if (!isWithin(uri, folder)) using.set(uri, (using.get(uri) ?? new Set()).add(folder));
    }
  };
  const foldersOf = async (uri: string): Promise<string[]> => {
    const place = await charts.placeOf(uri);
    return [...new Set([...(place ? [place.folder] : []), ...(using.get(uri) ?? [])])];
  };
  return {
    foldersOf,
    async partsOf(uri) {
      const folders = await foldersOf(uri);
      if (folders.length === 0) return [];
      loaded ??= load();
      const { judged } = await loaded;
      const parts: ChartPart[] = [];
      for (const folder of folders) {
        const chart = await judged.of(folder);
        if (chart.state !== 'judged') continue;
        noteUse(chart);
        parts.push({ chart, path: relativeTo(folder, uri) });
      }
      return parts;
    },
    async setsOf(folder, files) {
      loaded ??= load();
      return (await loaded).sets.of(folder, files);
    },
    changed(uri, comesOrGoes) {
      charts.changed(uri, comesOrGoes);
      known?.sets.changed(uri);
    },
  };
}
