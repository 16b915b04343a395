import { type Field, items, members } from '../../../yaml/field/field';
import { gapsIn } from '../../charts/origins/gaps';
import type { Action, SourceFile, Spot } from '../../charts/origins/source';
import { trace } from '../../charts/origins/trace';
import type { Text } from '../../charts/values/value';
import type { JudgedChart } from '../judgeChart';
import { speaking } from '../places';

/** A document as it stands in all that a chart renders. */
export interface DocumentInText {
  readonly rendered: Text;
  readonly start: number;
}

/** A value of a values file. */
export interface ValuePlace {
  readonly file: SourceFile;
  readonly path: readonly string[];
}

/** What says a character: a value, or a character of a template; undefined for what nobody can change or know. */
export type Saying =
  | { readonly kind: 'value'; readonly spot: Spot & ValuePlace; readonly offset: number | undefined }
  | { readonly kind: 'template'; readonly file: SourceFile; readonly offset: number };

/** What says a character of a document. */
export function sayingAt({ rendered, start }: DocumentInText, offset: number): Saying | undefined {
  const traced = trace(rendered.source, start + offset);
  const spot = speaking(traced);
  if (!spot || traced.isUnknown) return undefined;
  const exact = traced.spots.find((one) => one.spot === spot)?.offset;
  if (isValue(spot)) return { kind: 'value', spot, offset: exact };
  return exact === undefined ? undefined : { kind: 'template', file: spot.file, offset: exact };
}

function isValue(spot: Spot): spot is Spot & ValuePlace {
  return spot.path !== undefined;
}

/** What says the key of a field. */
export function sayingOfKey(document: DocumentInText, { key }: Field): Saying | undefined {
  return key?.range
    ? sayingAt(document, key.range[0] + ('"\''.includes(charAt(document, key.range[0])) ? 1 : 0))
    : undefined;
}

function charAt({ rendered, start }: DocumentInText, offset: number): string {
  return rendered.text.charAt(start + offset);
}

/** The values that hold what a table or a list holds, each once. */
export function valuesHolding(document: DocumentInText, owner: Field): ValuePlace[] {
  const found = new Map<string, ValuePlace>();
  const add = (file: SourceFile, path: readonly string[]) =>
    found.set(JSON.stringify([file.path, path]), { file, path });
  const first = owner.node?.range?.[0];
  const inner = [...members(owner).map(({ value }) => sayingOfKey(document, value)), ...itemSayings(document, owner)];
  for (const saying of inner) if (saying?.kind === 'value') add(saying.spot.file, saying.spot.path.slice(0, -1));
  if (inner.length === 0 && first !== undefined) {
    // Nothing in it: `{}`, `[]`, or a key without a value.
    const saying = '{['.includes(charAt(document, first)) ? sayingAt(document, first) : sayingOfKey(document, owner);
    if (saying?.kind === 'value') add(saying.spot.file, saying.spot.path);
  }
  return [...found.values()].sort((a, b) => Number(isGiven(a)) - Number(isGiven(b))).slice(0, mostPlaces);
}

/** What a chart says itself counts with all values. */
function isGiven({ file }: ValuePlace): boolean {
  return !/(?:^|[/!])values\.ya?ml$/.test(file.path);
}

const mostPlaces = 3;

function itemSayings(document: DocumentInText, owner: Field): (Saying | undefined)[] {
  return items(owner).map((item) => sayingOfItem(document, item));
}

/** What says an item of a list: of a table its path ends where the item does. */
export function sayingOfItem(document: DocumentInText, item: Field): Saying | undefined {
  const [first] = members(item);
  if (first) {
    const saying = sayingOfKey(document, first.value);
    if (saying?.kind !== 'value') return saying;
    return { ...saying, spot: { ...saying.spot, path: saying.spot.path.slice(0, -1) } };
  }
  const start = item.node?.range?.[0];
  if (start === undefined) return undefined;
  return sayingAt(document, start + ('"\''.includes(charAt(document, start)) ? 1 : 0));
}

/** The values that keep something out of a table, being empty or missing, by the name of what is missing there. */
export function valuesKeepingOut(
  document: DocumentInText,
  owner: Field,
  name: string,
  fileAt: JudgedChart['fileAt'],
): ValuePlace[] {
  const { rendered, start } = document;
  const range = owner.node?.range;
  if (!range) return [];
  const found = new Map<string, ValuePlace>();
  const from = owner.key?.range?.[1] ?? range[0];
  for (const { condition, by } of gapsIn(rendered.source, start + from, start + range[1] + 1)) {
    const said = trace(condition, 0).spots.flatMap(({ spot }) => (isValue(spot) ? spot : []));
    for (const { file, path } of said.length > 0 ? said : valuesAskedFor(by, fileAt)) {
      if (isNamedLike(path.at(-1) ?? '', name)) found.set(JSON.stringify([file.path, path]), { file, path });
    }
  }
  return [...found.values()].slice(0, mostPlaces);
}

/** The values of its own chart that an action asks for, whether or not anything says them. */
function valuesAskedFor({ template, start, end }: Action, fileAt: JudgedChart['fileAt']): ValuePlace[] {
  const { file, text } = template;
  const chart = file && /^(.*?)templates\//.exec(file.path)?.[1];
  const values = chart === undefined ? undefined : fileAt(`${chart}values.yaml`);
  if (!values) return [];
  const action = text.slice(start, Math.min(end, text.indexOf('}}', start)));
  return [...action.matchAll(/\.Values((?:\.\w+)+)/g)].map(([, keys = '']) => ({
    file: values,
    path: keys.slice(1).split('.'),
  }));
}

/** `podSecurityContext` is the value of `securityContext`, `liveness` that of `livenessProbe`. */
function isNamedLike(value: string, field: string): boolean {
  const [one, other] = [value.toLowerCase(), field.toLowerCase()];
  return one.endsWith(other) || `${one}probe` === other;
}
