import { readOnce } from '../../../readOnce';
import { type GivenFile, textOf } from '../../../rendering/charts/chart/givenFile';
import { type HalfTyped, parseHalfTyped } from '../../../rendering/charts/language/halfTyped/parseHalfTyped';
import { literal } from '../../../rendering/charts/language/halfTyped/typedPipeline';
import { lineStarts } from '../../../yaml/parsing/lines';

/** Where the lines of a chart's file begin. */
export const linesOf = readOnce((file: GivenFile): readonly number[] => lineStarts(textOf(file)));

/** A template file as far as it is typed. */
export const templateOf = readOnce((file: GivenFile): HalfTyped => parseHalfTyped(file.path, textOf(file)));

/** All texts in the actions of a template, but the names in its definitions. */
export const textsInActions = readOnce((file: GivenFile): ReadonlySet<string> => {
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
