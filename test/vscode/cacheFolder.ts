import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { readUntil } from '../waiting';

/**
 * The folder that keeps downloads between runs and between checkouts: `$SEAWORTHY_CACHE`, else the place where the
 * operating system keeps a user's caches.
 */
export function cacheFolder(): string {
  const chosen = process.env.SEAWORTHY_CACHE;
  if (chosen) return path.resolve(chosen);
  if (process.platform === 'win32') {
    return path.join(process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'seaworthy');
  }
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'seaworthy');
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'seaworthy');
}

const wanted = new Map<string, Promise<string>>();

/**
 * The folder `name` inside the cache, filled by `fill` the first time and never again.
 *
 * `fill` works in a folder beside it, which gets its final name only when `fill` is done: an interrupted run leaves no
 * half-filled folder behind. A second run that wants the same folder meanwhile waits for the first.
 */
export function cachedFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = wanted.get(name) ?? foundOrFilled(name, fill);
  wanted.set(name, folder);
  return folder;
}

async function foundOrFilled(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const cache = cacheFolder();
  const folder = path.join(cache, name);
  if (await exists(folder)) return folder;

  await mkdir(cache, { recursive: true });
  const unlock = await lock(path.join(cache, `${name}.lock`), `Another run is preparing ${folder}; waiting for it.`);
  try {
    if (await exists(folder)) return folder;
    await removePartialFolders(cache, name);
    const partial = path.join(cache, `${name}.partial-${process.pid}`);
    await mkdir(partial);
    await fill(partial);
    await renameWhenReleased(partial, folder);
    return folder;
  } finally {
    await unlock();
  }
}

async function removePartialFolders(cache: string, name: string): Promise<void> {
  for (const entry of await readdir(cache)) {
    if (entry.startsWith(`${name}.partial-`)) await rm(path.join(cache, entry), { recursive: true, force: true });
  }
}

// On Windows a virus scanner may still hold files that were just written; the rename succeeds a moment later.
async function renameWhenReleased(from: string, to: string): Promise<void> {
  let problem: unknown;
  const renamed = async () => {
    try {
      await rename(from, to);
      return true;
    } catch (error) {
      if (process.platform !== 'win32') throw error;
      problem = error;
      return false;
    }
  };
  if (!(await readUntil(renamed, Boolean))) throw problem;
}

/** Takes the lock that `file` stands for and gives the function that releases it. */
async function lock(file: string, messageWhileWaiting: string): Promise<() => Promise<void>> {
  let told = false;
  const taken = async () => {
    if (await isTaken(file)) return true;
    if (await isAbandoned(file)) await rm(file, { force: true });
    else if (!told) console.log(messageWhileWaiting);
    told = true;
    return false;
  };
  // Whoever holds it may have much to download or to build.
  await readUntil(taken, Boolean, Number.POSITIVE_INFINITY);
  return () => rm(file, { force: true });
}

/** Takes the lock if nobody holds it. */
async function isTaken(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function isAbandoned(lockFile: string): Promise<boolean> {
  try {
    const holder = Number(await readFile(lockFile, 'utf8'));
    // Between its creation and the first write a lock is empty for an instant.
    if (!holder) return Date.now() - (await stat(lockFile)).mtimeMs > 5000;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
