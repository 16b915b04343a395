import { cp } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from './build';
import { temporaryFolder } from './cleaningUp';

/** A fresh copy of `samples/` for this run only, so that what is tried in it leaves the checkout clean. */
export async function copyOfSamples(): Promise<string> {
  const folder = path.join(await temporaryFolder('workspace'), 'samples');
  await cp(path.join(projectFolder, 'samples'), folder, { recursive: true });
  return folder;
}
