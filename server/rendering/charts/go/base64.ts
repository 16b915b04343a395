const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const places = new Map([...alphabet].map((letter, index) => [letter, index]));

/** Bytes as base64. */
export function encodedBase64(bytes: Uint8Array): string {
  let written = '';
  for (let place = 0; place < bytes.length; place += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(place, place + 3);
    const bits = (one << 16) | (two << 8) | three;
    const left = bytes.length - place;
    written += alphabet.charAt(bits >> 18) + alphabet.charAt((bits >> 12) & 63);
    written += (left > 1 ? alphabet.charAt((bits >> 6) & 63) : '=') + (left > 2 ? alphabet.charAt(bits & 63) : '=');
  }
  return written;
}

/** The bytes that base64 stands for, or the place of the byte that Go calls illegal. Line breaks are skipped. */
export function decodedBase64(written: string): Uint8Array | number {
  const bytes: number[] = [];
  let place = 0;
  const next = (): string | undefined => {
    while (written[place] === '\n' || written[place] === '\r') place++;
    return written[place];
  };
  for (;;) {
    const group: number[] = [];
    while (group.length < 4) {
      const letter = next();
      if (letter === undefined) {
        if (group.length === 0) return Uint8Array.from(bytes);
        return place - group.length;
      }
      if (letter === '=') {
        if (group.length < 2) return place;
        place++;
        if (group.length === 2) {
          const second = next();
          if (second === undefined) return written.length;
          if (second !== '=') return place;
          place++;
        }
        if (next() !== undefined) return place;
        pushGroup(bytes, group);
        return Uint8Array.from(bytes);
      }
      const value = places.get(letter);
      if (value === undefined) return place;
      group.push(value);
      place++;
    }
    pushGroup(bytes, group);
  }
}

function pushGroup(bytes: number[], group: readonly number[]): void {
  const [one = 0, two = 0, three = 0, four = 0] = group;
  const bits = (one << 18) | (two << 12) | (three << 6) | four;
  bytes.push(bits >> 16);
  if (group.length > 2) bytes.push((bits >> 8) & 255);
  if (group.length > 3) bytes.push(bits & 255);
}
