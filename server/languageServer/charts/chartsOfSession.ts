import type { LintOptions } from '../../lint/lintOptions';
import { type JudgedCharts, judgedCharts } from '../../workspace/charts/judgedCharts';
import type { KeptCharts } from '../../workspace/charts/keptCharts';
import { type SetSources, type SetsInUse, setsInUse } from '../../workspace/charts/setsInUse';

/** Where the charts of a session come from. */
export interface SessionCharts extends SetSources {
  readonly charts: KeptCharts;
  readonly optionsOf: (uri: string) => Promise<LintOptions | undefined>;
}

/** A chart as it was judged is much: of more charts the one that nobody has asked about for longest is forgotten. */
const mostKept = 8;

/** The charts of a session with their values sets. A bundle of its own: most sessions meet none. */
export function chartsOfSession(session: SessionCharts): { readonly judged: JudgedCharts; readonly sets: SetsInUse } {
  const { charts, optionsOf } = session;
  const sets = setsInUse(session);
  return { judged: judgedCharts({ charts, optionsOf, setsOf: sets.of, apiVersions: [], mostKept }), sets };
}
