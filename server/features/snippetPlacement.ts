import type { SnippetPlacement } from '../protocol/snippets';
import { lineStarts, positionAt } from '../yaml/parsing/lines';
import { splitDocuments } from '../yaml/read/documents';
import { outlineOf } from '../yaml/typing/outline';
import { laidOut, layoutOf } from '../yaml/typing/outlineLayout';
import { fragmentOf } from './snippets/fragment';
import { mergeFragment } from './snippets/mergeFragment';
import { isHelmHelpers } from './snippets/otherFormats';
import type { Snippet } from './snippets/snippet';
import {
  type DocumentLines,
  holdsFalcoRules,
  isBlank,
  isFalcoRoot,
  type SnippetText,
  takesDocuments,
} from './snippets/snippetPlace';
import { type SnippetTarget, targetsIn, targetsMeant } from './snippets/snippetTarget';

type PlacedEdit = Extract<SnippetPlacement, { outcome: 'edits' }>['edits'][number];

/** A snippet that is to be put into a file. */
interface Placing {
  readonly source: SnippetText;
  readonly documents: readonly DocumentLines[];
  /** Of the cursor, from 0. */
  readonly line: number;
  readonly snippet: Snippet;
  readonly indent: number;
}

/**
 * Finds the place for a snippet in a file by itself: the mapping it belongs to around the cursor, the only one in the
 * file, or one to choose. What is there already stays.
 *
 * @param line of the cursor, from 0
 */
export function placeSnippet(source: SnippetText, line: number, snippet: Snippet, indent: number): SnippetPlacement {
  const documents = documentLines(source.text);
  const current = documents.findLast(({ firstLine }) => firstLine <= line) ?? documents[0];
  if (!current) return newFile(snippet, indent);
  const placing: Placing = { source, documents, line, snippet, indent };
  switch (snippet.fits) {
    case 'document':
      return takesDocuments(source) ? placeDocument(placing, current) : newFile(snippet, indent);
    case 'falco rules':
      return placeAtRoot(placing, current, (root) => holdsFalcoRules(root.children));
    case 'falco configuration':
      return placeAtRoot(placing, current, (root) => isFalcoRoot(root.children));
    case 'helm helpers':
      return isHelmHelpers(source.uri)
        ? appended(current, documents, snippet.body.split('\n'), '')
        : newFile(snippet, indent);
    case 'other language':
      return newFile(snippet, indent);
    default:
      return placePart(placing);
  }
}

/** A snippet as a file of its own. */
export function newFile({ language, body, fits }: Snippet, indent: number): SnippetPlacement {
  const isYaml = language === 'yaml';
  if (isYaml && fits !== 'document' && !fits.startsWith('falco')) {
    return { outcome: 'nothing', message: `${partNames[fits] ?? 'This snippet'} Open a manifest that has one first.` };
  }
  const lines = isYaml ? laidOut(body.split('\n'), { indent, listIndent: indent }, 0) : body.split('\n');
  return { outcome: 'new file', language, text: `${lines.join('\n')}\n` };
}

const partNames: Readonly<Record<string, string>> = {
  pod: 'This snippet is a part of a pod.',
  'pod metadata': "This snippet is a part of a pod's metadata.",
  container: 'This snippet is a part of a container.',
  Namespace: 'This snippet is a part of a Namespace.',
};

function placePart({ source, documents, line, snippet, indent }: Placing): SnippetPlacement {
  const all = documents.flatMap((document) => targetsIn(document, snippet, source.workloadKinds));
  const [target, ...others] = targetsMeant(all, line);
  if (!target) {
    const mention = snippet.mentions === undefined ? '' : ` This one is for ${snippet.mentions}.`;
    const message = `${partNames[snippet.fits] ?? ''}${mention} There is none in this file.`;
    return { outcome: 'nothing', message };
  }
  if (others.length > 0) {
    return {
      outcome: 'choice',
      question: 'Where does it go?',
      places: [target, ...others].map(({ document, node, label }) => ({
        label,
        position: { line: document.firstLine + node.line, character: Math.max(0, node.column) },
      })),
    };
  }
  return merged(target, snippet, indent);
}

