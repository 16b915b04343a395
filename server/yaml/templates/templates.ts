import { readOnce } from '../../readOnce';
import { asKubectlReads } from '../parsing/kubectlText';
import { lineStartAt, type OffsetRange } from '../parsing/lines';
import { placeholder } from '../parsing/placeholder';
import { type SharedReads, sharedReads } from '../parsing/quickParse';
import { holds, isInside, outermostFirst, overlap } from '../parsing/ranges';
import { isInComment, withoutHidingActions } from './hidingActions';
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
  /** The template that the variants are ways through; undefined in a text without templates. */
  readonly template?: Template;
}

/** A text with its actions masked, and the choices that they make. */
export interface Template {
  readonly text: string;
  readonly chains: readonly Chain[];
  readonly gaps: readonly TemplateGap[];
  /** The text with all of its branches and its actions masked: what stands where, whatever is taken. */
  readonly masked: string;
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
function maskTemplates(text: string): MaskedText {
  return maskedTemplate(readTemplate(text));
}

/** A template in as many ways through its branches as it takes to see each branch. */
export function maskedTemplate(template: Template): MaskedText {
  return maskedAlong(template, waysToEachBranch(template.chains, mostVariants));
}

/** A template as some ways through its branches write it. */
export function maskedAlong(template: Template, ways: readonly Way[], isKept = never): MaskedText {
  const { chains, gaps, masked } = template;
  const variants = ways.map((way) =>
    withoutBranches(
      masked,
      branchesLeftOut(chains, (chain) => branchTaken(chain, way) ?? (isKept(chain) ? chain.branches[0] : undefined)),
    ),
  );
  return { variants, ways, gaps, shared: sharedBy(template), template };
}

const sharedBy = readOnce((template: Template): SharedReads => sharedReads(template.masked));

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
    !places.some((place) => overlap(chain, place)) ||
    holdsObject(text, chain) ||
    (isOptional(chain) && gaps.some(({ offset }) => isInside(chain, offset)));
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
export function barestText(written: string, offset: number): MaskedText {
  const template = readTemplate(written);
  const { text, chains, masked, gaps } = template;
  const left = branchesLeftOut(chains, ({ branches }) => {
    const last = branches.at(-1);
    const otherwise =
      last && /\{\{-?\s*else\s*-?\}\}$/.test(text.slice(Math.max(0, last.start - 32), last.start)) ? last : undefined;
    return branches.find((branch) => holds(branch, offset)) ?? otherwise;
  });
  return { variants: [withoutBranches(masked, left)], ways: [], gaps, template };
}

/** Reads the actions of a template. */
export function readTemplate(written: string): Template {
  const read = asKubectlReads(written);
  const actions = findActions(read);
  const text = withoutHidingActions(read, actions, (shown) => readActions(shown, findActions(shown)).masked);
  return readActions(text, text === read ? actions : findActions(text));
}

function readActions(text: string, actions: readonly Action[]): Template {
  const { chains, inline } = findChains(text, actions);
  const gaps: TemplateGap[] = [];
  const values = inline.toSorted(outermostFirst).values();
  let value = values.next().value;
  let masked = '';
  let offset = 0;
  for (const action of actions) {
    while (value && value.end <= action.start) value = values.next().value;
    if (action.start < offset) continue;
    const { start, end, written } =
      value?.start === action.start ? maskedInline(text, value, gaps) : maskedAction(text, action, gaps);
    masked += text.slice(offset, start) + written;
    offset = end;
  }
  return { text, chains, gaps, masked: masked + text.slice(offset) };
}

/** A text with empty lines, which mean nothing anywhere, in place of some branches. */
function withoutBranches(masked: string, left: readonly Branch[]): string {
  let text = '';
  let offset = 0;
  for (const { start, end } of left) {
    text += masked.slice(offset, start) + filled(masked, start, end, '\n');
    offset = end;
  }
  return text + masked.slice(offset);
}

/** The branches that aren't taken, in the order of the text. */
function branchesLeftOut(chains: readonly Chain[], takenOf: (chain: Chain) => Branch | undefined): Branch[] {
  const left: Branch[] = [];
  const visit = (chain: Chain): void => {
    const taken = takenOf(chain);
    for (const branch of chain.branches) {
      if (branch === taken) branch.chains.forEach(visit);
      else left.push(branch);
    }
  };
  chains.forEach(visit);
  return left;
}

/** What stands in place of a part of a template. */
interface Masked extends OffsetRange {
  readonly written: string;
}

/** A choice on one line is one value, or a line, that nobody can know. */
function maskedInline(text: string, { start, end }: Chain, gaps: TemplateGap[]): Masked {
  const written = filled(text, start, end, placeholder);
  const lineStart = lineStartAt(text, start);
  if (/\S/.test(text.slice(lineStart, start)) || !/^[ \t]*(?:#.*)?\r?$/m.test(restOfLine(text, end))) {
    return { start, end, written };
  }
  gaps.push({ offset: start, end, column: start - lineStart });
  return { start, end, written: `#${written.slice(1)}` };
}

function restOfLine(text: string, offset: number): string {
  const lineEnd = text.indexOf('\n', offset);
  return text.slice(offset, lineEnd < 0 ? text.length : lineEnd);
}

function maskedAction(text: string, { start, end, role, body }: Action, gaps: TemplateGap[]): Masked {
  const lineStart = lineStartAt(text, start);
  const before = text.slice(lineStart, start);
  const after = restOfLine(text, end);
  if (role !== 'writes') {
    // Spaces would count as indentation at the start of a block scalar; empty lines mean nothing anywhere.
    const standsAlone = /^\s*$/.test(before) && /^\s*$/.test(after);
    return standsAlone
      ? { start: lineStart, end, written: filled(text, lineStart, end, '\n') }
      : { start, end, written: filled(text, start, end, ' ') };
  }
  const written = filled(text, start, end, placeholder);
  if (isInComment(text, start)) return { start, end, written };
  const indent = writtenIndent(body);
  const isLast = /^\s*(?:#.*)?$/.test(after);
  const standsAlone = /^\s*$/.test(before) && isLast;
  const continuesBelow = indent !== undefined && isLast && /[:-]\s*$/.test(before);
  if (!standsAlone && !continuesBelow) return { start, end, written };
  gaps.push({ offset: start, end, column: indent ?? start - lineStart });
  return { start, end, written: standsAlone ? `#${written.slice(1)}` : ` #${written.slice(2)}` };
}

/** The indentation that `indent` or `nindent` gives to what an action writes. */
function writtenIndent(body: string): number | undefined {
  const found = [...body.matchAll(/\bn?indent\s+(\d+)/g)].at(-1)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** A part of a text with each character replaced; line ends stay, and only the first line of an action stands for what it writes. */
function filled(text: string, start: number, end: number, character: string): string {
  const written = text.slice(start, end);
  if (character === '\n') {
    return written.includes('\r') ? written.replace(/[^\r]/g, '\n') : '\n'.repeat(written.length);
  }
  const lineEnd = written.indexOf('\n');
  if (lineEnd < 0) {
    return written.includes('\r') ? written.replace(/[^\r]/g, character) : character.repeat(written.length);
  }
  return written.slice(0, lineEnd).replace(/[^\r]/g, character) + written.slice(lineEnd).replace(/[^\r\n]/g, ' ');
}
