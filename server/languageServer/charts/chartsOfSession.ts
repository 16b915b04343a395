import type { LintOptions } from '../../lint/lintOptions';
import { type JudgedCharts, judgedCharts } from '../../workspace/charts/judgedCharts';
import type { KeptCharts } from '../../workspace/charts/keptCharts';
import { ownValues } from '../../workspace/charts/ownValues';

/** Where the charts of a session come from. */
export interface SessionCharts {
  readonly charts: KeptCharts;
  readonly optionsOf: (uri: string) => Promise<LintOptions | undefined>;
}

/** The charts of a session. A bundle of its own: most sessions meet none. */
export function chartsOfSession({ charts, optionsOf }: SessionCharts): JudgedCharts {
  return judgedCharts({
    charts,
    optionsOf,
    apiVersions: [],
    setsOf: async (_folder, files) => [ownValues(files)],
  });
}
