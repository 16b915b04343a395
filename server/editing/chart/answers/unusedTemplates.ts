import { textOf } from '../../../rendering/charts/chart/givenFile';
import type { ChartIndex, IndexedFile } from '../model/chartIndex';
import { allCharts } from '../model/chartModel';
import { textsInActions } from '../model/chartText';
import { templateFiles } from '../reading/definitions';
import type { Hint } from './hint';
import { definitionsIn } from './thingAt';

/** The templates of a file that nobody includes. */
export function unusedTemplates(index: ChartIndex, at: IndexedFile): Hint[] {
  if (at.charts.some(({ description }) => description.isLibrary) || index.reading.notes.hasUnknownCalls) return [];
  const defined = definitionsIn(index, at).filter(({ definition }) => definition.name !== '');
  if (defined.length === 0) return [];
  const named = namedTexts(index);
  return defined.flatMap(({ definition: { name }, place }): Hint[] => {
    if (named.has(name) || isNamedElsewhere(index, name)) return [];
    return [{ ...place, code: 'unused-template', message: `Nothing includes the template ${name}` }];
  });
}

/** All texts in actions but the names in definitions: they may come to be the names of what is included. */
function namedTexts({ top }: ChartIndex): Set<string> {
  const files = [...allCharts(top)].flatMap(templateFiles);
  return new Set(files.flatMap((file) => [...textsInActions(file)]));
}

/** True for a name that stands in values or in files that are no templates. */
function isNamedElsewhere({ top }: ChartIndex, name: string): boolean {
  return [...allCharts(top)].some((chart) =>
    [...chart.files].some(
      ([path, file]) =>
        !path.startsWith('templates/') && !/\.(?:tgz|png|md)$/.test(path) && textOf(file).includes(name),
    ),
  );
}