function merged({ document, root, node }: SnippetTarget, snippet: Snippet, indent: number): SnippetPlacement {
  const merge = mergeFragment(node, fragmentOf(snippet.body), layoutOf(root, indent));
  const lines = new Map<number, string[]>();
  for (const insertion of merge.insertions) {
    lines.set(insertion.line, [...(lines.get(insertion.line) ?? []), ...insertion.lines]);
  }
  if (lines.size === 0) {
    const kept = merge.kept.join(', ');
    return {
      outcome: 'nothing',
      message: kept ? `${kept} has another value here; it was left as it is.` : 'All of this is here already.',
    };
  }
  const emptied = merge.emptied.map((written): PlacedEdit => {
    const text = document.lines[written.line] ?? '';
    const start = text.lastIndexOf(written.value);
    const at = (character: number) => ({ line: document.firstLine + written.line, character });
    return { start: at(text.slice(0, start).trimEnd().length), end: at(start + written.value.length), text: '' };
  });
  const inserted = [...lines].map(([at, texts]) => insertionAt(document.firstLine + at, texts));
  return { outcome: 'edits', edits: [...emptied, ...inserted] };
}

function placeDocument(
  { documents, line, snippet, indent }: Omit<Placing, 'source'>,
  current: DocumentLines,
): SnippetPlacement {
  const shown = documents.find((document) => !isBlank(document));
  const layout = shown ? layoutOf(outlineOf(shown.lines), indent) : { indent, listIndent: indent };
  const body = laidOut(snippet.body.split('\n'), layout, 0);
  if (!isBlank(current)) return appended(current, documents, body, '---');
  const written = current.lines[line - current.firstLine] ?? '';
  if (
    written.trim() === '' &&
    !current.lines.slice(line - current.firstLine).some((below) => below.startsWith('---'))
  ) {
    const start = { line, character: 0 };
    const end = { line, character: written.length };
    return { outcome: 'edits', edits: [{ start, end, text: body.join('\n') }] };
  }
  return appended(current, documents, body, '');
}

function placeAtRoot(
  { source, snippet, indent }: Placing,
  current: DocumentLines,
  isMeant: (root: ReturnType<typeof outlineOf>) => boolean,
): SnippetPlacement {
  const root = outlineOf(current.lines);
  const isEmpty = isBlank(current) && takesDocuments(source) && !/^kind:/m.test(source.text);
  if (!isMeant(root) && !isEmpty) return newFile(snippet, indent);
  if (isEmpty) {
    return placeDocument({ documents: [current], line: current.firstLine, snippet, indent }, current);
  }
  return merged({ document: current, root, node: root, object: root, label: '' }, snippet, indent);
}

/** Behind a document, in front of the `---` of the next. */
function appended(
  current: DocumentLines,
  documents: readonly DocumentLines[],
  body: readonly string[],
  marker: string,
): SnippetPlacement {
  const next = documents[documents.indexOf(current) + 1];
  const used = current.lines.findLastIndex((line) => line.trim() !== '') + 1;
  const line = next ? next.firstLine : current.firstLine + used;
  return { outcome: 'edits', edits: [insertionAt(line, [...(marker ? [marker] : []), ...body])] };
}

function insertionAt(line: number, lines: readonly string[]): PlacedEdit {
  const start = { line, character: 0 };
  return { start, end: start, text: `${lines.join('\n')}\n` };
}

function documentLines(text: string): DocumentLines[] {
  const starts = lineStarts(text);
  return splitDocuments(text).map((document) => ({
    lines: document.text.split(/\r?\n/),
    firstLine: positionAt(starts, document.start).line,
  }));
}
