import { Inflate } from 'fflate';
import { readOnce } from '../../../readOnce';
import { withoutMark } from '../go/bytes';
import { Fault } from '../go/fault';
import { readTar } from '../go/readTar';
import type { GivenFile } from './givenFile';

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
  if (bytes.length > limits.archive) throw new Fault('the archive is larger than 50 MB');
  const files: GivenFile[] = [];
  let entries = 0;
  for (const { name, kind, data } of readTar(gunzipped(bytes))) {
    if (++entries > limits.entries) throw new Fault('the archive holds more than 10,000 entries');
    if (kind === 'folder') continue;
    if (kind === 'other') throw new Fault(`the archive holds what is no file, such as a link: ${name}`);
    const path = pathIn(name);
    if (data.length > limits.file) {
      throw new Fault(`decompressed chart file "${name}" is larger than the maximum file size ${limits.file}`);
    }
    files.push({ path, bytes: withoutMark(data) });
  }
  if (files.length === 0) throw new Fault('no files in chart archive');
  return files;
});

/** Inflates a gzip stream, and stops where it grows out of bounds. */
function gunzipped(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) throw new Fault('gzip: invalid header');
  const most = Math.max(bytes.length, 1024) * limits.ratio;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length > limits.whole) throw new Fault(`decompressed chart is larger than the maximum size ${limits.whole}`);
    if (length > most) throw new Fault('the archive holds more than 100 times its size');
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
