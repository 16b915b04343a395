import { decodedText } from './base64';

/** Bits of information a character, as Shannon counts them: 0 for one letter repeated, 6 for the best of base64. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/**
 * True for text that nobody made up: a key, a digest, a random id. What it is for, its name has to tell, as digests and
 * keys look alike.
 */
export function looksRandom(text: string): boolean {
  const core = text.replace(/=+$/, '');
  if (core.length < 16 || !/^[\w+/.~-]+$/.test(core) || isUuid(core)) return false;
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(core))
    return core.length >= 24 && hasLettersAndDigits(core) && entropyOf(core) > 3;
  return hasLettersAndDigits(core) && entropyOf(core) > 3.3 && changesOfClass(core) >= core.length / 4;
}

/**
 * True for text that is a key whatever its name: long, of all sorts of characters, and neither words, nor a digest, nor
 * other text in base64.
 */
export function isPlainlyRandom(text: string): boolean {
  const core = text.replace(/={1,2}$/, '');
  if (core.length < 32 || core.length > 256 || !/^[A-Za-z0-9+/]+$|^[\w-]+$/.test(core)) return false;
  if (!/[a-z]/.test(core) || !/[A-Z]/.test(core) || (core.match(/\d/g)?.length ?? 0) < 3) return false;
  return entropyOf(core) > 4.2 && changesOfClass(core) >= core.length * 0.4 && decodedText(text) === undefined;
}

/**
 * True for a password as a generator or a careful person makes it, shorter than what chance alone would prove: capitals,
 * small letters, digits or signs, three sorts of them, that follow each other where no word ends.
 */
export function looksMadeUp(text: string): boolean {
  if (text.length < 8 || text.length > 256 || /\s|:\/\//.test(text) || isUuid(text)) return false;
  const sorts = [/[a-z]/, /[A-Z]/, /\d/, /[^\w.:/@,=-]/].filter((sort) => sort.test(text)).length;
  const pieces = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+|[^A-Za-z\d]+/g)?.length ?? 0;
  return sorts >= 3 && hasLettersAndDigits(text) && pieces - 1 >= text.length * 0.4;
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}

function hasLettersAndDigits(text: string): boolean {
  return /[A-Za-z]/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 2;
}

/** How often capitals, small letters, digits and signs follow each other; words change seldom, chance often. */
function changesOfClass(text: string): number {
  const classOf = (character: string) =>
    /[a-z]/.test(character) ? 'a' : /[A-Z]/.test(character) ? 'A' : /\d/.test(character) ? '0' : '-';
  let changes = 0;
  for (let index = 1; index < text.length; index++) {
    if (classOf(text.charAt(index)) !== classOf(text.charAt(index - 1))) changes++;
  }
  return changes;
}
