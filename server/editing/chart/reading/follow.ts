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
  const accesses = noted(reader.notes.accesses, file);
  const key = `${start} ${end} ${keyOf(base)}`;
  const before = accesses.get(key);
  if (!before || (isTested && !before.isTested)) {
    accesses.set(key, { file, start, end, names, base, meaning, isTested });
  }
  return meaning;
}
