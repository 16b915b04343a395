import { asKubectlReads } from './kubectlText';
import { lineStartAt } from './lines';
import { placeholder } from './placeholder';
import { type Action, type Branch, type Chain, findActions, findChains } from './templateActions';

/** A place where a template writes lines that nobody can know before it is rendered. */
export interface TemplateGap {
  /** UTF-16 offset of the action in the document. */
  readonly offset: number;
  /** The column at which the lines will stand, which tells the mapping or sequence they join. */
  readonly column: number;
}

/** A document with its template actions masked; every offset stays what it was, but there may be more lines. */
export interface MaskedText {
  /** As many ways through the branches as it takes to see each one, the first by every first branch. */
  readonly variants: readonly string[];
  readonly gaps: readonly TemplateGap[];
}

const mostVariants = 8;

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;

/** True for a text that holds a template action. */
export function isTemplated(text: string): boolean {
  return text.includes('{{');
}

/** The text as it is to be parsed, with its templates masked if it has any. */
export function maskedText(text: string): MaskedText {
  const read = asKubectlReads(text);
  return isTemplated(read) ? maskTemplates(read) : { variants: [read], gaps: [] };
}

/**
 * Masks the actions of Go templates (Helm's) so that what is left reads as YAML. An action that writes a value becomes
 * placeholder characters, one that writes whole lines a comment and a gap, one that only steers becomes spaces.
 */
export function maskTemplates(text: string): MaskedText {
  const { chains, units, gaps } = maskedActions(text);
  const variants: string[] = [];
  const seen = new Set<Branch>();
  do {
    const copy = units.slice();
    leaveOutBranches(chains, seen, copy);
    variants.push(textOf(copy));
  } while (variants.length < mostVariants && holdUnseen(chains, seen));
  return { variants, gaps };
}

/**
 * The text masked as by `maskTemplates`, in the one way through its branches that writes least of those that write what
 * stands at an offset.
 */
export function barestText(text: string, offset: number): MaskedText {
  const { chains, units, gaps } = maskedActions(asKubectlReads(text));
  takeLeast(text, chains, offset, units);
  return { variants: [textOf(units)], gaps };
}

function takeLeast(text: string, chains: readonly Chain[], offset: number, units: Uint16Array): void {
  for (const { branches } of chains) {
    const last = branches.at(-1);
    const otherwise =
      last && /\{\{-?\s*else\s*-?\}\}$/.test(text.slice(Math.max(0, last.start - 32), last.start)) ? last : undefined;
    const taken = branches.find(({ start, end }) => start <= offset && offset < end) ?? otherwise;
    for (const branch of branches) {
      if (branch !== taken) fill(units, branch.start, branch.end, '\n');
    }
    if (taken) takeLeast(text, taken.chains, offset, units);
  }
}

/** A text with its actions masked, and the choices that they make. */
function maskedActions(text: string): {
  readonly chains: readonly Chain[];
  readonly units: Uint16Array;
  readonly gaps: readonly TemplateGap[];
} {
  const actions = findActions(text);
  const { chains, inline } = findChains(text, actions);
  const units = unitsOf(text);
  const gaps: TemplateGap[] = [];
  for (const chain of inline) fill(units, chain.start, chain.end, placeholder);
  for (const action of actions) {
    if (!inline.some((chain) => chain.start <= action.start && action.end <= chain.end)) {
      maskAction(text, units, action, gaps);
    }
  }
  return { chains, units, gaps };
}

/** Takes one branch of each choice, one not seen before if there is any, and empties the others. */
function leaveOutBranches(chains: readonly Chain[], seen: Set<Branch>, units: Uint16Array): void {
  for (const { branches } of chains) {
    const taken =
      branches.find((branch) => !seen.has(branch)) ??
      branches.find((branch) => holdUnseen(branch.chains, seen)) ??
      branches.at(-1);
    for (const branch of branches) {
      if (branch !== taken) fill(units, branch.start, branch.end, '\n');
    }
    if (!taken) continue;
    seen.add(taken);
    leaveOutBranches(taken.chains, seen, units);
  }
}

function holdUnseen(chains: readonly Chain[], seen: ReadonlySet<Branch>): boolean {
  return chains.some(({ branches }) => branches.some((branch) => !seen.has(branch) || holdUnseen(branch.chains, seen)));
}

function maskAction(text: string, units: Uint16Array, action: Action, gaps: TemplateGap[]): void {
  const lineStart = lineStartAt(text, action.start);
  const before = text.slice(lineStart, action.start);
  const lineEnd = text.indexOf('\n', action.end);
  const after = text.slice(action.end, lineEnd < 0 ? text.length : lineEnd);
  if (action.role !== 'writes') {
    // Spaces would count as indentation at the start of a block scalar; empty lines mean nothing anywhere.
    const standsAlone = /^\s*$/.test(before) && /^\s*$/.test(after);
    if (standsAlone) fill(units, lineStart, action.end, '\n');
    else fill(units, action.start, action.end, ' ');
    return;
  }
  const indent = writtenIndent(action.body);
  const isLast = /^\s*(?:#.*)?$/.test(after);
  const standsAlone = /^\s*$/.test(before) && isLast;
  const continuesBelow = indent !== undefined && isLast && /[:-]\s*$/.test(before);
  fill(units, action.start, action.end, placeholder);
  if (standsAlone) {
    units[action.start] = hash;
  } else if (continuesBelow) {
    units[action.start] = space;
    units[action.start + 1] = hash;
  } else {
    return;
  }
  gaps.push({ offset: action.start, column: indent ?? action.start - lineStart });
}

/** The indentation that `indent` or `nindent` gives to what an action writes. */
function writtenIndent(body: string): number | undefined {
  const found = [...body.matchAll(/\bn?indent\s+(\d+)/g)].at(-1)?.[1];
  return found === undefined ? undefined : Number(found);
}

function fill(units: Uint16Array, start: number, end: number, character: string): void {
  const isLineEnds = character === '\n';
  let filler = character.charCodeAt(0);
  for (let index = start; index < end; index++) {
    const unit = units[index];
    // Only the first line of an action stands for what it writes.
    if (unit === lineFeed && !isLineEnds) filler = space;
    else if (unit !== carriageReturn) units[index] = filler;
  }
}

/** A text as UTF-16 units that can be overwritten one by one. */
function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
  return units;
}

/** As many units as a call can safely have arguments. */
const chunk = 8192;

function textOf(units: Uint16Array): string {
  let text = '';
  for (let start = 0; start < units.length; start += chunk) {
    text += Reflect.apply(String.fromCharCode, undefined, units.subarray(start, start + chunk));
  }
  return text;
}
