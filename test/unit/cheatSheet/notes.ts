import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';

/** What a page of notes holds, each piece by the name that the checklist gives it. */
export interface Notes {
  readonly sections: readonly string[];
  readonly tables: readonly string[];
  readonly diagrams: readonly string[];
  readonly files: readonly string[];
  readonly commands: readonly string[];
  /** Code within the text: commands and other words. */
  readonly inlineCode: readonly string[];
  readonly links: readonly string[];
}

/** Reads a page of notes. */
export function readNotes(source: string): Notes {
  const tokens = new MarkdownIt().parse(source.replace(/^---\n[\s\S]*?\n---\n/, ''), {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const fences = tokens.filter(({ type }) => type === 'fence');
  const firstLine = ({ content }: Token) => content.trim().split('\n')[0] ?? '';
  const isShell = ({ info }: Token) => info.trim() === 'bash';
  const headings = tokens.flatMap(({ type }, index) => {
    if (type !== 'heading_open' && type !== 'table_open') return [];
    return [{ type, text: tokens[index + 1]?.content ?? '' }];
  });
  return {
    sections: headings.filter(({ type }) => type === 'heading_open').map(({ text }) => text),
    tables: headings.flatMap(({ type }, index) => {
      if (type !== 'table_open') return [];
      return [headings.slice(0, index).findLast((before) => before.type === 'heading_open')?.text ?? ''];
    }),
    diagrams: numbered(inline.filter(({ type }) => type === 'image').map(({ content }) => content)),
    files: fences.filter((fence) => !isShell(fence)).map(firstLine),
    commands: fences.filter(isShell).map(firstLine),
    inlineCode: inline.filter(({ type }) => type === 'code_inline').map(({ content }) => content),
    links: inline.filter(({ type }) => type === 'link_open').map((link) => String(link.attrGet('href'))),
  };
}

/** The second of the same name gets a 2 behind it. */
function numbered(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
