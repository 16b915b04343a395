import { readOnce } from '../../../readOnce';
import type { GivenFile } from '../../../rendering/charts/chart/chart';
import { literal } from '../../../rendering/charts/language/halfTyped/typedPipeline';
import type { ChartIndex, IndexedFile } from '../model/chartIndex';
import { allCharts } from '../model/chartModel';
import { templateOf, textOf } from '../model/chartText';
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
  return new Set(files.flatMap((file) => [...textsIn(file)]));
}

const textsIn = readOnce((file: GivenFile): ReadonlySet<string> => {
  const named = new Set<string>();
  for (const { tokens } of templateOf(file).actions) {
    const [word] = tokens.filter(({ kind }) => kind !== 'space');
    if (word?.kind === 'keyword' && word.text === 'define') continue;
    for (const token of tokens) {
      if (token.kind === 'string' || token.kind === 'rawString') named.add(literal(token).text);
    }
  }
  return named;
});

/** True for a name that stands in values or in files that are no templates. */
function isNamedElsewhere({ top }: ChartIndex, name: string): boolean {
  return [...allCharts(top)].some((chart) =>
    [...chart.files].some(
      ([path, file]) =>
        !path.startsWith('templates/') && !/\.(?:tgz|png|md)$/.test(path) && textOf(file).includes(name),
    ),
  );
}
