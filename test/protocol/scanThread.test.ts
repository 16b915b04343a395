import assert from 'node:assert/strict';
import path from 'node:path';
import type { ScanWorker } from '../../server/languageServer/workspace/scanWorker';
import { nodeScanWorkers } from '../../server/languageServer/workspace/scanWorker.node';
import { standingClock } from '../unit/workspace/standingClock';
import { testFolder } from './workspaceEditor';

describe('The thread that reads the workspace', () => {
  let worker: ScanWorker | undefined;
  afterEach(() => worker?.end());

  it('says of all that it was told when it is done with it', async () => {
    const folder = testFolder({ 'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n' });
    const clock = standingClock();
    const deaths: string[] = [];
    const limits = { longestSilence: 30_000, mostMemory: 256, startTimer: clock.startTimer };
    const started = nodeScanWorkers(path.resolve('dist/server.js'), limits)(
      { leftOut: [], reportsSyntax: true, crowdedFolders: [], rulePages: undefined },
      { onMessage() {}, onDeath: (reason) => void deaths.push(reason) },
    );
    worker = started;
    const root = folder.uriOf('');
    const [uri, configuration] = [folder.uriOf('a.yaml'), folder.uriOf('.seaworthy.yaml')];
    const facts = { uri, isTemplate: false, hidesObjects: false, kustomization: undefined, objects: [], charts: [] };
    const request = { scan: 1, isAnew: true, folders: [], settings: undefined, neighbourhoods: [root], shown: [] };
    started.tell({ kind: 'scan', request });
    started.tell({ kind: 'scan', request: { ...request, scan: 2 } });
    started.tell({ kind: 'open', folder: root, uri, facts });
    started.tell({ kind: 'changed', uris: [uri], areOthers: true });
    started.tell({ kind: 'configuration', uri: configuration, text: 'alone: true\n' });
    started.tell({ kind: 'open', folder: root, uri, facts: undefined });
    await clock.stands();
    assert.deepEqual(deaths, []);
  });
});
