import type { TokenKind } from '../../../rendering/charts/language/tokens';
import { type ColourType, colourTypes } from './colourTypes';
import type { OpenTemplate } from './openTemplate';

const typeOf: Partial<Record<TokenKind, ColourType>> = {
  identifier: 'function',
  variable: 'variable',
  dot: 'variable',
  field: 'property',
  keyword: 'keyword',
  nil: 'keyword',
  bool: 'keyword',
  string: 'string',
  rawString: 'string',
  characterConstant: 'string',
  number: 'number',
  complex: 'number',
  pipe: 'operator',
  assign: 'operator',
  declare: 'operator',
};

interface Coloured {
  readonly start: number;
  readonly end: number;
  readonly type: ColourType;
}

/** The colours of a template's actions, as the Language Server Protocol packs them: five numbers for each. */
export function coloursOf(template: OpenTemplate): number[] {
  const { document } = template;
  const packed: number[] = [];
  let [line, character] = [0, 0];
  for (const { start, end, type } of colouredIn(template)) {
    const place = document.positionAt(start);
    const isSameLine = place.line === line;
    packed.push(place.line - line, isSameLine ? place.character - character : place.character);
    packed.push(end - start, colourTypes.indexOf(type), 0);
    ({ line, character } = place);
  }
  return packed;
}

function* colouredIn({ text, typed: { actions, comments } }: OpenTemplate): Iterable<Coloured> {
  let next = 0;
  for (const { start, end, close, isClosed, tokens } of actions) {
    for (; (comments[next]?.start ?? end) < start; next++) yield* commentIn(text, comments[next]);
    const trims = /^\{\{-[ \t\r\n]/.test(text.slice(start, start + 4));
    yield { start, end: start + (trims ? 3 : 2), type: 'operator' };
    for (const token of tokens) {
      const type = typeOf[token.kind];
      if (type) yield* onLines(text, token.start, token.start + token.text.length, type);
    }
    if (isClosed) yield { start: text.endsWith('-', close) ? close - 1 : close, end, type: 'operator' };
  }
  for (; next < comments.length; next++) yield* commentIn(text, comments[next]);
}

function commentIn(text: string, comment: { start: number; end: number } | undefined): Iterable<Coloured> {
  return comment ? onLines(text, comment.start, comment.end, 'comment') : [];
}

/** Each line has a colour of its own: many editors take none for several. */
function* onLines(text: string, start: number, end: number, type: ColourType): Iterable<Coloured> {
  for (let from = start; from < end; ) {
    const lineBreak = text.indexOf('\n', from);
    const to = lineBreak < 0 ? end : Math.min(lineBreak, end);
    const shown = text[to - 1] === '\r' ? to - 1 : to;
    if (shown > from) yield { start: from, end: shown, type };
    from = to + 1;
  }
}
