import type { AnySubject } from '../documents/kinds';
import type { Finding } from '../lint/finding';
import type { LintedDocument } from '../lint/lint';
import type { Silence } from '../lint/silence';
import { kindAndName } from '../manifests/objects/kindAndName';
import { readOnce } from '../readOnce';
import { unknownRule } from '../rules/silences/unknownRule';
import { unusedIgnore } from '../rules/silences/unusedIgnore';
import { rangeOfNode } from '../yaml/field/extent';
import { type Field, pathOf, stringOf } from '../yaml/field/field';
import { markedText, readBlanks } from '../yaml/parsing/blank';
import { lineStartAt, nextLineAt } from '../yaml/parsing/lines';
import { fileOffset } from '../yaml/parsing/offsets';
import { holds as holdsOffset } from '../yaml/parsing/ranges';
import type { Tree } from '../yaml/read/tree';
import { type Blank, blankBehind, type CommentEdit, type PlaceEdit, set, writeComment } from '../yaml/write/edits';
import { draftedEdits, renderEdits } from '../yaml/write/renderEdits';
import type { DocumentEdit, FileEdit, TextEdit } from '../yaml/write/rendering';
import { layoutStyle } from '../yaml/write/style';

/** A way to keep a finding quiet. */
export interface SilencingFix<Edit extends TextEdit = DocumentEdit> {
  readonly title: string;
  /** What is written, and where. */
  readonly written: string;
  readonly edits: readonly Edit[];
}

/**
 * The ways to keep a finding quiet on its line and in its object.
 *
 * @param asksWhy whether the reason can be left blank for the user to fill in
 */
export function silencingFixes(document: LintedDocument, finding: Finding, asksWhy: boolean): SilencingFix[] {
  const { rule, tree } = finding;
  if (rule === unusedIgnore || rule === unknownRule) return [];
  const reasoned = (words: string) => reasonedWords(words, asksWhy);
  if (!tree)
    return document.reading.subjects.some(({ root }) => !root) ? [inPlainText(document, finding, reasoned)] : [];
  const ways = [
    ...(layoutStyle(tree.source, tree.root).isJson
      ? []
      : [
          {
            ...hereAlone(finding),
            edit: onLine(document, finding, reasoned),
          },
        ]),
    ...inObject(document, finding, reasoned),
  ];
  return ways.flatMap(({ title, written, edit }) => {
    const edits = provenEdits(tree, edit);
    return edits ? [{ title, written, edits }] : [];
  });
}

/** In a document that is no tree a comment changes no meaning that could be proven. */
function inPlainText(document: LintedDocument, finding: Finding, reasoned: Reasoned): SilencingFix {
  const { start, end, text, behind } = onLine(document, finding, reasoned);
  const { text: newText, blanks } = readBlanks(markedText(text) + behind);
  return { ...hereAlone(finding), edits: [{ start, end, newText, blanks }] };
}

function hereAlone({ rule }: Finding): Pick<SilencingFix, 'title' | 'written'> {
  return { title: `Ignore ${rule.id} here`, written: 'A comment in the file, for its line alone' };
}

/** Whether something can be written at a place, by the place: which rule is named there makes no difference. */
const proven = readOnce((_tree: Tree) => new Map<string, boolean>());

function provenEdits(tree: Tree, edit: PlaceEdit | CommentEdit): DocumentEdit[] | undefined {
  const place = edit.kind === 'comment' ? `${edit.start} ${edit.end}` : JSON.stringify(edit.path);
  const isProven = proven(tree).get(place);
  if (isProven !== undefined) return isProven ? draftedEdits(tree, [edit]) : undefined;
  const edits = renderEdits(tree, [edit]);
  proven(tree).set(place, edits !== undefined);
  return edits;
}

/** The comment that keeps a rule quiet in a whole file; undefined for JSON, which has no comments. */
export function fileSilence(text: string, id: string, asksWhy: boolean): FileEdit | undefined {
  if (/^\uFEFF?\s*[{[](?!\{)/.test(text)) return undefined;
  const start = fileOffset(text.startsWith('\uFEFF') ? 1 : 0);
  const comment = reasonedWords(`# seaworthy-ignore-file ${id}`, asksWhy);
  const { text: newText, blanks } = readBlanks(markedText(comment) + layoutStyle(text, undefined).lineEnd);
  return { start, end: start, newText, blanks };
}

function reasonedWords(words: string, asksWhy: boolean): string | Blank {
  return asksWhy ? blankBehind(`${words} -- `, 'say why') : words;
}

type Reasoned = (words: string) => string | Blank;

function onLine(document: LintedDocument, { rule, range }: Finding, reasoned: Reasoned): CommentEdit {
  const { text, reading } = document;
  const start = lineStartAt(text, range.start);
  const end = start + text.slice(start, nextLineAt(text, start)).trimEnd().length;
  const isOnLine = (silence: Silence) => silence.written.as === 'comment' && holdsOffset({ start, end }, silence.start);
  const known = reading.silences.find(isOnLine);
  const last = known?.rules.at(-1);
  if (last) return writeComment({ start: last.end, end: last.end }, `, ${rule.id}`);
  const isCommented = /\s#/.test(text.slice(start, end));
  if (!isCommented) return writeComment({ start: end, end }, reasoned(` # seaworthy-ignore ${rule.id}`));
  const indent = /^[\s-]*/.exec(text.slice(start, end))?.[0].replaceAll('-', ' ') ?? '';
  const above = reasoned(`${indent}# seaworthy-ignore-next-line ${rule.id}`);
  return writeComment({ start, end: start }, above, lineEndOf(document));
}

function inObject(
  { reading }: LintedDocument,
  finding: Finding,
  reasoned: Reasoned,
): { title: string; written: string; edit: PlaceEdit }[] {
  const subject = reading.subjects.find(
    ({ root }) => root?.tree === finding.tree && root && holds(root, finding.range.start),
  );
  if (!subject) return [];
  const [place] = reading.kind.silencingFields(subject);
  if (!place || place.field.state === 'unknown' || place.field.isShared) return [];
  const { field, lead = '' } = place;
  const { id } = finding.rule;
  const known = stringOf(field);
  // A field with other words in it is left to them.
  if (known !== undefined && !known.startsWith(lead)) return [];
  const value = known === undefined ? reasoned(lead + id) : known.replace(/\s*(?=--(?:\s|$)|$)/, `, ${id} `).trimEnd();
  return [
    {
      title: `Ignore ${id} in ${ownerOf(subject)}`,
      written: `The ${lead ? 'field' : 'annotation'} ${field.step} of the object`,
      edit: set(pathOf(field), value),
    },
  ];
}

function ownerOf({ parts: { object: [object] = [] } }: AnySubject): string {
  return object ? kindAndName(object) : 'this document';
}

function holds({ node, parent }: Field, offset: number): boolean {
  if (!parent) return true;
  const range = rangeOfNode(node);
  return range !== undefined && holdsOffset(range, offset);
}

function lineEndOf({ text }: LintedDocument): string {
  return layoutStyle(text, undefined).lineEnd;
}
