import { decodeUtf8 } from './bytes';
import { Fault } from './fault';

/** What lies in a tar archive under a name, exactly as it is written there. */
export interface TarEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  readonly data: Uint8Array;
}

const block = 512;

/**
 * The entries of a tar archive as Go's archive/tar reads them: old ones, ustar, GNU's long names, PAX.
 *
 * @throws Fault for what is none
 */
export function* readTar(bytes: Uint8Array): Iterable<TarEntry> {
  let place = 0;
  let said: ReadonlyMap<string, string> = new Map();
  while (place < bytes.length) {
    const header = bytes.subarray(place, place + block);
    if (header.length < block) throw new Fault('unexpected EOF');
    if (header.every((byte) => byte === 0)) return;
    checkSum(header);
    const letter = String.fromCharCode(header[156] ?? 0);
    const size = sizeOf(header, said);
    const start = place + block;
    if (start + size > bytes.length) throw new Fault('unexpected EOF');
    const data = bytes.subarray(start, start + size);
    place = start + Math.ceil(size / block) * block;
    if (letter === 'x') said = new Map([...said, ...records(data)]);
    else if (letter === 'L') said = new Map([...said, ['path', textIn(data, 0, data.length)]]);
    // What holds for all entries, and long names of links, change nothing here.
    else if (letter !== 'g' && letter !== 'K') {
      const name = said.get('path') ?? nameIn(header);
      said = new Map();
      yield { name, kind: kindOf(letter, name), data };
    }
  }
}

function invalid(): Fault {
  return new Fault('archive/tar: invalid tar header');
}

/** The sum of a header's bytes stands in it, counted as if blanks stood there. */
function checkSum(header: Uint8Array): void {
  let sum = 0;
  for (const [index, byte] of header.entries()) sum += index >= 148 && index < 156 ? 32 : byte;
  if (numberIn(header, 148, 8) !== sum) throw invalid();
}

function sizeOf(header: Uint8Array, said: ReadonlyMap<string, string>): number {
  const size = Number(said.get('size') ?? numberIn(header, 124, 12));
  if (!Number.isSafeInteger(size) || size < 0) throw invalid();
  return size;
}

/** A number in octal digits, or, if its first bit is set, in bytes. */
function numberIn(header: Uint8Array, start: number, length: number): number {
  const first = header[start] ?? 0;
  if (first >= 0x80) {
    let number = first & 0x7f;
    for (const byte of header.subarray(start + 1, start + length)) number = number * 256 + byte;
    return number;
  }
  const digits = textIn(header, start, length).trim();
  if (!/^[0-7]*$/.test(digits)) throw invalid();
  return digits === '' ? 0 : Number.parseInt(digits, 8);
}

function textIn(bytes: Uint8Array, start: number, length: number): string {
  const part = bytes.subarray(start, start + length);
  const end = part.indexOf(0);
  return decodeUtf8(end < 0 ? part : part.subarray(0, end));
}

function nameIn(header: Uint8Array): string {
  const name = textIn(header, 0, 100);
  const prefix = textIn(header, 257, 5) === 'ustar' && header[262] === 0 ? textIn(header, 345, 155) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function kindOf(letter: string, name: string): TarEntry['kind'] {
  if (letter === '5') return 'folder';
  if (letter !== '0' && letter !== '\0' && letter !== '7') return 'other';
  return name.endsWith('/') ? 'folder' : 'file';
}

/** What PAX says of the next entry: `LENGTH KEY=VALUE` on lines of their own. */
function* records(data: Uint8Array): Iterable<readonly [string, string]> {
  let place = 0;
  while (place < data.length) {
    const space = data.indexOf(32, place);
    const length = Number(textIn(data, place, space - place));
    const record = textIn(data, space + 1, place + length - space - 2);
    const equals = record.indexOf('=');
    if (space < 0 || !(length >= 5 && place + length <= data.length) || equals < 1) throw invalid();
    yield [record.slice(0, equals), record.slice(equals + 1)];
    place += length;
  }
}
