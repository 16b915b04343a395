const letter = /\p{L}/u;
const digit = /\p{Nd}/u;

/** The order in which go-yaml v2 writes keys: digits by their number, before letters; `_` and the like before both. */
export function compareKeys(one: string, other: string): number {
  if (one === other) return 0;
  return isBefore([...one], [...other]) ? -1 : isBefore([...other], [...one]) ? 1 : 0;
}

function isBefore(one: readonly string[], other: readonly string[]): boolean {
  const length = Math.min(one.length, other.length);
  for (let place = 0; place < length; place++) {
    const [first = '', second = ''] = [one[place], other[place]];
    if (first === second) continue;
    const isFirstLetter = letter.test(first);
    const isSecondLetter = letter.test(second);
    if (isFirstLetter && isSecondLetter) return first < second;
    if (isFirstLetter || isSecondLetter) return isSecondLetter;
    let start = 0n;
    if (first === '0' || second === '0') {
      for (let before = place - 1; before >= 0 && digit.test(one[before] ?? ''); before--) {
        if (one[before] === '0') continue;
        start = 1n;
        break;
      }
    }
    const [firstNumber, firstEnd] = numberAt(one, place, start);
    const [secondNumber, secondEnd] = numberAt(other, place, start);
    if (firstNumber !== secondNumber) return firstNumber < secondNumber;
    if (firstEnd !== secondEnd) return firstEnd < secondEnd;
    return (first.codePointAt(0) ?? 0) < (second.codePointAt(0) ?? 0);
  }
  return one.length < other.length;
}

function numberAt(characters: readonly string[], place: number, start: bigint): [bigint, number] {
  let number = start;
  let end = place;
  while (end < characters.length && digit.test(characters[end] ?? '')) {
    number = BigInt.asIntN(64, number * 10n + BigInt((characters[end] ?? '').codePointAt(0) ?? 0) - 48n);
    end++;
  }
  return [number, end];
}
