import { isScalar } from 'yaml';
import type { SilencingField } from '../../documents/documentKind';
import { type Field, member, pathOf, stringOf } from '../../yaml/field/field';
import { lineStarts, type OffsetRange, positionAt } from '../../yaml/parsing/lines';
import { byPlace } from '../../yaml/parsing/ranges';
import { commentsIn } from '../../yaml/read/comments';
import type { Tree } from '../../yaml/read/tree';
import type { DocumentObjects } from '../documentReading';
import type { HonouredTool } from '../honouredTools';
import { closingOf, type Silence, silenceWords } from '../silence';
import { coverageOfLines, coversNothing, insideOf } from './coverage';
import { foreignAnnotations, foreignComment } from './foreignSilences';

/** Every silence that stands in a document, in its order. */
export function readSilences(
  { kind, text, subjects, objects }: Pick<DocumentObjects, 'kind' | 'text' | 'subjects' | 'objects'>,
  trees: readonly Tree[],
  honoured: readonly HonouredTool[],
): Silence[] {
  const found = new Map<number, Silence>();
  const add = (silence: Silence) => found.set(silence.start, found.get(silence.start) ?? silence);
  if (/seaworthy-ignore|trivy:ignore/.test(text)) for (const silence of inComments(text, trees, honoured)) add(silence);
  for (const subject of subjects) {
    for (const field of kind.silencingFields(subject)) for (const silence of inField(field)) add(silence);
  }
  if (honoured.length > 0) {
    for (const { object, pods } of objects) {
      for (const silence of inForeignAnnotations(member(object.root, 'metadata'), object.root, honoured)) add(silence);
      for (const { metadata } of pods) {
        const template = metadata.parent;
        if (!template || template.node === object.root.node) continue;
        for (const silence of inForeignAnnotations(metadata, template, honoured)) add(silence);
      }
    }
  }
  return [...found.values()].sort(byPlace);
}

function inComments(text: string, trees: readonly Tree[], honoured: readonly HonouredTool[]): Silence[] {
  const starts = lineStarts(text);
  const contentAfter = nextContentLines(text, starts);
  const onLine = coverageOfLines(starts, trees);
  return [...commentsIn(text, trees[0]?.template), ...actionComments(text)].flatMap(({ start, end }): Silence[] => {
    const comment = text.slice(start, end);
    const { line, character } = positionAt(starts, start);
    const standsAlone = text.slice(start - character, start).trim() === '';
    const own = /^(?:#|\{\{(?:- )?\/\*)\s*(seaworthy-ignore(?:-[\w-]*)?)(?=[\s:]|$):?/.exec(comment);
    if (own) {
      const word = own[1] ?? '';
      const isForFile = word === 'seaworthy-ignore-file';
      const target = word === 'seaworthy-ignore-next-line' ? contentAfter(line) : line;
      return [
        {
          start,
          end,
          written: { as: 'comment', word },
          ...silenceWords(comment.slice(own[0].length, -closingOf(comment).length || undefined), start + own[0].length),
          isForFile,
          covers: isForFile || !words.has(word) ? coversNothing : onLine(target),
        },
      ];
    }
    const rules = foreignComment(comment, honoured);
    if (rules.length === 0) return [];
    const covers = onLine(standsAlone ? contentAfter(line) : line);
    const silenced = rules.map((id) => ({ id, start, end }));
    return [{ start, end, written: { as: 'foreign' }, rules: silenced, reason: undefined, isForFile: false, covers }];
  });
}

/** Comments of a template, which it doesn't write into what it renders. */
function actionComments(text: string): OffsetRange[] {
  if (!text.includes('/*')) return [];
  return [...text.matchAll(/\{\{(?:- )?\/\*\s*seaworthy-ignore(?:(?!\*\/)[\s\S])*\*\/(?: -)?\}\}/g)].map(
    ({ index, 0: written }) => ({ start: index, end: index + written.length }),
  );
}

/** What a silence in a comment can begin with, and where each counts. */
export const silenceBeginnings = {
  'seaworthy-ignore': 'On this line',
  'seaworthy-ignore-next-line': 'On the next line',
  'seaworthy-ignore-file': 'In this file',
} as const;

/** What a silence in a comment can begin with. */
export const words: ReadonlySet<string> = new Set(Object.keys(silenceBeginnings));

/** Answers which is the next line behind a line that holds anything but comments, markers of documents, and templates. */
function nextContentLines(text: string, starts: readonly number[]): (line: number) => number {
  let found = -1;
  return (line) => {
    if (found > line) return found;
    found = line + 1;
    while (found < starts.length) {
      const content = text.slice(starts[found], starts[found + 1]).trim();
      if (content !== '' && !/^(?:#|---$|\{\{.*\}\}$)/.test(content)) break;
      found++;
    }
    return found;
  };
}

function inForeignAnnotations(metadata: Field, owner: Field, honoured: readonly HonouredTool[]): Silence[] {
  const covers = insideOf(owner);
  return foreignAnnotations(member(metadata, 'annotations'), honoured).map(({ rules, start, end }) => ({
    start,
    end,
    written: { as: 'foreign' as const },
    rules: rules.map((id) => ({ id, start, end })),
    reason: undefined,
    isForFile: false,
    covers,
  }));
}

function inField({ field, owner, lead = '' }: SilencingField): Silence[] {
  const words = stringOf(field);
  const { node, tree } = field;
  const path = pathOf(field);
  if (!words?.startsWith(lead) || !isScalar(node) || !node.range) return [];
  const [start, end] = node.range;
  const inside = tree.text.indexOf(words, start);
  // In a scalar that is written with escapes or over several lines, no rule has a place of its own.
  const isLiteral = inside >= 0 && inside <= start + 1;
  const read = silenceWords(words.slice(lead.length), isLiteral ? inside + lead.length : 0);
  const rules = isLiteral ? read.rules : read.rules.map(({ id }) => ({ id, start, end }));
  const covers = insideOf(owner);
  return [{ start, end, written: { as: 'field', path, lead }, rules, reason: read.reason, isForFile: false, covers }];
}
