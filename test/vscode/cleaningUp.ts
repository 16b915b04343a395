import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';

/*
 * What a run starts and creates is undone when the run ends: in order when it ends by itself or is interrupted
 * (Ctrl+C), in haste when the process exits without either.
 */

interface Duty {
  orderly(): Promise<void>;
  hasty(): void;
}

const duties = new Set<Duty>();

/**
 * Has something undone when the run ends. `hasty` has to do without waiting.
 *
 * @returns a function that undoes it now; calling it again does nothing.
 */
export function atTheEnd(orderly: () => Promise<void>, hasty: () => void): () => Promise<void> {
  const duty: Duty = { orderly, hasty };
  duties.add(duty);
  return async () => {
    if (duties.has(duty)) await orderly();
    duties.delete(duty);
  };
}

/** A new empty folder for this run only. `purpose` becomes part of its name. */
export async function temporaryFolder(purpose: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `seaworthy-${purpose}-`));
  // A process that is just ending may still write into it.
  const insistently = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };
  atTheEnd(
    () => rm(folder, insistently),
    () => rmSync(folder, insistently),
  );
  return folder;
}

/** What makes a program put its temporary files into a folder, on Windows and elsewhere: some leave theirs behind. */
export function temporaryFilesIn(folder: string): Readonly<Record<'TMPDIR' | 'TEMP' | 'TMP', string>> {
  return { TMPDIR: folder, TEMP: folder, TMP: folder };
}

/** Undoes, last first, everything that was not undone yet. What fails doesn't keep the rest from being undone. */
export async function undoEverything(): Promise<void> {
  for (const duty of [...duties].reverse()) {
    await duty.orderly().catch((error: unknown) => console.error(error));
    duties.delete(duty);
  }
}

/**
 * Runs a program and ends the process with the exit code that it gives back, cleaned up. What it throws is printed as a
 * message, and the exit code is 1.
 */
export function runProgram(program: () => Promise<number>): void {
  let interrupted = false;
  const interrupt = (exitCode: number) => {
    const impatient = interrupted;
    interrupted = true;
    if (impatient) process.exit(exitCode);
    void undoEverything().finally(() => process.exit(exitCode));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => interrupt(128 + constants.signals[signal]));
  }
  if (process.env.npm_lifecycle_event) whenOrphaned(() => interrupt(1));
  process.on('exit', () => {
    for (const duty of [...duties].reverse()) duty.hasty();
  });
  program()
    .catch((error: unknown) => {
      if (!interrupted) console.error(error instanceof Error ? error.message : error);
      return 1;
    })
    .then(async (exitCode) => {
      if (interrupted) return;
      await undoEverything();
      process.exit(exitCode);
    });
}

/** npm that is killed doesn't always pass it on, and nobody is left then to press Ctrl+C. */
function whenOrphaned(action: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    action();
  }, 500);
  watch.unref();
}
