import { readOnce } from '../../../readOnce';
import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import type { Parsed } from '../../../rendering/charts/language/tree';
import { allCharts, type EditedChart } from '../model/chartModel';
import { templateOf } from '../model/chartText';

/** A template that is defined under a name. */
export interface Definition {
  readonly name: string;
  readonly chart: EditedChart;
  readonly file: GivenFile;
  readonly parsed: Parsed;
}

/** The files of a chart that are templates. */
export function templateFiles({ files }: EditedChart): GivenFile[] {
  return [...files].flatMap(([path, file]) => (path.startsWith('templates/') ? file : []));
}

/** All templates of a chart and of those in it by their names; of one name the one that counts comes first. */
export const definitionsIn = readOnce((top: EditedChart): ReadonlyMap<string, readonly Definition[]> => {
  const all: Definition[] = [];
  const seen = new Set<GivenFile>();
  for (const chart of allCharts(top)) {
    for (const file of templateFiles(chart)) {
      const { templates } = templateOf(file);
      if (seen.has(file)) continue;
      seen.add(file);
      for (const parsed of templates.slice(0, -1)) all.push({ name: parsed.name, chart, file, parsed });
    }
  }
  const found = new Map<string, Definition[]>();
  const depth = ({ chart, file }: Definition) => (chart.folder + file.path).split('/').length;
  // Helm reads the deepest first, and what it reads later counts.
  for (const definition of all.sort((one, other) => depth(one) - depth(other))) {
    found.set(definition.name, [...(found.get(definition.name) ?? []), definition]);
  }
  return found;
});
