import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Files for `-f` that only the user can read. */
export interface PrivateFiles {
  /** Writes a text and gives back the path of the file. */
  write(text: string): Promise<string>;
  remove(file: string): Promise<void>;
  /** Removes what is left of this process, and of processes that have ended. */
  removeAll(): Promise<void>;
}

/** Keeps private files in a folder, each in one of its own that names this process. */
export function privateFilesIn(folder: string): PrivateFiles {
  return {
    async write(text) {
      const own = path.join(folder, `${process.pid}-${randomBytes(8).toString('hex')}`);
      await mkdir(own, { recursive: true, mode: 0o700 });
      const file = path.join(own, 'manifest.yaml');
      await writeFile(file, text, { mode: 0o600, flag: 'wx' });
      return file;
    },
    remove: (file) => rm(path.dirname(file), { recursive: true, force: true }),
    async removeAll() {
      const entries = await readdir(folder).catch(() => []);
      const abandoned = entries.filter((entry) => !isUsedByAnother(Number(entry.split('-')[0])));
      await Promise.all(abandoned.map((entry) => rm(path.join(folder, entry), { recursive: true, force: true })));
    },
  };
}

function isUsedByAnother(pid: number): boolean {
  if (pid === process.pid || !Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user exists too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
