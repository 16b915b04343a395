import type { LintOptions } from '../../lint/lintOptions';
import { type JudgedCharts, judgedCharts } from '../../workspace/charts/judgedCharts';
import { keptCharts } from '../../workspace/charts/keptCharts';
import { ownValues } from '../../workspace/charts/ownValues';
import { diskFiles } from '../../workspace/disk/diskFiles';
import { pathOfUri } from '../../workspace/uris';
import type { Configurations } from '../configurations';
import type { ChartRendering } from './chartValues';

/** The charts of the disk, judged as the arguments ask for it. */
export function chartsOfDisk({ given, apiVersions }: ChartRendering, known: Configurations): JudgedCharts {
  return judgedCharts({
    charts: keptCharts({ files: diskFiles, openFiles: () => [] }),
    apiVersions,
    async optionsOf(uri): Promise<LintOptions | undefined> {
      const path = pathOfUri(uri);
      if (path === undefined) return undefined;
      const { options } = await known.configured({ path, isNamed: false, isShown: false });
      return options.state === 'excluded' ? undefined : options.options;
    },
    async setsOf(_folder, files) {
      const own = ownValues(files);
      if (!given) return [own];
      const { values, set, release = own.release, namespace = own.namespace } = given;
      return [{ name: 'the values given', release, namespace, values, set }];
    },
  });
}
