import { Lexer } from 'yaml';

/**
 * True for a text whose collections are nested deeper than a number of levels. Parsing such a text recurses until the
 * stack is full, which can end the whole process, so it has to be known before.
 */
export function isDeeperThan(text: string, levels: number): boolean {
  return mayBeDeeper(text, levels) && lexedDepth(text) > levels;
}

/** False only if neither the brackets of the text nor any of its lines can nest that deep, strings and comments included. */
function mayBeDeeper(text: string, levels: number): boolean {
  let brackets = 0;
  let onLine = 0;
  let isIndentation = true;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    if (unit === '\n') {
      onLine = 0;
      isIndentation = true;
      continue;
    }
    if (unit === '[' || unit === '{') brackets++;
    else if (unit === ']' || unit === '}') brackets = Math.max(0, brackets - 1);
    else if (unit === ':' || unit === '-' || unit === '?' || (isIndentation && unit === ' ')) onLine++;
    if (unit !== ' ') isIndentation = false;
    if (brackets > levels || onLine > levels) return true;
  }
  return false;
}

/** How deep the collections of a text are nested at most; a list at the column of its key counts as one with it. */
function lexedDepth(text: string): number {
  /** The columns of the block collections that are open. */
  const columns: number[] = [];
  let flow = 0;
  let deepest = 0;
  let column = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (isScalar) {
      isScalar = false;
    } else if (token === '[' || token === '{') {
      flow++;
    } else if (token === ']' || token === '}') {
      flow = Math.max(0, flow - 1);
    } else if (flow === 0 && (token === '-' || token === '?' || token === ':' || token === scalarMark)) {
      while ((columns.at(-1) ?? -1) >= column) columns.pop();
      columns.push(column);
    }
    deepest = Math.max(deepest, columns.length + flow);
    if (token === scalarMark) isScalar = true;
    else if (!isControl(token))
      column = token.includes('\n') ? token.length - token.lastIndexOf('\n') - 1 : column + token.length;
  }
  return deepest;
}

/** Stands before the text of a scalar among the tokens of `yaml`. */
const scalarMark = '\u001f';

/** True for tokens that are no part of the text: marks of documents, scalars and flow ends. */
function isControl(token: string): boolean {
  return token === '\u0002' || token === '\u0018' || token === scalarMark;
}
