const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text that base64 (RFC 4648, both alphabets) stands for; undefined for what isn't base64 of UTF-8 text. */
export function decodedText(base64: string): string | undefined {
  const digits = base64.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (digits.length < 4 || digits.length % 4 === 1 || !/^[A-Za-z0-9+/]+$/.test(digits)) return undefined;
  let escaped = '';
  let buffer = 0;
  let bits = 0;
  for (const digit of digits) {
    buffer = ((buffer << 6) | alphabet.indexOf(digit)) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (buffer >> bits) & 0xff;
    if (isControl(byte)) return undefined;
    escaped += `%${byte.toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

/** True for the bytes that text doesn't hold; tabs and line ends it does. */
function isControl(byte: number): boolean {
  return byte === 127 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
}
