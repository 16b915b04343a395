import { randomUUID } from 'node:crypto';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What stands beside a file while it is written: the bytes to come, or those that it held before. */
export type Beside = 'new' | 'old';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const endings: Readonly<Record<Beside, string>> = { new: '.tmp', old: '.old.tmp' };
const names: Readonly<Record<Beside, RegExp>> = {
  new: new RegExp(`^\\.(.+)\\.${uuid}\\.tmp$`),
  old: new RegExp(`^\\.(.+)\\.${uuid}\\.old\\.tmp$`),
};

/** In milliseconds: a run that began before this is not writing any more. */
const longestRun = 60 * 60 * 1000;

/** A fresh name beside a file, which no search takes for a manifest's. */
export function pathBeside(path: string, beside: Beside): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}${endings[beside]}`);
}

/** What killed runs have left in the folders that a run writes into. */
export interface Leftovers {
  /** Removes what was to be written into files of a folder, as far as no run can still be at it. */
  readonly remove: (folder: string) => void;
  /** The bytes that a file held before somebody began to write into it; undefined where none are kept. */
  readonly keptOf: (path: string) => Kept | undefined;
}

/** What a file held before. */
export interface Kept {
  readonly path: string;
  /** Whether no run can still be at it. */
  readonly isLeft: boolean;
}

interface LeftIn {
  readonly new: readonly string[];
  /** By the names of their files. */
  readonly old: ReadonlyMap<string, string>;
}

/**
 * Looks for what killed runs have left. Each folder is listed once.
 *
 * @param now the time in milliseconds, as file systems count it
 */
export function leftovers(now: () => number): Leftovers {
  const known = new Map<string, LeftIn>();
  const leftIn = (folder: string) => {
    const left = known.get(folder) ?? listed(folder);
    known.set(folder, left);
    return left;
  };
  const isLeft = (path: string) => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true && now() - stats.mtimeMs > longestRun;
  };
  return {
    remove(folder) {
      if (known.has(folder)) return;
      for (const name of leftIn(folder).new) {
        const path = join(folder, name);
        if (isLeft(path)) rmSync(path, { force: true });
      }
    },
    keptOf(path) {
      const name = leftIn(dirname(path)).old.get(basename(path));
      if (name === undefined) return undefined;
      const kept = join(dirname(path), name);
      return { path: kept, isLeft: isLeft(kept) };
    },
  };
}

function listed(folder: string): LeftIn {
  const all = new Set(readdirSync(folder));
  const old = new Map<string, string>();
  const fresh: string[] = [];
  for (const name of all) {
    const file = names.new.exec(name)?.[1];
    // Ours stands beside its file; what only looks like it is somebody else's.
    if (file !== undefined && all.has(file)) fresh.push(name);
    const kept = names.old.exec(name)?.[1];
    if (kept !== undefined) old.set(kept, name);
  }
  return { new: fresh, old };
}
