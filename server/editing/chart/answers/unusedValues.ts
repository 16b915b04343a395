import { type Field, isMapping, members } from '../../../yaml/field/field';
import type { ChartIndex, IndexedFile } from '../model/chartIndex';
import { allCharts, type EditedChart } from '../model/chartModel';
import { pathKey, shownPath, type ValuePath } from '../model/valuePath';
import { documentsOf, foundKey } from '../model/yamlFile';
import { templateFiles } from '../reading/definitions';
import { type ReadPaths, readPaths } from '../reading/readPaths';
import type { Hint } from './hint';
import { pathOfKey } from './thingAt';

/** The keys of a chart's own values that nothing reads: of keys in each other the outermost. */
export function unusedValues(index: ChartIndex, { file, charts }: IndexedFile): Hint[] {
  const { top, reading } = index;
  if (charts.some(isForOthers)) return [];
  const reads = readPaths(top, reading);
  const sections = sectionsIn(top);
  return documentsOf(file).flatMap(({ root, start }) => {
    const hints: Hint[] = [];
    const look = (field: Field, path: ValuePath) => {
      for (const { name, value } of members(field)) {
        const own = [...path, name];
        const paths = charts.map((chart) => pathOfKey(chart, own));
        if (paths.some((one) => one[0] === 'global' || sections.has(pathKey(one)))) continue;
        if (value.isShared || (value.node && value.tree.aliased.has(value.node))) continue;
        if (isRead(reads, paths)) {
          if (isMapping(value)) look(value, own);
          continue;
        }
        const key = foundKey(file, value, start);
        if (key) hints.push({ ...key.key, code: 'unused-value', message: `No template reads ${shownPath(own)}` });
      }
    };
    look(root, []);
    return hints;
  });
}

function isRead(reads: ReadPaths, paths: readonly ValuePath[]): boolean {
  return paths.some(reads.isRead);
}

/** True for a chart whose values others may read: a library, or one that has no templates of its own. */
function isForOthers(chart: EditedChart): boolean {
  return chart.description.isLibrary || templateFiles(chart).length === 0;
}

/** The sections of charts in a chart, also of those that aren't there. */
export function sectionsIn(top: EditedChart): Set<string> {
  const sections = new Set<string>();
  for (const chart of allCharts(top)) {
    if (chart.section.length > 0) sections.add(pathKey(chart.section));
    for (const key of chart.absent) sections.add(pathKey([...chart.section, key]));
  }
  return sections;
}
