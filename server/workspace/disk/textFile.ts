import { isUtf8 } from 'node:buffer';

/** How the text of a file is written down, so that it can be written back alike. */
export interface Encoding {
  readonly name: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';
  readonly hasByteOrderMark: boolean;
}

/** The text of a file without its byte order mark, or why it has none. */
export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly text: undefined; readonly reason: string };

/** In bytes. The largest bundles that people keep in one file have some 5 MB. */
export const largestFile = 20 * 1024 * 1024;

/** Why a file of that many bytes is not read. */
export function tooLarge(size: number, largest = largestFile): string {
  return `holds ${Math.ceil(size / 1024 / 1024)} MB, and more than ${largest / 1024 / 1024} MB are not read`;
}

/** Reads bytes as YAML asks for (YAML 1.2.2, 5.2): UTF-16 with a byte order mark, and UTF-8 with or without. */
export function decode(bytes: Buffer): Decoded {
  if (bytes.length > largestFile) return { text: undefined, reason: tooLarge(bytes.length) };
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes, 'UTF-16LE');
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes, 'UTF-16BE');
  if (bytes.includes(0)) return { text: undefined, reason: 'is no text file' };
  if (!isUtf8(bytes)) return { text: undefined, reason: 'is written in neither UTF-8 nor UTF-16' };
  const hasByteOrderMark = first === 0xef && second === 0xbb && third === 0xbf;
  const text = bytes.toString('utf8', hasByteOrderMark ? 3 : 0);
  return { text, encoding: { name: 'UTF-8', hasByteOrderMark } };
}

function decodeUtf16(bytes: Buffer, name: 'UTF-16LE' | 'UTF-16BE'): Decoded {
  if (bytes.length % 2 === 1) return { text: undefined, reason: 'ends in the middle of a UTF-16 character' };
  const littleEndian = name === 'UTF-16LE' ? bytes : Buffer.from(bytes).swap16();
  return { text: littleEndian.toString('utf16le', 2), encoding: { name, hasByteOrderMark: true } };
}

/** The bytes of a text in an encoding. */
export function encode(text: string, { name, hasByteOrderMark }: Encoding): Buffer {
  const marked = hasByteOrderMark ? `\uFEFF${text}` : text;
  if (name === 'UTF-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return name === 'UTF-16LE' ? bytes : bytes.swap16();
}
