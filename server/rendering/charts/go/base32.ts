const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes as base32. */
export function encodedBase32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let written = '';
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      written += alphabet.charAt((held >> bits) & 31);
    }
  }
  if (bits > 0) written += alphabet.charAt((held << (5 - bits)) & 31);
  return written.padEnd(Math.ceil(written.length / 8) * 8, '=');
}

/** The bytes that base32 stands for, or the place of the byte that Go calls illegal. */
export function decodedBase32(written: string): Uint8Array | number {
  const text = written.replace(/[\r\n]/g, '');
  const bare = text.replace(/=+$/, '');
  const bad = [...bare].findIndex((letter) => !alphabet.includes(letter));
  if (bad >= 0) return bad;
  if (text.length % 8 !== 0) return bare.length - (bare.length % 8);
  let bits = 0;
  let held = 0;
  const bytes: number[] = [];
  for (const letter of bare) {
    held = ((held << 5) | alphabet.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return Uint8Array.from(bytes);
}
