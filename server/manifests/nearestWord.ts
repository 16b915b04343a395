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
    const distance = isAbbreviated ? 1 : editDistance(written, legal);
    const isNear = isAbbreviated || distance <= Math.max(1, Math.floor(Math.max(written.length, legal.length) / 3));
    if (isNear && distance < least) {
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
  return names.find((other) => editDistance(name, other) <= most && withoutNumbers(name) !== withoutNumbers(other));
}

/**
 * How many letters have to be added, removed, changed or swapped with their neighbour (the optimal string alignment
 * distance).
 */
function editDistance(from: string, to: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          cell(previous, column) + 1,
          cell(current, column - 1) + 1,
          cell(previous, column - 1) + (isSame ? 0 : 1),
          isSwapped ? cell(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return cell(previous, to.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
