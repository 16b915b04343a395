import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileFault } from './fileFault';
import { largestFile, tooLarge } from './textFile';

/** What a file holds, or why nobody knows; reasons go on from the file's name. */
export type ReadBytes =
  | { readonly state: 'bytes'; readonly bytes: Buffer }
  /** No such file exists; a folder of that name may. */
  | { readonly state: 'gone'; readonly reason: string }
  | { readonly state: 'unreadable'; readonly reason: string };

type Refusal = Exclude<ReadBytes, { readonly state: 'bytes' }>;

/** What is taken for a file. */
export interface Reading {
  /** In bytes. */
  readonly largest?: number;
  /** Whether what is no regular file is read as well: a pipe, say, that somebody has named. */
  readonly takesPipes?: boolean;
}

/** Reads a file whole. */
export function readBytes(path: string, reading: Reading = {}): ReadBytes {
  try {
    const file = openSync(path, flagsOf(reading));
    try {
      return refusalOf(fstatSync(file), reading) ?? { state: 'bytes', bytes: readFileSync(file) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return refusalFor(error);
  }
}

/** Reads a file whole while others have their turn. */
export async function readBytesLater(path: string, reading: Reading = {}): Promise<ReadBytes> {
  try {
    const file = await open(path, flagsOf(reading));
    try {
      return refusalOf(await file.stat(), reading) ?? { state: 'bytes', bytes: await file.readFile() };
    } finally {
      await file.close();
    }
  } catch (error) {
    return refusalFor(error);
  }
}

/** A pipe that nobody writes into would keep whoever opens it waiting. Windows has no such files, and no such flag. */
function flagsOf({ takesPipes = false }: Reading): number {
  return takesPipes ? constants.O_RDONLY : constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
}

function refusalOf(stats: Stats, { largest = largestFile, takesPipes = false }: Reading): Refusal | undefined {
  if (stats.isDirectory()) return { state: 'gone', reason: 'is a folder' };
  if (!stats.isFile() && !takesPipes) return { state: 'unreadable', reason: 'is no file that holds text' };
  return stats.size > largest ? { state: 'unreadable', reason: tooLarge(stats.size, largest) } : undefined;
}

function refusalFor(error: unknown): Refusal {
  const reason = fileFault(error);
  const isGone = reason === 'does not exist' || reason === 'is a folder';
  return isGone ? { state: 'gone', reason } : { state: 'unreadable', reason: `could not be read: ${reason}` };
}
