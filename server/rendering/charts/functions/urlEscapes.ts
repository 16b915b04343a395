import { encodeUtf8 } from '../go/bytes';

/** `url.QueryEscape`. */
export function queryEscaped(written: string): string {
  return escapedBytes(written, /[\w.~-]/).replaceAll('%20', '+');
}

/** Each byte that isn't one of the characters left, as `%XX`. */
export function escapedBytes(written: string, left: RegExp): string {
  let shown = '';
  for (const byte of encodeUtf8(written)) {
    const character = String.fromCharCode(byte);
    shown += byte < 0x80 && left.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return shown;
}
