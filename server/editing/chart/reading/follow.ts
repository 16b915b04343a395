import { fieldOf, keyOf, type Meaning } from './meaning';
import { type NamePlace, noted } from './notes';
import type { Scope } from './scope';

/** Follows names from something, and takes that down. */
export function follow(
  base: Meaning,
  names: readonly NamePlace[],
  { start, end }: { readonly start: number; readonly end: number },
  { file, reader }: Scope,
  isTested: boolean,
): Meaning {
  let meaning = base;
  for (const { name } of names) meaning = fieldOf(meaning, name);
  const places = noted(reader.notes.accesses, file);
  const found = places.get(start) ?? [];
  if (found.length === 0) places.set(start, found);
  const position = found.findIndex((one) => one.end === end && (one.base === base || keyOf(one.base) === keyOf(base)));
  const access = { file, start, end, names, base, meaning, isTested };
  if (position < 0) found.push(access);
  else if (isTested && !found[position]?.isTested) found[position] = access;
  return meaning;
}
