import { Inflate } from 'fflate';
import { parseTar } from 'nanotar';
import { readOnce } from '../../../readOnce';
import { Fault } from '../go/fault';
import type { GivenFile } from './chart';

/** What an archive may hold; helm's limits, and ours for what it doesn't limit. */
const limits = {
  archive: 50 * 1024 * 1024,
  whole: 100 * 1024 * 1024,
  file: 5 * 1024 * 1024,
  entries: 10_000,
  ratio: 100,
};

/** The files of a packed chart, read in memory. */
export const readArchive = readOnce((bytes: Uint8Array): readonly GivenFile[] => {
  if (bytes.length > limits.archive) throw new Fault(`the archive is larger than ${limits.archive} bytes`);
  const files: GivenFile[] = [];
  let entries = 0;
  for (const { name, type, data } of parsed(gunzipped(bytes))) {
    if (++entries > limits.entries) throw new Fault(`the archive holds more than ${limits.entries} entries`);
    if (type === 'directory' || type === 'globalExtendedHeader' || type === 'extendedHeader') continue;
    if (type !== 'file' && type !== 'contiguousFile') throw new Fault(`the archive holds a link: ${name}`);
    const path = pathIn(name);
    const content = data ?? new Uint8Array();
    if (content.length > limits.file) {
      throw new Fault(`decompressed chart file "${name}" is larger than the maximum file size ${limits.file}`);
    }
    files.push({ path, bytes: withoutMark(content) });
  }
  if (files.length === 0) throw new Fault('no files in chart archive');
  return files;
});

function parsed(bytes: Uint8Array) {
  try {
    return parseTar(bytes);
  } catch {
    throw new Fault('the archive is broken');
  }
}

/** Inflates a gzip stream, and stops where it grows out of bounds. */
function gunzipped(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) throw new Fault('gzip: invalid header');
  const most = Math.min(limits.whole, Math.max(bytes.length, 1024) * limits.ratio);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length > most) throw new Fault(`decompressed chart is larger than the maximum size ${most}`);
    chunks.push(chunk);
  });
  const start = headerLength(bytes);
  const step = 64 * 1024;
  try {
    for (let place = start; place < bytes.length - 8; place += step) {
      const end = Math.min(bytes.length - 8, place + step);
      inflate.push(bytes.subarray(place, end), end === bytes.length - 8);
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('the archive is broken');
  }
  const whole = new Uint8Array(length);
  let place = 0;
  for (const chunk of chunks) {
    whole.set(chunk, place);
    place += chunk.length;
  }
  return whole;
}

/** RFC 1952: ten bytes, then what the flags say. */
function headerLength(bytes: Uint8Array): number {
  const flags = bytes[3] ?? 0;
  let place = 10;
  if (flags & 4) place += 2 + (bytes[place] ?? 0) + 256 * (bytes[place + 1] ?? 0);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    while (place < bytes.length && bytes[place] !== 0) place++;
    place++;
  }
  return flags & 2 ? place + 2 : place;
}

/** The path below the archive's first folder. */
function pathIn(name: string): string {
  const delimiter = name.includes('\\') ? '\\' : '/';
  const parts = name.split(delimiter);
  const inner = parts.slice(1).join('/');
  if (inner.startsWith('/')) throw new Fault('chart illegally contains absolute paths');
  const clean: string[] = [];
  for (const part of inner.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && clean.length > 0 && clean.at(-1) !== '..') clean.pop();
    else clean.push(part);
  }
  const path = clean.join('/');
  if (path === '') throw new Fault(`chart illegally contains content outside the base directory: "${name}"`);
  if (path.startsWith('..')) throw new Fault('chart illegally references parent directory');
  if (/^[a-zA-Z]:\//.test(path)) throw new Fault('chart contains illegally named files');
  if (parts[0] === 'Chart.yaml') throw new Fault('chart yaml not in base directory');
  return path;
}

/** Without a byte order mark. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
