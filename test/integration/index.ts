import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import { retriedIn } from '../retriedTests';
import type { TestResults } from '../vscode/testResults';

/**
 * Runs the suites inside VS Code's extension host, which calls this because the module is named as its extension tests.
 *
 * Environment: `SEAWORTHY_TEST_GREP` restricts the run to tests whose full title matches it, `SEAWORTHY_TEST_RESULTS`
 * names a file for the results, `SEAWORTHY_TEST_SURROUNDINGS` tells which suites are for this VS Code, `SEAWORTHY_TEST_OUTPUT` is put before all that is written to the console.
 *
 * @throws when a test failed or none ran.
 */
export async function run(): Promise<void> {
  markConsoleOutput(process.env.SEAWORTHY_TEST_OUTPUT ?? '');
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, diff: false, timeout: 120_000, retries: 2 });
  if (process.env.SEAWORTHY_TEST_GREP) mocha.grep(new RegExp(process.env.SEAWORTHY_TEST_GREP));

  // The suites are part of this very bundle. Evaluated here, they find mocha's functions in place.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await suitesFor(process.env.SEAWORTHY_TEST_SURROUNDINGS);

  const results = await finished(mocha);
  if (process.env.SEAWORTHY_TEST_RESULTS) writeFileSync(process.env.SEAWORTHY_TEST_RESULTS, JSON.stringify(results));
  const { passed, failed } = results;
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
  if (passed === 0) throw new Error('No test ran.');
}

/** Loads the suites for what VS Code is like around the extension. */
function suitesFor(surroundings: string | undefined): Promise<unknown> {
  if (surroundings === 'beside') return import('./besideOthers.test');
  return surroundings === 'untrusted' ? import('./untrusted.test') : import('./suites');
}

function finished(mocha: Mocha): Promise<TestResults> {
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed, pending, retried: retried() });
    });
    const retried = retriedIn(runner);
  });
}

/** VS Code mixes its own messages into the console; the mark tells them from the tests' and the extension's. */
function markConsoleOutput(mark: string): void {
  const original = globalThis.console;
  const marked = (method: 'log' | 'info' | 'warn' | 'error') => ({
    value: (...values: unknown[]) => original[method](`${mark}${format(...values)}`),
  });
  // The methods of VS Code's console can't be replaced, the console can.
  globalThis.console = Object.create(original, {
    log: marked('log'),
    info: marked('info'),
    warn: marked('warn'),
    error: marked('error'),
  });
}
