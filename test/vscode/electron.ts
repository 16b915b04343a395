import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build, projectFolder, testsModule } from './build';
import { cacheFolder } from './cacheFolder';
import { runProgram, temporaryFolder } from './cleaningUp';
import { copyOfSamples } from './sampleWorkspace';
import { passedAndFailed } from './testResults';

const usage = `npm run test:electron -- [options]
Runs the integration tests in VS Code's desktop program, which is downloaded from Microsoft the first time.
On a Linux without a screen run it under xvfb-run.
  --version VERSION  "stable", "insiders" or a number such as 1.139.0 (default stable)
  --grep PATTERN     run only the tests whose full title matches`;

runProgram(async () => {
  const { values } = parseArgs({
    options: {
      version: { type: 'string', default: 'stable' },
      grep: { type: 'string', default: '' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  await build('extension and tests');
  const vscodeExecutablePath = await desktopVsCode(values.version);
  const data = await temporaryFolder('vscode');
  const resultsFile = path.join(data, 'results.json');
  const problem = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: projectFolder,
    extensionTestsPath: testsModule,
    extensionTestsEnv: { SEAWORTHY_TEST_RESULTS: resultsFile, SEAWORTHY_TEST_GREP: values.grep },
    launchArgs: [
      await copyOfSamples(),
      ...['--user-data-dir', path.join(data, 'user'), '--extensions-dir', path.join(data, 'extensions')],
    ],
  }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const summary = passedAndFailed(await readFile(resultsFile, 'utf8').catch(() => undefined));
  console.log(summary.text);
  if (problem) console.error(problem);
  return problem === undefined && summary.allPassed ? 0 : 1;
});

/** Absolute path of VS Code's executable, downloaded into the cache if need be. */
async function desktopVsCode(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: path.join(cacheFolder(), 'desktop') });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `VS Code ${version} could not be downloaded from update.code.visualstudio.com (${reason}). ` +
        '"npm run test:integration" runs the same tests in a VS Code from the npm registry.',
    );
  }
}
