import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileFault } from '../workspace/disk/fileFault';

/**
 * Replaces what a file holds so that whoever reads it, whenever the process dies, finds either the old or the new bytes.
 * Its mode stays, and a link stays a link to the file that it leads to. Gives back why it could not be done.
 */
export function writeAtomically(path: string, bytes: Buffer): string | undefined {
  let temporary: string | undefined;
  try {
    const target = realpathSync(path);
    // Replacing a file asks nothing of the file itself: whoever made it read-only would be surprised.
    accessSync(target, constants.W_OK);
    const { mode, uid, gid } = statSync(target);
    temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    const descriptor = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(descriptor, bytes);
      keepOwner(descriptor, uid, gid);
      fchmodSync(descriptor, mode & 0o7777);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    return `could not be written: ${fileFault(error)}`;
  }
}

function keepOwner(descriptor: number, uid: number, gid: number): void {
  if (uid === process.getuid?.() && gid === process.getgid?.()) return;
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Only root may give files away; the new file is then owned by who fixed it, as with any editor.
  }
}
