import { globFault } from '../../configuration/globs';
import { writtenCharts } from '../../configuration/writtenCharts';
import { chartMatcher, chartsAmong } from '../../workspace/charts/chartsBelow';
import { type FilesBelow, isAboutSkipped } from '../../workspace/filesBelow';
import { pathWithin } from '../../workspace/uris';
import type { OffsetRange } from '../../yaml/parsing/lines';

/** What of the charts in a configuration isn't there. */
export interface MissingPath {
  readonly range: OffsetRange;
  readonly message: string;
  /** True for a glob that means nothing now, which does no harm. */
  readonly isIdle: boolean;
}

/** The globs that mean no chart, and the values files that a chart hasn't. */
export async function missingInCharts(
  text: string,
  filesBelow: () => Promise<FilesBelow | undefined>,
): Promise<MissingPath[]> {
  const written = writtenCharts(text).filter(
    ({ chart }) => globFault(chart.path) === undefined && !isAboutSkipped(chart.path),
  );
  const known = written.length > 0 ? await filesBelow() : undefined;
  if (!known?.isComplete) return [];
  const charts = chartsAmong(known.paths);
  const files = new Set(known.paths);
  return written.flatMap(({ chart, values }): MissingPath[] => {
    const meant = charts.filter(chartMatcher(chart.path));
    if (meant.length === 0) {
      const message = `${JSON.stringify(chart.path)} means no chart that is here now`;
      return [{ range: chart.range, message, isIdle: true }];
    }
    return values.flatMap(({ path, range }) => {
      // What lies above the folder of the configuration nobody has looked for.
      const lacking = meant.filter((folder) => {
        const file = pathWithin(folder, path);
        return file !== undefined && !files.has(file);
      });
      if (lacking.length === 0) return [];
      const [first = ''] = lacking;
      const message = `${JSON.stringify(path)} is no file beside ${first === '' ? 'Chart.yaml' : `${first}/Chart.yaml`}`;
      return [{ range, message, isIdle: false }];
    });
  });
}
