import type { ValuesSet } from '../../rendering/charts/valuesSet';
import { type JudgedCharts, judgedCharts } from '../../workspace/charts/judgedCharts';
import { keptCharts } from '../../workspace/charts/keptCharts';
import { type SetSources, setsInUse } from '../../workspace/charts/setsInUse';
import { diskFiles } from '../../workspace/disk/diskFiles';
import { pathOfUri } from '../../workspace/uris';
import type { Configurations } from '../configurations';
import type { ChartRendering } from './chartValues';

/** The files of a chart come one after the other. */
const mostKept = 2;

/** The charts of the disk, judged as the arguments ask for it. */
export function chartsOfDisk(
  { given, apiVersions }: ChartRendering,
  known: Configurations,
  factsIn: SetSources['factsIn'],
): JudgedCharts {
  const { sources, configured } = known;
  const sets = setsInUse({ ...sources, files: diskFiles, factsIn });
  return judgedCharts({
    charts: keptCharts({ files: diskFiles, openFiles: () => [] }),
    apiVersions,
    mostKept,
    async optionsOf(uri) {
      const path = pathOfUri(uri);
      if (path === undefined) return undefined;
      const { options } = await configured({ path, isNamed: false, isShown: false });
      return options.state === 'excluded' ? undefined : options.options;
    },
    async setsOf(folder, files): Promise<readonly ValuesSet[]> {
      const found = await sets.of(folder, files);
      const [own] = found;
      if (!given || !own) return found;
      const { values, set, release = own.release, namespace = own.namespace } = given;
      return [{ name: 'the values given', release, namespace, values, set }];
    },
  });
}
