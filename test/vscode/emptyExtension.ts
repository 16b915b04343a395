import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from './cleaningUp';

/** The folder of an extension without contents: VS Code runs extension tests only beside an extension in development. */
export async function extensionThatDoesNothing(): Promise<string> {
  const folder = await temporaryFolder('extension');
  const manifest = { name: 'nothing', publisher: 'nobody', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
