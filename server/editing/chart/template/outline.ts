import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Block } from './blocks';
import { objectsIn } from './objectsInText';
import type { OpenTemplate } from './openTemplate';

/** Something that the outline names. */
interface Named {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
}

/** What stands in a template: its definitions, its objects as far as the text names them, and its blocks, in each other. */
export function outlineOf(template: OpenTemplate): DocumentSymbol[] {
  const { document, text, blocks } = template;
  const objects = objectsIn(template).map((object): Named => ({ ...object, kind: SymbolKind.Object }));
  const all = [...blocks.map((block) => namedBlock(block, text)), ...objects];
  all.sort((one, other) => one.start - other.start || other.end - one.end);
  const outer: DocumentSymbol[] = [];
  const open: { readonly end: number; readonly children: DocumentSymbol[] }[] = [];
  for (const { name, kind, start, end, nameStart, nameEnd } of all) {
    while ((open.at(-1)?.end ?? text.length) <= start && open.length > 0) open.pop();
    const within = Math.min(end, open.at(-1)?.end ?? end);
    const children: DocumentSymbol[] = [];
    (open.at(-1)?.children ?? outer).push({
      name,
      kind,
      range: { start: document.positionAt(start), end: document.positionAt(Math.max(within, nameEnd)) },
      selectionRange: { start: document.positionAt(nameStart), end: document.positionAt(nameEnd) },
      children,
    });
    open.push({ end: within, children });
  }
  return outer;
}

/** So much of an action is shown. */
const longest = 60;

function namedBlock({ kind, marks: [{ action, word }], end }: Block, text: string): Named {
  const place = { start: action.start, end, nameStart: action.start, nameEnd: action.end };
  if (kind === 'define' || kind === 'block') {
    const named = action.tokens.find((token) => token.kind === 'string' || token.kind === 'rawString');
    return { ...place, name: named?.text.slice(1, -1) || kind, kind: SymbolKind.Function };
  }
  const whole = text
    .slice(word.start, action.close)
    .replace(/\s+-?$/, '')
    .replace(/\s+/g, ' ');
  return { ...place, name: whole.length > longest ? `${whole.slice(0, longest)}…` : whole, kind: SymbolKind.Event };
}
