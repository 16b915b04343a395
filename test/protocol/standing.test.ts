import assert from 'node:assert/strict';
import { standingRequest } from '../../server/protocol/documents';
import { endServers, startEditor } from './client';

const file = `# Settings first.
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
---
apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  hostNetwork: true
  containers:
    - name: agent
      image: registry.example.com/agent:1.0
---
{{- if .Values.web }}
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.0
{{- end }}
`;

describe('How a document stands', () => {
  afterEach(endServers);

  it('is the level of the workload at the cursor, and none between workloads', async () => {
    const { open, at, stop } = await started();
    await open('file:///work/all.yaml', file);
    assert.deepEqual(await at('file:///work/all.yaml', 2), { holdsObjects: true });
    const agent = { name: 'Pod "agent"', level: 'privileged' };
    for (const line of [6, 11, 14]) assert.deepEqual((await at('file:///work/all.yaml', line))?.workload, agent);
    assert.deepEqual((await at('file:///work/all.yaml', 22))?.workload?.name, 'Pod "web"');
    await stop();
  });

  it('tells what holds nothing to judge from what has no findings', async () => {
    const { open, at, stop } = await started();
    await open('file:///work/compose.yaml', 'services:\n  web:\n    image: web\n');
    await open('file:///work/empty.yaml', '');
    await open('file:///work/values.yaml', 'kind: small\nreplicas: 3\n');
    await open('file:///work/crd.yaml', 'apiVersion: example.com/v1\nkind: Boat\nmetadata:\n  name: a\n');
    const holds = async (name: string) => (await at(`file:///work/${name}.yaml`, 0))?.holdsObjects;
    assert.deepEqual(
      [await holds('compose'), await holds('empty'), await holds('values'), await holds('crd')],
      [false, false, false, true],
    );
    await stop();
  });

  it('holds of JSON as well', async () => {
    const { open, at, stop } = await started();
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { hostPID: true, containers: [] } };
    await open('file:///work/pod.json', JSON.stringify(pod), 'json');
    await open('file:///work/package.json', '{"name": "web"}', 'json');
    assert.deepEqual((await at('file:///work/pod.json', 0))?.workload, { name: 'Pod "a"', level: 'privileged' });
    assert.equal((await at('file:///work/package.json', 0))?.holdsObjects, false);
    await stop();
  });
});

async function started() {
  const { ask, open, stop } = await startEditor();
  const at = (uri: string, line: number) => ask(standingRequest, { uri, line });
  return { open, at, stop };
}
