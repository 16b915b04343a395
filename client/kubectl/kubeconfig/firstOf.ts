import { existsSync, unwatchFile, watchFile } from 'node:fs';

/** How often it is looked whether a file is there. Watchers of folders see none whose folder is missing too. */
const interval = 5_000;

/** Calls back once, as soon as one of some files exists; at once where one does. Disposing ends the wait. */
export function firstOf(files: readonly string[], appeared: () => void, every = interval): { dispose: () => void } {
  if (files.some((file) => existsSync(file))) {
    appeared();
    return { dispose: () => undefined };
  }
  const dispose = () => {
    for (const file of files) unwatchFile(file, look);
  };
  function look(): void {
    if (!files.some((file) => existsSync(file))) return;
    dispose();
    appeared();
  }
  for (const file of files) watchFile(file, { interval: every, persistent: false }, look);
  return { dispose };
}
