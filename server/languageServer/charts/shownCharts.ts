import type { LintOptions } from '../../lint/lintOptions';
import type { ChartPart } from '../../workspace/charts/chartPart';
import type { JudgedCharts } from '../../workspace/charts/judgedCharts';
import type { KeptCharts } from '../../workspace/charts/keptCharts';
import type { Configurations } from '../../workspace/configurations';
import type { OpenFolders } from '../openFolders';

/** The charts of a session as they are judged, a keystroke after the other. */
export interface ShownCharts {
  /** What the chart of a file shows; undefined for one that belongs to none that can be read. */
  readonly partOf: (uri: string) => Promise<ChartPart | undefined>;
}

/** What charts are judged with. */
export interface ShowingCharts {
  readonly charts: KeptCharts;
  readonly configurations: Pick<Configurations, 'optionsFor'>;
  readonly folders: Pick<OpenFolders, 'fileOf'>;
}

/** No chart shown yet. Most workspaces have none, so what judges them is loaded with the first. */
export function shownCharts({ charts, configurations, folders }: ShowingCharts): ShownCharts {
  let judged: Promise<JudgedCharts> | undefined;
  const optionsOf = async (uri: string): Promise<LintOptions | undefined> => {
    const answer = await configurations.optionsFor(folders.fileOf(uri));
    return answer.state === 'linted' ? answer.options : undefined;
  };
  const load = async () => {
    const { chartsOfSession } = await import('./chartsOfSession');
    return chartsOfSession({ charts, optionsOf });
  };
  return {
    async partOf(uri) {
      const place = await charts.placeOf(uri);
      if (!place) return undefined;
      judged ??= load();
      const chart = await (await judged).of(place.folder);
      return chart.state === 'judged' ? { chart, path: place.path } : undefined;
    },
  };
}
