import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const compiler = fileURLToPath(new URL('../bin/tsc', import.meta.resolve('typescript')));

/**
 * Writes the types of what programs import as one file that needs no other: the contract, and the functions that keep to it.
 * @param {string} file
 */
export async function writeEngineTypes(file) {
  const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-types-'));
  try {
    await promisify(execFile)(process.execPath, [compiler, '-p', 'server/tsconfig.engine.json', '--outDir', folder]);
    const declared = ['engine/contract.d.ts', 'engine.d.ts'].map((name) => readFile(path.join(folder, name), 'utf8'));
    const [contract, functions] = await Promise.all(declared);
    const own = functions.replace(/^(?:import|export) type .* from '\.\/engine\/contract';\n/gm, '');
    const elsewhere = /^import\b.*|\bfrom '.*|\bimport\(.*/m.exec(contract + own);
    if (elsewhere) throw new Error(`The engine's types need what doesn't ship with them: ${elsewhere[0]}`);
    await writeFile(file, contract + own);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
