import { type Field, pathOf, writtenText } from '../../../yaml/field/field';
import { filledIn, isBlank } from '../../../yaml/parsing/blank';
import { type PlainValue, set } from '../../../yaml/write/edits';
import { isPackedPath } from '../../charts/chart/chartPaths';
import type { JudgedChart } from '../judgeChart';
import type { PlannedChange } from './fileChanges';
import { fieldOfValues } from './fileTrees';
import { changeableValues } from './packedValues';
import { type DocumentInText, type Saying, sayingAt, type ValuePlace } from './sayings';

/** The ways to have another scalar where what says the one that is rendered is no field of its own: a value, or a part of it, or a word of an action. */
export function scalarWays(
  document: DocumentInText,
  field: Field,
  value: PlainValue,
  fileAt: JudgedChart['fileAt'],
): (readonly PlannedChange[])[] {
  const scalar = scalarText(document, field);
  if (!scalar) return [];
  const saying = sayingOfScalar(document, scalar);
  return saying ? wholeWays(saying, scalar.said, value, fileAt) : partialWays(document, scalar, value, fileAt);
}

/** The values that alone say a scalar. */
export function valuesOfScalar(
  document: DocumentInText,
  field: Field,
  fileAt: JudgedChart['fileAt'],
): readonly ValuePlace[] {
  const scalar = scalarText(document, field);
  const saying = scalar && sayingOfScalar(document, scalar);
  return saying?.kind === 'value' ? changeableValues(saying.spot, fileAt) : [];
}

/** The characters of a scalar, and where in its document they stand. */
interface ScalarText {
  readonly from: number;
  readonly said: string;
}

function scalarText({ rendered, start }: DocumentInText, field: Field): ScalarText | undefined {
  const said = writtenText(field);
  const first = field.node?.range?.[0];
  if (said === undefined || said === '' || first === undefined) return undefined;
  const from = rendered.text.indexOf(said, start + first) - start;
  // Else it is escaped, or in lines that were put together.
  return from === first || from === first + 1 ? { from, said } : undefined;
}

/** What says all of a scalar. */
function sayingOfScalar(document: DocumentInText, { from, said }: ScalarText): Saying | undefined {
  const first = sayingAt(document, from);
  return isOnePlace(document, from, said.length, first) ? first : undefined;
}

function wholeWays(
  saying: Saying,
  said: string,
  value: PlainValue,
  fileAt: JudgedChart['fileAt'],
): (readonly PlannedChange[])[] {
  if (saying.kind === 'template') return inAction(saying, said, value);
  return changeableValues(saying.spot, fileAt).flatMap(({ file, path }) => {
    const found = fieldOfValues(file, path);
    if (!found || found.field.isShared) return [];
    const { field, start, rest } = found;
    return [[{ kind: 'tree', file, start, tree: field.tree, edit: set([...pathOf(field), ...rest], value) }]];
  });
}

/** A word of a template that an action writes, such as what `default` falls back to. */
function inAction(
  { file, offset }: Extract<Saying, { kind: 'template' }>,
  said: string,
  value: PlainValue,
): (readonly PlannedChange[])[] {
  if (isBlank(value) || typeof value === 'object') return [];
  const newText = String(value);
  const isWord = (text: string) => /^[\w./:@-]*$/.test(text);
  if (!isWord(said) || !isWord(newText) || isPackedPath(file.path)) return [];
  return [[{ kind: 'text', file, start: offset, end: offset + said.length, newText }]];
}

/** Other characters in the one place that says all that becomes others. */
function partialWays(
  document: DocumentInText,
  { from, said }: ScalarText,
  value: PlainValue,
  fileAt: JudgedChart['fileAt'],
): (readonly PlannedChange[])[] {
  const wanted = isBlank(value) ? filledIn(value) : value;
  if (typeof wanted !== 'string') return [];
  const most = Math.min(said.length, isBlank(value) ? value.before.length : wanted.length);
  let before = 0;
  while (before < most && said[before] === wanted[before]) before++;
  let behind = 0;
  const mostBehind = isBlank(value) ? 0 : most - before;
  while (behind < mostBehind && said[said.length - 1 - behind] === wanted[wanted.length - 1 - behind]) behind++;
  // What is only added belongs to the character in front of it.
  if (before + behind === said.length) before -= before > 0 ? 1 : 0;
  const length = said.length - before - behind;
  const old = said.slice(before, before + length);
  const replacement = isBlank(value)
    ? { ...value, before: value.before.slice(before) }
    : wanted.slice(before, wanted.length - behind);
  const first = sayingAt(document, from + before);
  if (length === 0 || !first || !isOnePlace(document, from + before, length, first)) return [];
  if (first.kind === 'template') return inAction(first, old, replacement);
  const { spot, offset } = first;
  return changeableValues(spot, fileAt).flatMap(({ file, path }) => {
    const found = fieldOfValues(file, path);
    const whole = found && writtenText(found.field);
    if (!found || whole === undefined || offset === undefined || found.rest.length > 0 || file.text !== spot.file.text)
      return [];
    const at = offset - spot.copy;
    if (whole.slice(at, at + length) !== old || found.field.isShared) return [];
    const rest = whole.slice(at + length);
    if (isBlank(replacement) && rest !== '') return [];
    const own = isBlank(replacement)
      ? { ...replacement, before: whole.slice(0, at) + replacement.before }
      : whole.slice(0, at) + replacement + rest;
    const edit = set(pathOf(found.field), own);
    return [[{ kind: 'tree', file, start: found.start, tree: found.field.tree, edit }]];
  });
}

/** Whether characters stand in a row in one place, or one value says them all. */
function isOnePlace(document: DocumentInText, from: number, length: number, first: Saying | undefined): boolean {
  for (let index = 1; index < length; index++) {
    const other = sayingAt(document, from + index);
    if (first?.kind === 'value') {
      if (other?.kind !== 'value' || other.spot !== first.spot) return false;
    } else if (first?.kind !== 'template' || other?.kind !== 'template') return false;
    else if (other.file !== first.file || other.offset !== first.offset + index) return false;
  }
  return first !== undefined;
}
