import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { checkAll } from '../../../server/commandLine/checkAll';
import { configurations } from '../../../server/commandLine/configurations';
import { sha256 } from '../../../server/workspace/nodeHash';
import { uriOfPath } from '../../../server/workspace/uris';

const account = (name: string) => `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n`;
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers: []
`;

describe('threads that check files', () => {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-threads-')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Checks a pod among many accounts, none of which is its own; gives back the rules of what is found. */
  const check = async (threads: string) => {
    const program = path.join(folder, 'thread.js');
    writeFileSync(program, threads);
    const texts: Record<string, string> = { 'pod.yaml': pod };
    for (let index = 0; index < 50; index++) texts[`${index}.yaml`] = account(`other-${index}`);
    const files = Object.entries(texts).map(([name, text]) => {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      const asked = { path: file, name, isNamed: false, size: text.length, root: folder, uri: uriOfPath(file) };
      return { ...asked, isShown: true, isSeen: true, neighbourhood: folder };
    });
    const { reports } = await checkAll({
      files,
      unread: [],
      sources: new Map(),
      job: {
        currentFolder: folder,
        baseline: undefined,
        overruling: {},
        fixes: 'left',
        harden: undefined,
        charts: undefined,
        shown: { edits: false, fingerprints: false, objectFields: false, offers: false },
      },
      known: configurations(folder, {}, undefined),
      program,
      means: { hash: async () => sha256, now: Date.now },
    });
    const outcome = reports.find(({ name }) => name === 'pod.yaml')?.outcome;
    return outcome?.state === 'linted' ? outcome.findings.map(({ rule }) => rule) : outcome;
  };

  it('find what is missing', async () => {
    const rules = await check(
      `const { parentPort } = require('node:worker_threads'); parentPort.postMessage({ kind: 'told', told: [] });`,
    );
    assert.ok(Array.isArray(rules) && rules.includes('reference-missing'), JSON.stringify(rules));
  });

  it('call nothing missing that one may have read which died', async function () {
    if (availableParallelism() === 1) this.skip();
    const rules = await check('process.exit(1);');
    assert.ok(Array.isArray(rules) && !rules.includes('reference-missing'), JSON.stringify(rules));
  });
});
