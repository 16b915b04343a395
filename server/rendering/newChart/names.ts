/** Why a chart can't have a name, as the end of a sentence that begins with the name; undefined for a legal one. */
export function chartNameFault(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > 250) return 'is longer than 250 characters';
  if (!/^[a-zA-Z0-9._-]+$/.test(name)) return 'holds something else than letters, digits, ".", "_" and "-"';
  return /^[.]+$/.test(name) ? 'is no name' : undefined;
}

/** Names that are given once each. */
export interface GivenNames {
  /** A name that nobody has yet: the first of those wanted, else the last one with a number. */
  readonly give: (...wanted: readonly string[]) => string;
}

/** @param taken names that nobody gets */
export function givenNames(taken: readonly string[]): GivenNames {
  const given = new Set(taken);
  return {
    give(...wanted) {
      const last = wanted.at(-1) ?? '';
      let name = wanted.find((one) => !given.has(one));
      for (let number = 2; name === undefined; number++) if (!given.has(`${last}${number}`)) name = `${last}${number}`;
      given.add(name);
      return name;
    },
  };
}

/** A key of values that templates can name with a dot: `my-web.1` becomes `myWeb1`. */
export function valuesKey(name: string, otherwise: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const key = words.map((word, index) => (index === 0 ? lowered(word) : raised(word))).join('');
  if (key === '') return otherwise;
  return /^\d/.test(key) ? otherwise + raised(key) : key;
}

/** A word with a small first letter; one that is all in capitals is small as a whole. */
function lowered(word: string): string {
  return /^[A-Z]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

function raised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A key as values have it: some words are read as something else without quotes. */
export function writtenKey(key: string): string {
  return /^(?:y|n|yes|no|on|off|true|false|null)$/i.test(key) || /^[\d.]/.test(key) || /^\d+e\d+$/i.test(key)
    ? JSON.stringify(key)
    : key;
}

/** What a file can be called for an object: `web-deployment`. */
export function fileStem(name: string, kind: string): string {
  const stem = [name, kind]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return stem === '' ? 'object' : stem.slice(0, 100);
}
