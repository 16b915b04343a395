import type { Finding } from '../../lint/finding';
import type { LintedText } from '../../lint/lint';
import type { OffsetRange } from '../../yaml/parsing/lines';
import { holds } from '../../yaml/parsing/ranges';
import type { Source } from '../charts/origins/source';
import type { RenderedSet } from './renderedSet';

/** The literals of each template that some values set has rendered, by the path of the template. */
export type RenderedLiterals = ReadonlyMap<string, readonly OffsetRange[]>;

/** Gathers what values sets have rendered of templates. */
export function renderedLiterals(rendered: readonly RenderedSet[]): RenderedLiterals {
  const found = new Map<string, Map<number, number>>();
  const seen = new Set<Source>();
  const waiting: (Source | undefined)[] = rendered.flatMap(({ pieces }) => pieces.map(({ text }) => text.source));
  while (waiting.length > 0) {
    const source = waiting.pop();
    if (source === undefined || seen.has(source)) continue;
    seen.add(source);
    switch (source.kind) {
      case 'spot': {
        if (source.path !== undefined) break;
        const known = found.get(source.file.path) ?? new Map<number, number>();
        found.set(source.file.path, known.set(source.start, Math.max(source.end, known.get(source.start) ?? 0)));
        break;
      }
      case 'joined':
        for (const part of source.parts) waiting.push(part);
        break;
      case 'made':
        for (const part of source.of) waiting.push(part);
        break;
      case 'slice':
      case 'point':
      case 'written':
      case 'unknown':
        waiting.push(source.of);
        break;
      case 'given':
      case 'gap':
        break;
    }
  }
  return new Map([...found].map(([path, ranges]) => [path, [...ranges].map(([start, end]) => ({ start, end }))]));
}

/** A template's own text without the findings about lines that some values set renders: these are told as rendered. */
export function unrenderedFindings(linted: LintedText, literals: readonly OffsetRange[] | undefined): LintedText {
  if (!literals) return linted;
  const documents = linted.documents.map((placed) => {
    const { document, start } = placed;
    const isLeft = ({ range }: Finding) => !isRendered(document.text, range.start, start, literals);
    const findings = document.findings.filter(isLeft);
    return findings.length === document.findings.length ? placed : { ...placed, document: { ...document, findings } };
  });
  return { ...linted, documents };
}

/** Whether a line is rendered: some of its own text, or of the nearest line above that has any. */
function isRendered(text: string, at: number, documentStart: number, literals: readonly OffsetRange[]): boolean {
  let end = text.indexOf('\n', at);
  if (end < 0) end = text.length;
  while (end >= 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const own = literalOf(text.slice(start, end));
    if (own) {
      const first = documentStart + start + own.start;
      return literals.some((range) => holds(range, first));
    }
    end = start - 1;
  }
  return false;
}

/** The first characters of a line outside of its actions that are no blanks. */
function literalOf(line: string): OffsetRange | undefined {
  const without = line.replace(/\{\{.*?\}\}/g, (action) => ' '.repeat(action.length));
  const found = /[^\s-]+/.exec(without);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
