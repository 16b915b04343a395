import { isInComment, withoutHidingActions } from './hidingActions';
import { asKubectlReads } from './kubectlText';
import { lineStartAt, type OffsetRange } from './lines';
import { placeholder } from './placeholder';
import { type SharedReads, sharedReads } from './quickParse';
import { readOnce } from './readOnce';
import { type Action, type Branch, type Chain, findActions, findChains } from './templateActions';
import { branchTaken, switchesIn, type Way, waysToEachBranch, waysToTry } from './templateWays';

/** A place where a template writes lines that nobody can know before it is rendered. */
export interface TemplateGap {
  /** UTF-16 offset of the action in the document. */
  readonly offset: number;
  /** Behind the action, end exclusive. */
  readonly end: number;
  /** The column at which the lines will stand, which tells the mapping or sequence they join. */
  readonly column: number;
}

/** A document with its template actions masked; every offset stays what it was, but there may be more lines. */
export interface MaskedText {
  /** As many ways through the branches as it takes to see each one, the first by every first branch. */
  readonly variants: readonly string[];
  /** The way that each variant goes; none in a text without templates. */
  readonly ways: readonly Way[];
  readonly gaps: readonly TemplateGap[];
  /** What reading one variant spares the others; undefined in a text without templates. */
  readonly shared?: SharedReads;
}

/** A text with its actions masked, and the choices that they make. */
export interface Template {
  readonly text: string;
  readonly chains: readonly Chain[];
  readonly gaps: readonly TemplateGap[];
  /** The text with all of its branches. */
  readonly units: Uint16Array;
}

const mostVariants = 8;

/**
 * On how many ways the switches of a template are tried, by its length: typing must not wait. In steps, so that what is found
 * hardly ever changes with a word that is typed elsewhere.
 */
const mostWays = [
  { longest: 10_000, ways: 16 },
  { longest: 40_000, ways: 6 },
  { longest: Number.POSITIVE_INFINITY, ways: 2 },
] as const;

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
  return isTemplated(read) ? maskTemplates(read) : { variants: [read], ways: [], gaps: [] };
}

/**
 * Masks the actions of Go templates (Helm's) so that what is left reads as YAML. An action that writes a value becomes
 * placeholder characters, one that writes whole lines a comment and a gap, one that only steers becomes spaces.
 */
export function maskTemplates(text: string): MaskedText {
  const template = readTemplate(text);
  return maskedAlong(template, waysToEachBranch(template.chains, mostVariants));
}

/** A template as some ways through its branches write it. */
export function maskedAlong(template: Template, ways: readonly Way[], isKept = never): MaskedText {
  const { chains, gaps } = template;
  const whole = maskedWhole(template);
  const variants = ways.map((way) => {
    let text = '';
    let offset = 0;
    for (const { start, end } of branchesLeftOut(chains, way, isKept)) {
      text += whole.slice(offset, start) + emptied(whole, start, end);
      offset = end;
    }
    return text + whole.slice(offset);
  });
  return { variants, ways, gaps, shared: sharedBy(template) };
}

const sharedBy = readOnce((template: Template) => sharedReads(maskedWhole(template)));

const never = (_: Chain) => false;

/**
 * A template as it is written with some of its choices not taken: any two of those conditions in all their settings. A
 * choice between lines that nobody can know and nothing counts as written.
 *
 * @param places what is looked at: choices elsewhere are left alone
 */
export function withoutSomeBranches(template: Template, places: readonly OffsetRange[]): MaskedText {
  const { text, chains, gaps } = template;
  const isKept = (chain: Chain) =>
    !places.some(({ start, end }) => chain.start < end && start < chain.end) ||
    holdsObject(text, chain) ||
    (isOptional(chain) && gaps.some(({ offset }) => chain.start < offset && offset < chain.end));
  const names = [...switchesIn(chains, (chain) => !isKept(chain)).keys()];
  const [base = new Map()] = waysToEachBranch(chains, 1);
  return maskedAlong(template, waysToTry(names, base, waysFor(text.length)), isKept);
}

function waysFor(length: number): number {
  return mostWays.find(({ longest }) => length <= longest)?.ways ?? 0;
}

