/**
 * The legal word that was probably meant by another one: few letters away, whatever their case, or abbreviated.
 * Undefined where none is near enough to be more than a guess.
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  const written = word.toLowerCase();
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of words) {
    const legal = candidate.toLowerCase();
    const isAbbreviated = written.length >= 3 && legal.startsWith(written);
    const most = Math.min(Math.max(1, Math.floor(Math.max(written.length, legal.length) / 3)), least - 1);
    const distance = isAbbreviated ? 1 : editDistance(written, legal, most);
    if (distance !== undefined && distance < least) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest;
}

/** The name that was certainly mistyped: a letter or two apart, and not only in its numbers. */
export function mistypedName(name: string, names: readonly string[]): string | undefined {
  const most = name.length < 6 ? 1 : 2;
  const withoutNumbers = (text: string) => text.replace(/\d+/g, '');
  return names.find(
    (other) => editDistance(name, other, most) !== undefined && withoutNumbers(name) !== withoutNumbers(other),
  );
}

/** Further than any word is from another. */
const far = Number.POSITIVE_INFINITY;

/**
 * How many letters have to be added, removed, changed or swapped with their neighbour (the optimal string alignment
 * distance); undefined if there are more than `most`. Takes as many steps as the shorter text is long, times `most`.
 */
function editDistance(from: string, to: string, most: number): number | undefined {
  if (most < 0 || Math.abs(from.length - to.length) > most) return undefined;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: Math.min(to.length, most) + 1 }, (_, index) => index);
  let leastBefore = 0;
  for (let row = 1; row <= from.length; row++) {
    const current: number[] = [];
    let least = Number.POSITIVE_INFINITY;
    const last = Math.min(to.length, row + most);
    for (let column = Math.max(0, row - most); column <= last; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const distance =
        column === 0
          ? row
          : Math.min(
              (previous[column] ?? far) + 1,
              (current[column - 1] ?? far) + 1,
              (previous[column - 1] ?? far) + (isSame ? 0 : 1),
              isSwapped ? (beforePrevious[column - 2] ?? far) + 1 : far,
            );
      current[column] = distance;
      least = Math.min(least, distance);
    }
    // Two letters that are swapped go on from the row before.
    if (least > most && leastBefore >= most) return undefined;
    leastBefore = least;
    beforePrevious = previous;
    previous = current;
  }
  const distance = previous[to.length] ?? far;
  return distance <= most ? distance : undefined;
}
