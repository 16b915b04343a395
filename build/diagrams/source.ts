import { parse } from 'yaml';
import { isObject } from '../../server/unknownJson';
import type { BoxText } from './box';
import { type Tone, tones } from './drawing';

/** Every diagram is drawn twice: for a panel beside an editor, and for one as narrow as a side bar. */
export type Form = 'wide' | 'narrow';

/** A box, or a row or column of such, with a frame around it where it has a title. */
export interface Cell extends BoxText {
  readonly id?: string;
  /** The title of the frame around the cells. */
  readonly frame?: string;
  readonly row?: readonly Cell[];
  readonly column?: readonly Cell[];
  /** Text without a box. */
  readonly note?: string;
  /** Between the cells, in pixels. */
  readonly gap?: number;
  /** A row that becomes a column where it is narrow. */
  readonly narrow?: 'column';
  readonly only?: Form;
  /** How much of a row's width it takes, beside 1 for the others. */
  readonly weight?: number;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly dashed?: boolean;
  readonly both?: boolean;
  /** Where along the common side, from 0 to 1. */
  readonly at?: number;
  readonly only?: Form;
}

/** A node of a tree; `answer` stands on the way to it. */
export interface Branch extends BoxText {
  readonly answer?: string;
  readonly branches?: readonly Branch[];
}

/** A message from one participant to another, or a note over all of them. */
export type Step =
  | { readonly from: string; readonly to: string; readonly text: string; readonly dashed?: boolean }
  | { readonly note: string };

/** What a line of code means; `line` counts from 1. */
export interface Annotation {
  readonly line: number;
  readonly text: string;
}

interface Named {
  readonly title: string;
  /** What a reader who can't see it must know, in a few sentences. */
  readonly description: string;
}

export type Diagram = Named &
  (
    | { readonly kind: 'boxes'; readonly layout: Cell; readonly edges: readonly Edge[] }
    | { readonly kind: 'tree'; readonly root: Branch; readonly indented: boolean }
    | {
        readonly kind: 'sequence';
        readonly participants: Readonly<Record<string, string>>;
        readonly steps: readonly Step[];
      }
    | { readonly kind: 'code'; readonly code: string; readonly annotations: readonly Annotation[] }
  );

/**
 * Reads a diagram's text.
 *
 * @throws when something is missing or unknown: it names what.
 */
export function readDiagram(source: string): Diagram {
  const diagram: unknown = parse(source);
  const fail = (reason: string): never => {
    throw new Error(reason);
  };
  if (!isObject(diagram)) return fail('a diagram has a title, a description and a kind');
  const { title, description, kind } = diagram;
  if (typeof title !== 'string' || typeof description !== 'string') return fail('title and description are missing');
  const named = { title, description: description.replace(/\s+/g, ' ').trim() };
  if (kind === 'boxes' && isCell(diagram.layout)) {
    return {
      ...named,
      kind,
      layout: diagram.layout,
      edges: listOf(diagram.edges, isEdge) ?? fail('an edge has from and to'),
    };
  }
  if (kind === 'tree' && isBranch(diagram.root)) {
    return { ...named, kind, root: diagram.root, indented: diagram.indented === true };
  }
  if (kind === 'sequence' && isNames(diagram.participants)) {
    const steps = listOf(diagram.steps, isStep) ?? fail('a step has from, to and text, or note');
    return { ...named, kind, participants: diagram.participants, steps };
  }
  if (kind === 'code' && typeof diagram.code === 'string') {
    const annotations = listOf(diagram.annotations, isAnnotation) ?? fail('an annotation has line and text');
    return { ...named, kind, code: diagram.code, annotations };
  }
  return fail('its kind is boxes (with layout), tree (with root), sequence (with participants) or code (with code)');
}

function listOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): Item[] | undefined {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every(isItem) ? value : undefined;
}

function hasTexts(value: Record<string, unknown>, names: readonly string[]): boolean {
  return names.every((name) => value[name] === undefined || typeof value[name] === 'string');
}

/** Unknown words are mostly text with a comma in it that lacks its quotes. */
function hasOnly(value: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}

const boxWords = ['box', 'text', 'code', 'tone', 'dashed', 'to'];
const edgeWords = ['from', 'to', 'label', 'dashed', 'both', 'at', 'only'];
const groupWords = ['id', 'frame', 'row', 'column', 'note', 'gap', 'narrow', 'only', 'weight'];

function isTone(value: unknown): value is Tone {
  return value === undefined || tones.some((tone) => tone === value);
}

function isBoxText(value: unknown): value is Readonly<Partial<Record<string, unknown>>> & BoxText {
  return isObject(value) && hasTexts(value, ['box', 'text', 'code', 'to']) && isTone(value.tone);
}

function isCell(value: unknown): value is Cell {
  if (
    !isBoxText(value) ||
    !hasOnly(value, [...boxWords, ...groupWords]) ||
    !hasTexts(value, ['id', 'frame', 'note', 'only', 'narrow'])
  )
    return false;
  return listOf(value.row, isCell) !== undefined && listOf(value.column, isCell) !== undefined;
}

function isEdge(value: unknown): value is Edge {
  return (
    isObject(value) &&
    hasOnly(value, edgeWords) &&
    typeof value.from === 'string' &&
    typeof value.to === 'string' &&
    hasTexts(value, ['label'])
  );
}

function isBranch(value: unknown): value is Branch {
  return (
    isBoxText(value) &&
    hasOnly(value, [...boxWords, 'answer', 'branches']) &&
    hasTexts(value, ['answer']) &&
    listOf(value.branches, isBranch) !== undefined
  );
}

function isStep(value: unknown): value is Step {
  if (!isObject(value) || !hasOnly(value, ['from', 'to', 'text', 'dashed', 'note'])) return false;
  return typeof value.note === 'string' || ['from', 'to', 'text'].every((name) => typeof value[name] === 'string');
}

function isAnnotation(value: unknown): value is Annotation {
  return isObject(value) && typeof value.line === 'number' && typeof value.text === 'string';
}

function isNames(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((name) => typeof name === 'string');
}
