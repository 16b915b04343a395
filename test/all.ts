import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { retriedTitles, summaryOfRetried } from './retriedTests';
import type { Surroundings } from './vscode/surroundings';

/*
 * `npm test`: builds what is tested and runs every layer of tests, one after the other. The last line tells how many
 * tests passed and failed, those before it which were retried.
 */

const usage = `npm test -- [options]
Runs all layers of tests.
  --skip-integration    leave out what runs in a real VS Code
  --vsix FILE           run the suite in a real VS Code with this packaged extension as well
  --most-retried COUNT  fail when more tests than that needed more than one attempt`;

interface Layer {
  readonly name: string;
  readonly script: string;
  readonly options: readonly string[];
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly retried: readonly string[];
}

const mocha = path.resolve('node_modules', 'mocha', 'bin', 'mocha.js');
const tsx = path.resolve('node_modules', 'tsx', 'dist', 'cli.mjs');
const mochaLayer = (name: string, folder: string, ...options: readonly string[]): Layer => ({
  name,
  script: mocha,
  options: [`test/${folder}/**/*.test.ts`, ...options],
});

const integrationLayer = (name: string, surroundings: Surroundings, ...options: readonly string[]): Layer => ({
  name,
  script: tsx,
  options: ['test/vscode/integration.ts', '--surroundings', surroundings, ...options],
});

const layersWith = (vsix: string | undefined): readonly Layer[] => [
  mochaLayer('Unit tests', 'unit'),
  mochaLayer('Conformance', 'conformance'),
  mochaLayer('Protocol', 'protocol'),
  mochaLayer('Command line', 'commandLine'),
  mochaLayer('The packed package', 'engine'),
  ...(vsix ? [integrationLayer('The packaged extension in a real VS Code', 'alone', '--vsix', vsix)] : []),
  integrationLayer('Integration in a real VS Code', 'alone'),
  integrationLayer('Beside other extensions in a real VS Code', 'beside'),
  integrationLayer('An untrusted workspace in a real VS Code', 'untrusted'),
  // On a busy machine VS Code's page now and then swallows a key.
  mochaLayer('The page of a real VS Code', 'page', '--retries', '2'),
];

void main().then((exitCode) => {
  process.exitCode = exitCode;
});

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      'skip-integration': { type: 'boolean', default: false },
      vsix: { type: 'string' },
      'most-retried': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const mostRetried = values['most-retried'] === undefined ? undefined : Number(values['most-retried']);
  if (Number.isNaN(mostRetried)) throw new Error(`--most-retried takes a number, not "${values['most-retried']}".`);
  if ((await run(path.resolve('esbuild.mjs'), ['--browser'])).exitCode !== 0) return 1;
  const outcomes: (Outcome & { readonly name: string })[] = [];
  for (const { name, script, options } of layersWith(values.vsix)) {
    if (values['skip-integration'] && name.includes('real VS Code')) continue;
    console.log(`\n━━ ${name} ━━`);
    outcomes.push({ name, ...outcomeOf(await run(script, options)) });
  }
  const sum = (count: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[count], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  const retried = summaryOfRetried(outcomes, mostRetried);
  console.log(['', ...retried.lines, `${passed} passed, ${failed} failed`].join('\n'));
  return failed === 0 && passed > 0 && !retried.isTooMany ? 0 : 1;
}

/** Counts what mocha's report and that of the integration tests say. */
function outcomeOf({ exitCode, output }: { exitCode: number; output: string }): Outcome {
  const count = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? 0);
  const failed = count(/^Integration tests: \d+ passed, (\d+) failed/m) || count(/^\s*(\d+) failing/m);
  return {
    passed: count(/^Integration tests: (\d+) passed/m) || count(/^\s*(\d+) passing/m),
    // A layer that broke down before it could count must not look like a success.
    failed: exitCode === 0 ? failed : Math.max(1, failed),
    retried: retriedTitles(output),
  };
}

function run(script: string, options: readonly string[]): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('error', reject).on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
