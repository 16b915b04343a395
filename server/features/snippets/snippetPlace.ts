import type { WorkloadKind } from '../../manifests/kinds/workloadKinds';
import { type FieldPlace, fieldPlaceOf } from '../../manifests/objects/fieldPlace';
import { lineCount } from '../../yaml/parsing/lines';
import { type CursorPlace, cursorPlace } from '../../yaml/typing/cursorPlace';
import type { OutlineNode } from '../../yaml/typing/outline';
import { isFalcoConfiguration, isHelmHelpers, isOtherFormat } from './otherFormats';
import type { Fit, Snippet } from './snippet';

/** A text with what decides which snippets fit into it. */
export interface SnippetText {
  readonly uri: string;
  readonly text: string;
  readonly workloadKinds: readonly WorkloadKind[];
}

/** The document around a line: its lines, and on which line of the file they begin. */
export interface DocumentLines {
  readonly lines: readonly string[];
  readonly firstLine: number;
}

/** The document that holds an offset, found without looking at the others. */
export function documentAround(text: string, offset: number, line: number): DocumentLines {
  const marker = lastMarker(text, '\n---', 0, offset);
  const start = Math.max(marker, lastMarker(text, '\n...', Math.max(0, marker), offset)) + 1;
  const next = /\n(?:---|\.\.\.)(?=\s|$)/g;
  next.lastIndex = offset;
  const end = next.exec(text)?.index ?? text.length;
  return { lines: linesOf(text.slice(start, end)), firstLine: line - lineCount(text.slice(start, offset)) };
}

/** Where the last marker of documents between two offsets begins; -1 if there is none. */
function lastMarker(text: string, marker: string, from: number, to: number): number {
  const part = text.slice(from, to + marker.length);
  let found = part.lastIndexOf(marker, to - from);
  while (found >= 0 && !/^(?:\s|$)/.test(text.charAt(from + found + marker.length))) {
    found = found === 0 ? -1 : part.lastIndexOf(marker, found - 1);
  }
  return found < 0 ? -1 : from + found;
}

function linesOf(text: string): string[] {
  return text.includes('\r') ? text.split(/\r?\n/) : text.split('\n');
}

/** True for a document that holds nothing but comments, blank lines, and the line that is being typed. */
export function isBlank({ lines }: DocumentLines, typedLine?: number): boolean {
  return lines.every(
    (line, index) => index === typedLine || /^\s*(?:#.*)?$|^(?:---|\.\.\.)\s*(?:#.*)?$|^\uFEFF$|^%/.test(line),
  );
}

/** True for a text to which a whole document may be added: manifests, and what is still empty. */
export function takesDocuments({ uri, text }: SnippetText, typedLine?: number): boolean {
  if (isOtherFormat(uri) || isHelmHelpers(uri) || isFalcoConfiguration(uri)) return false;
  return holdsObjects(text) || isBlankText(text, typedLine);
}

/** A place that the cursor is in. */
export interface SnippetPlace {
  readonly cursor: CursorPlace;
  /** Whether a snippet is for the part of the file that the place belongs to. */
  readonly fits: (snippet: Snippet) => boolean;
  /** The keys and items that lead from that part to the place. */
  readonly path: readonly string[];
  /** True right behind the dash of an item that is still empty. */
  readonly startsItem: boolean;
}

/** The places that the cursor is in; several where a text may become this or that. */
export function snippetPlaces(
  source: SnippetText,
  around: DocumentLines,
  line: number,
  character: number,
): SnippetPlace[] {
  const cursor = mayHoldParts(around, character, source.workloadKinds)
    ? cursorPlace(around.lines, line - around.firstLine, character)
    : undefined;
  if (!cursor) return [];
  const { parent, siblings } = cursor;
  const isEmptyItem = cursor.followsDash && siblings.length === 0 && parent.parent !== undefined;
  return [
    ...placesIn(parent, siblings).map((place) => ({ ...place, startsItem: false })),
    ...(isEmptyItem && parent.parent
      ? placesIn(parent.parent, parent.parent.children).map((place) => ({ ...place, startsItem: true }))
      : []),
  ];

  function placesIn(holder: OutlineNode, present: readonly OutlineNode[]): Omit<SnippetPlace, 'startsItem'>[] {
    if (holder.kind === 'root') {
      return cursor && (cursor.column === 0 || cursor.followsDash)
        ? rootFits(present).map((fit) => ({ cursor, fits: (snippet) => snippet.fits === fit, path: [] }))
        : [];
    }
    const place = fieldPlaceOf(holder, source.workloadKinds);
    if (!place || !cursor) return [];
    return [{ cursor, fits: (snippet) => fitsPart(snippet, place, around), path: place.path }];
  }

  function rootFits(present: readonly OutlineNode[]): Fit[] {
    if (isHelmHelpers(source.uri)) return ['helm helpers'];
    if (isFalcoConfiguration(source.uri) || isFalcoRoot(present)) return ['falco configuration'];
    if (holdsFalcoRules(present)) return ['falco rules'];
    if (!isBlank(around, line - around.firstLine) || !takesDocuments(source, line)) return [];
    return holdsObjects(source.text) ? ['document'] : ['document', 'falco rules'];
  }
}

/**
 * False only where it is certain that no snippet is for the inside of a document, without outlining it: definitions of
 * custom resources have tens of thousands of lines.
 */
function mayHoldParts({ lines }: DocumentLines, character: number, kinds: readonly WorkloadKind[]): boolean {
  if (character === 0) return true;
  const written = lines.flatMap((line) => (line.startsWith('kind:') ? [line.slice('kind:'.length).trim()] : []));
  const isOther = (kind: string) =>
    /^[A-Z]\w*$/.test(kind) &&
    !kind.endsWith('List') &&
    kind !== 'Namespace' &&
    !kinds.some((known) => known.kind === kind);
  return written.length === 0 || !written.every(isOther);
}

/** True for the items of a Falco rules file. */
export function holdsFalcoRules(nodes: readonly OutlineNode[]): boolean {
  return nodes.some(({ children }) => /^(?:rule|macro|list|required_engine_version)$/.test(children[0]?.name ?? ''));
}

/** True for the keys of Falco's configuration. */
export function isFalcoRoot(nodes: readonly OutlineNode[]): boolean {
  return (
    nodes.some(({ name }) => /^(?:rules_files?|(?:stdout|syslog|file|http|program|json)_output|engine)$/.test(name)) &&
    !nodes.some(({ name }) => name === 'apiVersion')
  );
}

function fitsPart({ fits, mentions }: Snippet, place: FieldPlace, { lines }: DocumentLines): boolean {
  const isPart = place.part === 'object' ? fits === place.kind && fits === 'Namespace' : fits === place.part;
  if (!isPart || mentions === undefined) return isPart;
  return lines.slice(place.owner.line, place.owner.lastLine + 1).some((line) => line.includes(mentions));
}

function holdsObjects(text: string): boolean {
  return /^apiVersion:/m.test(text) && /^kind:/m.test(text);
}

function isBlankText(text: string, typedLine: number | undefined): boolean {
  return isBlank({ lines: linesOf(text), firstLine: 0 }, typedLine);
}
