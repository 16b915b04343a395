import { literal } from '../../../rendering/charts/language/halfTyped/typedPipeline';
import type { ChartIndex } from '../model/chartIndex';
import { allCharts } from '../model/chartModel';
import { templateOf } from '../model/chartText';
import { templateFiles } from '../reading/definitions';
import type { Renaming } from './renaming';
import type { Place } from './valuePlaces';

/** Changes the name of a template where it is defined, where it is called, and where it is handed on as a text. */
export function renamedTemplate(index: ChartIndex, name: string, newName: string): Renaming {
  const { definitions } = index.reading;
  const refused = (reason: string): Renaming => ({ state: 'refused', reason });
  if (newName === '' || /["`\\\n{}]/.test(newName)) {
    return refused(`${newName} is no name of a template: it must hold no quotes, backslashes or braces.`);
  }
  if (definitions.has(newName)) return refused(`There is already a template ${newName}.`);
  const defined = definitions.get(name) ?? [];
  if (defined.length === 0) return refused(`No template ${name} is defined in this chart.`);
  if (defined.some(({ file }) => index.pathOf(file) === undefined)) {
    return refused(`The template ${name} is defined in a packed chart, which can’t be edited.`);
  }
  return { state: 'possible', places: namedPlaces(index, name) };
}

/** All texts in actions that say a name. */
function namedPlaces(index: ChartIndex, name: string): Place[] {
  const files = new Set([...allCharts(index.top)].filter(({ isPacked }) => !isPacked).flatMap(templateFiles));
  const found: Place[] = [];
  for (const file of files) {
    for (const { tokens } of templateOf(file).actions) {
      for (const token of tokens) {
        if (token.kind !== 'string' && token.kind !== 'rawString') continue;
        const { text, start, end } = literal(token);
        if (text === name) found.push({ file, start: start + 1, end: end - 1 });
      }
    }
  }
  return found;
}
