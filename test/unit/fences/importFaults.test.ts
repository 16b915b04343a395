import assert from 'node:assert/strict';
import { type Fences, fences, importFaults } from '../../../build/fences/importFaults';

describe('The fences between folders', () => {
  it('let a folder import what it is built upon', () => {
    assert.deepEqual(
      found({ 'server/lint/lint.ts': "import { read } from '../yaml/read';\n", 'server/yaml/read.ts': '' }),
      [],
    );
  });

  it('name an import of what is built upon its importer, with its line', () => {
    const modules = {
      'server/yaml/read.ts': "\nimport type { Rule } from '../lint/rule';\n",
      'server/lint/rule.ts': '',
    };
    assert.deepEqual(found(modules), [
      'server/yaml/read.ts:2: imports server/lint/rule.ts, which is built upon it (build/fences/layers.ts).',
    ]);
  });

  it('hold for folders of any depth', () => {
    const modules = {
      'server/yaml/deep/down/read.ts': "export * from '../../../lint/far/away/rule';\n",
      'server/lint/far/away/rule.ts': '',
    };
    assert.equal(found(modules).length, 1);
  });

  it('keep folders of one row apart', () => {
    const modules = { 'server/editor/a.ts': "const b = await import('../program/b');\n", 'server/program/b.ts': '' };
    assert.deepEqual(found(modules), [
      'server/editor/a.ts:1: imports server/program/b.ts, but server/editor and server/program know nothing of each other.',
    ]);
  });

  it('name a circle once, with all of its modules', () => {
    const modules = {
      'server/yaml/a.ts': "import { b } from './b';\n",
      'server/yaml/b.ts': "import type { c } from './c';\n",
      'server/yaml/c.ts': "import { a } from './a';\n",
    };
    assert.deepEqual(found(modules), [
      'server/yaml/a.ts -> server/yaml/b.ts -> server/yaml/c.ts -> server/yaml/a.ts: a circle. Let one of them have its own part.',
    ]);
  });

  it('keep the client from all of the server but its protocol', () => {
    const modules = {
      'client/a.ts': "import { x } from '../server/protocol/x';\nimport { y } from '../server/yaml/y';\n",
      'server/protocol/x.ts': '',
      'server/yaml/y.ts': '',
    };
    assert.deepEqual(found(modules), [
      'client/a.ts:2: imports server/yaml/y.ts, but client may import client, server/protocol alone. It knows no more.',
    ]);
  });

  it('give packages to those that are named, and to nobody else', () => {
    const modules = {
      'client/cluster/a.ts': "import { KubeConfig } from '@kubernetes/client-node';\n",
      'client/b.ts': "import { KubeConfig } from '@kubernetes/client-node/dist/config';\nimport 'left-pad';\n",
      'client/cluster/view/c.ts': "import '@kubernetes/client-node';\n",
    };
    assert.deepEqual(found(modules), [
      'client/b.ts:1: imports @kubernetes/client-node/dist/config, but only client/cluster (not client/cluster/view) may. It is large.',
      'client/b.ts:2: imports left-pad, which build/fences/layers.ts lists for nobody.',
      'client/cluster/view/c.ts:1: imports @kubernetes/client-node, but only client/cluster (not client/cluster/view) may. It is large.',
    ]);
  });

  it('ask for a row for each folder', () => {
    assert.deepEqual(found({ 'server/attic/a.ts': '' }), [
      'server/attic/a.ts: lies in no row of build/fences/layers.ts. Give its folder one.',
    ]);
  });

  it('stand between all folders of the product', () => {
    const rows = fences.layers.flat();
    assert.equal(new Set(rows).size, rows.length, 'a folder has two rows');
  });
});

const small: Fences = {
  layers: [['server/protocol'], ['server/yaml'], ['server/lint'], ['server/editor', 'server/program'], ['client']],
  narrowed: [{ from: 'client', mayImport: ['client', 'server/protocol'], why: 'It knows no more.' }],
  guarded: [
    {
      packages: '@kubernetes/client-node',
      importers: ['client/cluster'],
      except: ['client/cluster/view'],
      why: 'It is large.',
    },
  ],
};

function found(texts: Readonly<Record<string, string>>): string[] {
  return importFaults(
    Object.entries(texts).map(([file, text]) => ({ file, text })),
    small,
  );
}
