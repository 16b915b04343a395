import type { LintOptions } from '../../lint/lintOptions';
import type { ChartPart } from '../../workspace/charts/chartPart';
import type { KeptCharts } from '../../workspace/charts/keptCharts';
import type { SetSources, SetsInUse } from '../../workspace/charts/setsInUse';
import type { Configurations } from '../../workspace/configurations';
import type { chartsOfSession } from './chartsOfSession';

/** The charts of a session as they are judged, a keystroke after the other. */
export interface ShownCharts {
  /** What the chart of a file shows; undefined for one that belongs to none that can be read. */
  readonly partOf: (uri: string) => Promise<ChartPart | undefined>;
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
  return {
    async partOf(uri) {
      const place = await charts.placeOf(uri);
      if (!place) return undefined;
      loaded ??= load();
      const chart = await (await loaded).judged.of(place.folder);
      return chart.state === 'judged' ? { chart, path: place.path } : undefined;
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
