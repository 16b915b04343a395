import assert from 'node:assert/strict';
import path from 'node:path';
import { endServers, startEditor } from './client';
import { binding, pod } from './shopManifests';
import { Changed, startInFolder, testFolder } from './workspaceEditor';

const complete = ({ state }: { state: string }) => state === 'complete';
const privileges = 'pod-privilege-path';

describe('The neighbours of a file over the protocol', () => {
  afterEach(endServers);

  it('lets rules see objects of other files, in closed files and in open ones, and leads to them', async () => {
    const folder = testFolder({ 'apps/a.yaml': pod('a'), 'rbac/admin.yaml': binding('b') });
    const editor = await startInFolder(folder);
    await editor.reaches(complete);
    assert.ok(!editor.sent('apps/a.yaml').includes(privileges));
    folder.write('rbac/admin.yaml', binding('a'));
    await editor.tellOfChanges(['rbac/admin.yaml', Changed]);
    const { readAgain } = await editor.reaches((state) => state.readAgain.length > 0);
    assert.deepEqual(readAgain.map((file) => path.basename(file)).sort(), ['a.yaml', 'admin.yaml']);
    const closed = editor.diagnosticsOf('apps/a.yaml').find(({ code }) => code === privileges);
    assert.equal(closed?.relatedInformation?.[0]?.location.uri, folder.uriOf('rbac/admin.yaml'));
    await editor.open(folder.uriOf('apps/a.yaml'), pod('a'));
    const opened = (await editor.pull(folder.uriOf('apps/a.yaml'))).find(({ code }) => code === privileges);
    assert.deepEqual(opened, closed);
  });

  it('counts what stands unsaved in the editor before what is on disk', async () => {
    const folder = testFolder({ 'apps/a.yaml': pod('a'), 'rbac/admin.yaml': binding('b') });
    const editor = await startInFolder(folder);
    await editor.reaches(complete);
    await editor.open(folder.uriOf('rbac/admin.yaml'), binding('a'));
    const found = editor.pushed(folder.uriOf('apps/a.yaml'));
    await editor.pull(folder.uriOf('rbac/admin.yaml'));
    assert.ok((await found).some(({ code }) => code === privileges));
    const gone = editor.pushed(folder.uriOf('apps/a.yaml'));
    await editor.close(folder.uriOf('rbac/admin.yaml'));
    assert.ok(!(await gone).some(({ code }) => code === privileges), 'closed without saving');
  });

  it('counts what is open before what is on disk, also where nobody has asked about it', async () => {
    const budget = (atLeast: number) => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  minAvailable: ${atLeast}
  selector: { matchLabels: { app: web } }
`;
    const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
      containers: [{ name: web, image: registry.example.com/web:1.0 }]
`;
    const folder = testFolder({ 'budget.yaml': budget(1), 'web.yaml': deployment, 'admin.yaml': binding('other') });
    const editor = await startInFolder(folder);
    await editor.reaches(complete);
    const isBlocking = async () =>
      (await editor.pull(folder.uriOf('budget.yaml'))).some(({ code }) => code === 'disruption-budget-blocks-eviction');
    await editor.open(folder.uriOf('web.yaml'), deployment);
    assert.ok(!(await isBlocking()), 'it is closed');
    folder.write('web.yaml', deployment.replace('replicas: 2', 'replicas: 1'));
    await editor.tellOfChanges(['web.yaml', Changed]);
    await editor.open(folder.uriOf('budget.yaml'), budget(1));
    assert.ok(!(await isBlocking()), 'the editor shows two replicas');
    const told = editor.pushed(folder.uriOf('admin.yaml'));
    folder.write('admin.yaml', binding('web'));
    await editor.tellOfChanges(['admin.yaml', Changed]);
    await told;
    assert.ok(!(await isBlocking()), 'what was told before has been followed');
    await editor.change(folder.uriOf('web.yaml'), 2, { text: deployment.replace('replicas: 2', 'replicas: 1') });
    while (!(await isBlocking()));
    folder.write('budget.yaml', budget(0));
    await editor.tellOfChanges(['budget.yaml', Changed]);
    assert.ok(await isBlocking(), 'the budget counts as it is open');
  });

  it('is what is open where no files can be read', async () => {
    const editor = await startEditor({ folder: 'vscode-vfs://github/shop', settings: () => ({ profile: 'all' }) });
    const uri = (name: string) => `vscode-vfs://github/shop/${name}`;
    await editor.open(uri('apps/a.yaml'), pod('a'));
    const codes = async () => (await editor.pull(uri('apps/a.yaml'))).map(({ code }) => code);
    assert.ok(!(await codes()).includes('reference-missing'), 'the ServiceAccount may stand in a closed file');
    assert.ok(!(await codes()).includes(privileges));
    await editor.open(uri('rbac/admin.yaml'), binding('a'));
    await editor.pull(uri('rbac/admin.yaml'));
    assert.ok((await codes()).includes(privileges));
    await editor.close(uri('rbac/admin.yaml'));
    while ((await codes()).includes(privileges));
  });

  it('lets a kustomization say the version of an image, as it stands on disk and as it is typed', async () => {
    const untagged = pod('a').replace(/image: .*/, 'image: registry.example.com/web');
    const overlay = (tag: string) => `resources:\n  - ../base\nimages:\n  - name: registry.example.com/web\n${tag}`;
    const folder = testFolder({ 'base/a.yaml': untagged, 'prod/kustomization.yaml': overlay('    newTag: "1.2"\n') });
    const editor = await startInFolder(folder);
    await editor.reaches(complete);
    const isReported = () => editor.diagnosticsOf('base/a.yaml').some(({ code }) => code === 'image-tag');
    assert.ok(!isReported());
    const found = editor.pushed(folder.uriOf('base/a.yaml'));
    await editor.open(folder.uriOf('prod/kustomization.yaml'), overlay(''));
    await editor.pull(folder.uriOf('prod/kustomization.yaml'));
    await found;
    assert.ok(isReported());
    const gone = editor.pushed(folder.uriOf('base/a.yaml'));
    await editor.close(folder.uriOf('prod/kustomization.yaml'));
    await gone;
    assert.ok(!isReported());
  });
});
