import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileFault } from './fileFault';
import { leftovers, pathBeside } from './leftovers';
import { isPathWithin } from './paths';
import { readBytes } from './readBytes';

/** What becomes of a file. */
export interface Replacement {
  /** The file, or a link to it. */
  readonly path: string;
  /** The folder, links followed, that it has to be in once links are followed. */
  readonly root: string;
  /** What it held when it was read. */
  readonly before: Buffer;
  readonly after: Buffer;
}

/** Writes files; both give back why it could not be done, as messages go on from the file's name. */
export interface FileWriter {
  /**
   * Replaces what a file holds so that whoever reads it, whenever the process dies, finds either the old or the new
   * bytes. Its mode and owner stay, and a link stays a link to the file that it leads to. A file with several names
   * keeps them, so it is written in place, its old bytes beside it until that is done.
   */
  readonly replace: (replacement: Replacement) => string | undefined;
  /** Writes a file that is not there. */
  readonly create: (path: string, bytes: Buffer) => string | undefined;
}

/**
 * What writes files for one run.
 *
 * @param now the time in milliseconds
 */
export function fileWriter(now: () => number): FileWriter {
  const left = leftovers(now);
  return {
    replace: ({ path, root, before, after }) =>
      withFaults(() => {
        const target = realpathSync(path);
        if (!isPathWithin(target, root)) {
          return `leads through a link to ${target}, outside of the folder, so it was left alone`;
        }
        // Replacing a file asks nothing of the file itself: whoever made it read-only would be surprised.
        accessSync(target, constants.W_OK);
        left.remove(dirname(target));
        const kept = left.keptOf(target);
        if (kept?.isLeft && holds(kept.path, before)) rmSync(kept.path);
        else if (kept) return beingWritten(kept.path);
        const stats = lstatSync(target);
        const change = { target, before, after, stats };
        return stats.nlink > 1 ? writeInPlace(change) : replaceWhole(change);
      }),
    create: (path, bytes) =>
      withFaults(() => {
        left.remove(dirname(path));
        const temporary = writeBeside(path, bytes);
        if (lstatSync(path, { throwIfNoEntry: false })) {
          rmSync(temporary);
          return 'could not be written: something of that name is there already';
        }
        renameSync(temporary, path);
        return undefined;
      }),
  };
}

interface Change {
  /** With all links followed. */
  readonly target: string;
  readonly before: Buffer;
  readonly after: Buffer;
  readonly stats: Stats;
}

function beingWritten(kept: string): string {
  return `was left alone: another run writes it or was ended while it did, and ${basename(kept)} beside it holds what it was; remove that file once this one is as it should be`;
}

const changedMeanwhile = 'was changed after it was read, so it was left alone';

function replaceWhole({ target, before, after, stats }: Change): string | undefined {
  const temporary = writeBeside(target, after, stats);
  try {
    if (!holds(target, before)) return changedMeanwhile;
    renameSync(temporary, target);
    return undefined;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeInPlace({ target, before, after, stats }: Change): string | undefined {
  const kept = pathBeside(target, 'old');
  let isWhole = true;
  try {
    createFile(kept, before, stats);
    if (!holds(target, before)) return changedMeanwhile;
    const descriptor = openSync(target, constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      isWhole = false;
      overwrite(descriptor, after, stats);
      isWhole = true;
    } catch (error) {
      overwrite(descriptor, before, stats);
      isWhole = true;
      throw error;
    } finally {
      closeSync(descriptor);
    }
    return undefined;
  } finally {
    if (isWhole) rmSync(kept, { force: true });
  }
}

function overwrite(descriptor: number, bytes: Buffer, { mode }: Stats): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, at);
  ftruncateSync(descriptor, bytes.length);
  // Writing takes these bits away.
  if ((mode & 0o6000) !== 0) fchmodSync(descriptor, mode & 0o7777);
  fsyncSync(descriptor);
}

function writeBeside(path: string, bytes: Buffer, stats?: Stats): string {
  const temporary = pathBeside(path, 'new');
  createFile(temporary, bytes, stats);
  return temporary;
}

/** Writes a file that is not there, with the mode and the owner of another one if there is one. */
function createFile(path: string, bytes: Buffer, like: Stats | undefined): void {
  const descriptor = openSync(path, 'wx', like ? 0o600 : 0o666);
  try {
    writeFileSync(descriptor, bytes);
    if (like) {
      keepOwner(descriptor, like);
      fchmodSync(descriptor, like.mode & 0o7777);
    }
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function keepOwner(descriptor: number, { uid, gid }: Stats): void {
  if (uid === process.getuid?.() && gid === process.getgid?.()) return;
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Only root may give files away; the new file is then owned by who fixed it, as with any editor.
  }
}

function holds(path: string, bytes: Buffer): boolean {
  const read = readBytes(path);
  return read.state === 'bytes' && read.bytes.equals(bytes);
}

function withFaults(write: () => string | undefined): string | undefined {
  try {
    return write();
  } catch (error) {
    return `could not be written: ${fileFault(error)}`;
  }
}
