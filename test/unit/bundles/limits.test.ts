import assert from 'node:assert/strict';
import type { Metafile } from 'esbuild';
import { overweight } from '../../../build/bundles/limits';

const bytesOf = (bytes: number) => ({ bytesInOutput: bytes });
const outputs: Metafile['outputs'] = {
  'dist/server.js': {
    bytes: 30_000,
    inputs: { 'server/server.node.ts': bytesOf(30_000) },
    imports: [
      { path: 'dist/parts/A.js', kind: 'import-statement' },
      { path: 'dist/parts/B.js', kind: 'dynamic-import' },
      { path: 'node:fs', kind: 'import-statement', external: true },
    ],
    exports: [],
  },
  'dist/parts/A.js': {
    bytes: 90_000,
    inputs: {
      'server/rules/first.ts': bytesOf(10_000),
      'server/rules/second.ts': bytesOf(20_000),
      'node_modules/@scope/outer/node_modules/inner/index.js': bytesOf(60_000),
    },
    imports: [],
    exports: [],
  },
  'dist/parts/B.js': { bytes: 500_000, inputs: {}, imports: [], exports: [] },
};
const overLimit = (limit: number) => overweight({ inputs: {}, outputs }, { 'dist/server.js': limit, 'dist/cli.js': 1 });

describe('The limits of bundles', () => {
  it('count what is loaded with a program, and not what is loaded late', () => {
    assert.deepEqual(overLimit(120_000), []);
    assert.equal(overLimit(119_999).length, 1);
  });

  it('say by how much a program is over its limit, and what in it weighs most', () => {
    assert.deepEqual(overLimit(100_000), [
      'dist/server.js has 120 KB, 20 KB more than it may. ' +
        'Heaviest in it: inner (60 KB), server/server.node.ts (30 KB), server/rules (30 KB).',
    ]);
  });
});
