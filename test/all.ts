import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Surroundings } from './vscode/surroundings';

/*
 * `npm test`: builds what is tested and runs every layer of tests, one after the other. The last line tells how many
 * tests passed and failed.
 */

interface Layer {
  readonly name: string;
  readonly script: string;
  readonly options: readonly string[];
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const mocha = path.resolve('node_modules', 'mocha', 'bin', 'mocha.js');
const tsx = path.resolve('node_modules', 'tsx', 'dist', 'cli.mjs');
const mochaLayer = (name: string, folder: string, ...options: readonly string[]): Layer => ({
  name,
  script: mocha,
  options: [`test/${folder}/**/*.test.ts`, ...options],
});

const integrationLayer = (name: string, surroundings: Surroundings): Layer => ({
  name,
  script: tsx,
  options: ['test/vscode/integration.ts', '--surroundings', surroundings],
});

const layers: readonly Layer[] = [
  mochaLayer('Unit tests', 'unit'),
  mochaLayer('Conformance', 'conformance'),
  mochaLayer('Protocol', 'protocol'),
  mochaLayer('Command line', 'commandLine'),
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
  const { values } = parseArgs({ options: { 'skip-integration': { type: 'boolean', default: false } } });
  if ((await run(path.resolve('esbuild.mjs'), [])).exitCode !== 0) return 1;
  let passed = 0;
  let failed = 0;
  for (const { name, script, options } of layers) {
    if (values['skip-integration'] && name.includes('real VS Code')) continue;
    console.log(`\n━━ ${name} ━━`);
    const { exitCode, output } = await run(script, options);
    const outcome = outcomeOf(output);
    passed += outcome.passed;
    // A layer that broke down before it could count must not look like a success.
    failed += exitCode === 0 ? outcome.failed : Math.max(1, outcome.failed);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** Counts what mocha's report and that of the integration tests say. */
function outcomeOf(output: string): Outcome {
  const count = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? 0);
  return {
    passed: count(/^Integration tests: (\d+) passed/m) || count(/^\s*(\d+) passing/m),
    failed: count(/^Integration tests: \d+ passed, (\d+) failed/m) || count(/^\s*(\d+) failing/m),
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
