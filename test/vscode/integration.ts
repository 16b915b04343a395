import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { deadline } from '../waiting';
import { launchBrowser } from './browser';
import { build, projectFolder, screenshotsFolder, testsModule } from './build';
import { runProgram, temporaryFolder } from './cleaningUp';
import { screenshot } from './editorPage';
import { extensionThatDoesNothing } from './emptyExtension';
import { copyOfSamples } from './sampleWorkspace';
import { setupFor, surroundings } from './surroundings';
import { passedAndFailed } from './testResults';
import { startVsCodeServer } from './vscodeServer';

const usage = `npm run test:integration -- [options]
Runs the integration tests in a real VS Code, from the npm registry, in a headless browser.
  --surroundings WHAT  alone (default), beside (stand-ins of other extensions), untrusted (workspace)
  --vsix FILE        test this packaged extension instead of the checkout
  --grep PATTERN     run only the tests whose full title matches
  --timeout SECONDS  give up after this long (default 600)
  --verbose          show VS Code's own messages as well`;

/** Tells what the tests and the extension write from VS Code's own messages. */
const outputMark = '\u2063';

runProgram(async () => {
  const { values } = parseArgs({
    options: {
      surroundings: { type: 'string', default: 'alone' },
      vsix: { type: 'string' },
      grep: { type: 'string', default: '' },
      timeout: { type: 'string', default: '600' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const chosen = surroundings.find((name) => name === values.surroundings);
  if (!chosen) throw new Error(`--surroundings takes one of ${surroundings.join(', ')}, not "${values.surroundings}".`);
  await build('extension and tests');
  const { environment, ...setup } = await setupFor(chosen);
  const resultsFile = path.join(await temporaryFolder('results'), 'results.json');
  const [server, browser, workspaceFolder, extensionFolder] = await Promise.all([
    startVsCodeServer({
      ...setup,
      runsTests: true,
      vsixFile: values.vsix && path.resolve(values.vsix),
      environment: {
        SEAWORTHY_TEST_RESULTS: resultsFile,
        SEAWORTHY_TEST_GREP: values.grep,
        SEAWORTHY_TEST_OUTPUT: outputMark,
        SEAWORTHY_TEST_SURROUNDINGS: chosen,
        ...environment,
      },
    }),
    launchBrowser(),
    copyOfSamples(),
    values.vsix ? extensionThatDoesNothing() : projectFolder,
  ]);

  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const messages = await printedOutput(page, values.verbose);
  const testsEnd = endOfTests(page);
  console.log('Opening VS Code.');
  await page.goto(server.testsAddress({ workspaceFolder, extensionFolder, testsModule }));
  const problem = await Promise.race([
    testsEnd,
    server.ended.then((code) => `VS Code's server ended with exit code ${code} before the tests did.`),
    deadline(Number(values.timeout) * 1000, `The tests did not end within ${values.timeout} seconds.`),
  ]);

  const results = await readFile(resultsFile, 'utf8').catch(() => undefined);
  const summary = passedAndFailed(results);
  console.log(summary.text);
  if (problem === undefined && summary.allPassed) return 0;

  if (!results && !values.verbose) console.error(`VS Code's own messages:\n${messages.join('\n')}\n${server.log()}`);
  console.error(problem ?? 'The tests count as failed.');
  const picture = await screenshot(page, screenshotsFolder, 'integration-tests-failed').catch(() => undefined);
  if (picture) console.error(`VS Code's page as it looked: ${picture}`);
  return 1;
});

/** Prints what the tests write as they write it, and collects VS Code's own messages, or prints them too. */
async function printedOutput(page: Page, verbose: boolean): Promise<string[]> {
  const own: string[] = [];
  await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) => {
    const text = values.join(' ');
    if (text.startsWith(outputMark)) console.log(text.slice(outputMark.length));
    else if (verbose) console.log(text);
    else own.push(text);
  });
  return own;
}

/** How the tests end: undefined for well, else what is wrong. */
function endOfTests(page: Page): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    page.on('crash', () => resolve("VS Code's page crashed before the tests ended."));
    page
      .exposeFunction('codeAutomationExit', (code: number) => {
        resolve(code === 0 ? undefined : 'VS Code reports that the tests failed.');
      })
      .catch(reject);
  });
}
