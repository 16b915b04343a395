import path from 'node:path';
import { finishedProcess } from './processes';

/** The folder of this checkout, which is the extension's folder when it runs from its source. */
export const projectFolder = path.resolve(__dirname, '..', '..');

/** The module that the extension host calls to run the integration tests, once they are built. */
export const testsModule = path.join(projectFolder, 'out', 'test', 'integration', 'index.js');

/** Where pictures of VS Code's page go. */
export const screenshotsFolder = path.join(projectFolder, 'out', 'screenshots');

/** Bundles the extension, and its integration tests when asked to. */
export async function build(what: 'extension' | 'extension and tests'): Promise<void> {
  const flags = what === 'extension and tests' ? ['--tests'] : [];
  console.log(`Building the ${what}.`);
  const script = path.join(projectFolder, 'esbuild.mjs');
  const { exitCode, output } = await finishedProcess(process.execPath, [script, ...flags], { cwd: projectFolder });
  if (exitCode !== 0) throw new Error(`The build failed.\n${output}`);
}