/** Whether there are values with which nothing of a choice is written. */
export function isOptional({ branches }: Chain): boolean {
  return branches.at(-1)?.condition.kind !== 'always';
}

/** True for a choice without which there is nothing to judge: whole objects stand in it, or the image of a container. */
function holdsObject(text: string, { start, end }: Chain): boolean {
  const written = text.slice(start, end);
  return /^kind:/m.test(written) || (/^\s*image:/m.test(written) && !/^\s*(?:- )?name:/m.test(written));
}

/**
 * The text masked as by `maskTemplates`, in the one way through its branches that writes least of those that write what
 * stands at an offset.
 */
export function barestText(text: string, offset: number): MaskedText {
  const { chains, units: whole, gaps } = readTemplate(text);
  const units = whole.slice();
  takeLeast(text, chains, offset, units);
  return { variants: [textOf(units)], ways: [], gaps };
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

/** A template with all of its branches, masked: what stands where, whatever is taken. */
export const maskedWhole = readOnce(({ units }: Template): string => textOf(units));

let last: { readonly written: string; readonly template: Template } | undefined;

/** Reads the actions of a template; the one read last is kept, since several ask for it in turn. */
export function readTemplate(written: string): Template {
  if (last?.written !== written) {
    const read = asKubectlReads(written);
    const actions = findActions(read);
    const text = withoutHidingActions(read, actions, (shown) => maskedWhole(readActions(shown, findActions(shown))));
    last = { written, template: readActions(text, text === read ? actions : findActions(text)) };
  }
  return last.template;
}

function readActions(text: string, actions: readonly Action[]): Template {
  const { chains, inline } = findChains(text, actions);
  const units = unitsOf(text);
  const gaps: TemplateGap[] = [];
  for (const chain of inline) maskInline(text, units, chain, gaps);
  for (const action of actions) {
    if (!inline.some((chain) => chain.start <= action.start && action.end <= chain.end)) {
      maskAction(text, units, action, gaps);
    }
  }
  return { text, chains, units, gaps };
}

/** Empty lines mean nothing anywhere. */
function emptied(text: string, start: number, end: number): string {
  return text.includes('\r') ? text.slice(start, end).replace(/[^\r]/g, '\n') : '\n'.repeat(end - start);
}

/** The branches that a way doesn't take, in the order of the text. */
function branchesLeftOut(chains: readonly Chain[], way: Way, isKept: (chain: Chain) => boolean): Branch[] {
  return chains.flatMap((chain) => {
    const taken = branchTaken(chain, way) ?? (isKept(chain) ? chain.branches[0] : undefined);
    return chain.branches.flatMap((branch) =>
      branch === taken ? branchesLeftOut(branch.chains, way, isKept) : [branch],
    );
  });
}

/** A choice on one line is one value, or a line, that nobody can know. */
function maskInline(text: string, units: Uint16Array, { start, end }: Chain, gaps: TemplateGap[]): void {
  fill(units, start, end, placeholder);
  const lineStart = lineStartAt(text, start);
  if (/\S/.test(text.slice(lineStart, start)) || !/^[ \t]*(?:#.*)?\r?$/m.test(restOfLine(text, end))) return;
  units[start] = hash;
  gaps.push({ offset: start, end, column: start - lineStart });
}

function restOfLine(text: string, offset: number): string {
  const lineEnd = text.indexOf('\n', offset);
  return text.slice(offset, lineEnd < 0 ? text.length : lineEnd);
}

function maskAction(text: string, units: Uint16Array, action: Action, gaps: TemplateGap[]): void {
  const lineStart = lineStartAt(text, action.start);
  const before = text.slice(lineStart, action.start);
  const after = restOfLine(text, action.end);
  if (action.role !== 'writes') {
    // Spaces would count as indentation at the start of a block scalar; empty lines mean nothing anywhere.
    const standsAlone = /^\s*$/.test(before) && /^\s*$/.test(after);
    if (standsAlone) fill(units, lineStart, action.end, '\n');
    else fill(units, action.start, action.end, ' ');
    return;
  }
  if (isInComment(text, action.start)) {
    fill(units, action.start, action.end, placeholder);
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
  gaps.push({ offset: action.start, end: action.end, column: indent ?? action.start - lineStart });
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
