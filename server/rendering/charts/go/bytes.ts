/*
 * Go's strings are bytes. Here they are JavaScript's strings; a byte that belongs to no UTF-8 character is kept as the lone
 * surrogate U+DC00 + byte, so that nothing is lost and writing the text gives the same bytes again.
 */

const chunk = 8192;

/** Part of every place where this runs, and of no library of types that all of them share. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { readonly decode: (bytes: Uint8Array) => string };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads UTF-8, keeping what isn't. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return decodedByteByByte(bytes);
  }
}

function decodedByteByByte(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  let place = 0;
  while (place < bytes.length) {
    const byte = bytes[place] ?? 0;
    const width = byte < 0x80 ? 1 : widthAt(bytes, place);
    if (width === 1 || width === 0) units.push(byte < 0x80 ? byte : 0xdc00 + byte);
    else {
      let code = byte & (0xff >> (width + 1));
      for (let step = 1; step < width; step++) code = (code << 6) | ((bytes[place + step] ?? 0) & 0x3f);
      if (code >= 0x10000) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
      else units.push(code);
    }
    place += width || 1;
    if (units.length >= chunk) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}

/** The width of the UTF-8 character at a place, or 0 if there is none. */
function widthAt(bytes: Uint8Array, place: number): number {
  const first = bytes[place] ?? 0;
  const second = bytes[place + 1] ?? 0;
  if (first < 0xc2 || first > 0xf4 || (second & 0xc0) !== 0x80) return 0;
  if (first < 0xe0) return 2;
  const third = bytes[place + 2] ?? 0;
  if ((third & 0xc0) !== 0x80) return 0;
  if (first < 0xf0) {
    if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0;
    return 3;
  }
  if (((bytes[place + 3] ?? 0) & 0xc0) !== 0x80) return 0;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0;
  return 4;
}

/** Writes a text as UTF-8, with the bytes that were kept. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(byteLength(text));
  let place = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes[place++] = unit;
    else if (unit < 0x800) {
      bytes[place++] = 0xc0 | (unit >> 6);
      bytes[place++] = 0x80 | (unit & 0x3f);
    } else if (isPairAt(text, index)) {
      const code = text.codePointAt(index) ?? 0;
      index++;
      bytes[place++] = 0xf0 | (code >> 18);
      bytes[place++] = 0x80 | ((code >> 12) & 0x3f);
      bytes[place++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[place++] = 0x80 | (code & 0x3f);
    } else if (isKeptByte(unit)) bytes[place++] = unit - 0xdc00;
    else {
      bytes[place++] = 0xe0 | (unit >> 12);
      bytes[place++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[place++] = 0x80 | (unit & 0x3f);
    }
  }
  return bytes;
}

const isAscii = /^[\0-\x7f]*$/;

/** The number of bytes of a text. */
export function byteLength(text: string): number {
  if (isAscii.test(text)) return text.length;
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) length++;
    else if (unit < 0x800) length += 2;
    else if (isPairAt(text, index)) {
      length += 4;
      index++;
    } else length += isKeptByte(unit) ? 1 : 3;
  }
  return length;
}

/** The bytes of a text between two places, which may cut a character. */
export function sliceBytes(text: string, start: number, end: number): string {
  if (isAscii.test(text)) return text.slice(start, end);
  return decodeUtf8(encodeUtf8(text).subarray(start, end));
}

const loneSurrogate = /\p{Surrogate}/u;
const loneSurrogates = /\p{Surrogate}/gu;

/** True if a text holds bytes that are no UTF-8. */
export function isInvalid(text: string): boolean {
  return loneSurrogate.test(text);
}

/** What Go makes of invalid bytes when it reads characters: each becomes U+FFFD. */
export function wellFormed(text: string): string {
  return loneSurrogate.test(text) ? text.replace(loneSurrogates, '\ufffd') : text;
}

/** Compares texts as Go does: by their bytes. */
export function compareBytes(one: string, other: string): number {
  if (one === other) return 0;
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const first = one.charCodeAt(index);
    const second = other.charCodeAt(index);
    if (first === second) continue;
    // Surrogates stand for characters behind all others.
    const isFirstPair = first >= 0xd800 && first <= 0xdfff;
    const isSecondPair = second >= 0xd800 && second <= 0xdfff;
    if (isFirstPair !== isSecondPair) return isFirstPair ? 1 : -1;
    return first < second ? -1 : 1;
  }
  return one.length - other.length;
}

function isKeptByte(unit: number): boolean {
  return unit >= 0xdc80 && unit <= 0xdcff;
}

function isPairAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const next = text.charCodeAt(index + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}

/** Without a byte order mark. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
