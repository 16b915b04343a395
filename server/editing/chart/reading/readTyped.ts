import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import type { EditedChart } from '../model/chartModel';
import { templateOf } from '../model/chartText';
import { type Notes, noNotes } from './notes';
import { type ChartReading, readTemplate } from './readChart';

/**
 * Reads one file as it is being typed. What its templates are called with is known from before.
 *
 * @param charts those that the file belongs to
 */
export function readTyped(file: GivenFile, charts: readonly EditedChart[], before: ChartReading): Notes {
  const notes = noNotes();
  const reader = { notes, call: () => true };
  const { templates } = templateOf(file);
  const own = templates.at(-1);
  for (const chart of charts) if (own) readTemplate(file, own, { kind: 'root', chart }, reader);
  for (const parsed of templates.slice(0, -1)) {
    const given = before.givenTo.get(parsed.name) ?? charts.map((chart) => ({ kind: 'root', chart }) as const);
    for (const dot of given) readTemplate(file, parsed, dot, reader);
  }
  return notes;
}
