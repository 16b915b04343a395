import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { writeKubeconfig } from '../../kubernetes/shopCluster';
import { screenshotsFolder } from '../../vscode/build';
import { openCheatSheet, showPlace } from '../../vscode/cheatSheetView';
import { goTo, notification, runCommand, screenshot } from '../../vscode/editorPage';
import { until } from '../../waiting';
import { endLivePages, pictureOfFailure } from '../livePage';
import { type LiveVsCode, startLiveVsCode } from './liveVsCode';
import {
  answerDialog,
  forget,
  openFromExplorer,
  pick,
  pickerTitled,
  rows,
  terminalShows,
  terminalText,
  typeValue,
} from './userActions';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web-1
  namespace: shop
spec:
  hostNetwork: false
  containers:
    - name: app
      image: registry.example.com/app:2.0
`;

describe('kubectl helpers in a live VS Code', function () {
  this.timeout(360_000);
  let code: LiveVsCode;

  before(async function () {
    const started = await startLiveVsCode({ files: { 'pod.yaml': pod } });
    if (!started) return this.skip();
    code = started;
  });
  beforeEach(async () => {
    await openFromExplorer(code.page, 'pod.yaml');
    // The extension is awake once it shows the context.
    await code.page.locator('.statusbar-item', { hasText: 'harbour / shop' }).waitFor({ timeout: 200_000 });
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) {
      console.log(code.api.requests.slice(-6).map(({ method, path }) => `${method} ${path}`));
      await pictureOfFailure(code, this.currentTest);
    }
    await forget(code.page);
  });
  after(endLivePages);

  it('open a busybox debug pod where it was confirmed, and delete it when its shell ends', async () => {
    const { page, api } = code;
    await runCommand(page, 'Seaworthy: Open busybox debug pod');
    await pickerTitled(page, 'Open busybox debug pod · harbour');
    await pick(page, 'shop');
    // Another program switches the context while the question is open.
    await writeKubeconfig(code.kubeconfig, api, [
      { name: 'open-sea', namespace: 'games' },
      { name: 'harbour', namespace: 'games' },
    ]);
    const question = await answerDialog(page, 'Run');
    assert.match(question, /Context harbour, namespace shop/);
    await terminalShows(page, '/ #');
    const created = api.requests.find(({ method, path }) => method === 'POST' && path.includes('/pods'));
    assert.match(created?.path ?? '', /^\/api\/v1\/namespaces\/shop\/pods\?/);
    const body = JSON.stringify(created?.body);
    assert.match(body, /"image":"docker\.io\/library\/busybox:1\.37\.0"/);
    assert.match(body, /"args":\["sh"\]/);
    assert.match(body, /"restartPolicy":"Never"/);
    await screenshot(page, screenshotsFolder, 'helper-busybox');
    await page.keyboard.type('exit\n');
    await until('the pod is deleted', () =>
      api.requests.some(({ method, path }) => method === 'DELETE' && path.includes('/pods/debug-')),
    );
    await writeKubeconfig(code.kubeconfig, api, [
      { name: 'harbour', namespace: 'shop' },
      { name: 'open-sea' },
      { name: 'eu-production', byName: true },
    ]);
  });

  it('put nothing into a shell that is open', async () => {
    const { page, api } = code;
    await runCommand(page, 'Seaworthy: Open busybox debug pod');
    await pick(page, 'shop');
    await answerDialog(page, 'Run');
    await terminalShows(page, '/ #');
    const before = new Map(api.typed);
    await runCommand(page, 'Seaworthy: Show last events of pod');
    await pick(page, 'shop');
    await pick(page, 'web-1');
    await terminalShows(page, 'Readiness probe failed');
    assert.deepEqual(new Map(api.typed), before);
  });

  it('explain the field at the cursor', async () => {
    const { page } = code;
    await goTo(page, 7, 6);
    await runCommand(page, 'Seaworthy: Explain field at cursor');
    await pick(page, 'pod.spec.hostNetwork');
    await terminalShows(page, 'Host networking requested for this pod.');
    await terminalShows(page, 'kubectl --kubeconfig=');
    await screenshot(page, screenshotsFolder, 'helper-explain');
  });

  it('diff and dry-run the file from its code lens', async () => {
    const { page, api } = code;
    await page.locator('.codelens-decoration a', { hasText: 'Diff' }).click();
    await terminalShows(page, '+  - image: registry.example.com/app:2.0');
    await screenshot(page, screenshotsFolder, 'helper-diff');
    await page.locator('.codelens-decoration a', { hasText: 'Dry-run' }).click();
    await terminalShows(page, 'pod/web-1 configured (server dry run)');
    const changes = api.requests.filter(({ method, path }) => method === 'PATCH' && path.includes('/pods/web-1'));
    assert.ok(changes.length > 0 && changes.every(({ path }) => path.includes('dryRun=All')));
  });

  it('say what a ServiceAccount may do, asked as that ServiceAccount', async () => {
    const { page, api } = code;
    await runCommand(page, 'Seaworthy: What may this ServiceAccount do?');
    await pick(page, 'shop');
    await pick(page, 'cashier');
    await terminalShows(page, /configmaps\s+\[\]/);
    const asked = api.requests.findLast(({ path }) => path.includes('selfsubjectrulesreviews'));
    assert.equal(asked?.user, 'system:serviceaccount:shop:cashier');
    // Kubectl writes it in the binary form of Kubernetes' own types.
    assert.match(JSON.stringify(asked?.body), /SelfSubjectRulesReview.*shop/);
  });

  it('switch the namespace of the context that the status bar shows', async () => {
    const { page } = code;
    await page.locator('.statusbar-item', { hasText: 'harbour / shop' }).click();
    await pick(page, 'Switch namespace…');
    await pick(page, 'games');
    await page.locator('.statusbar-item', { hasText: 'harbour / games' }).waitFor();
    assert.match(await readFile(code.kubeconfig, 'utf8'), /namespace: games|"namespace": ?"games"/);
    await page.locator('.statusbar-item', { hasText: 'harbour / games' }).click();
    await pick(page, 'Switch namespace…');
    await pick(page, 'shop');
    await page.locator('.statusbar-item', { hasText: 'harbour / shop' }).waitFor();
  });

  it('explain what the kernel says of a process', async () => {
    const { page } = code;
    await runCommand(page, 'Seaworthy: Run kubectl helper…');
    // The list is longer than what is in view.
    await page.locator('.quick-input-widget input.input').fill('seccomp status');
    await pick(page, 'Show seccomp status of process');
    await pick(page, 'shop');
    await pick(page, 'web-1');
    await pick(page, 'app');
    await pick(page, '1');
    await notification(page, 'Seccomp mode 2, filtered');
    await notification(page, 'Effective capabilities: NET_BIND_SERVICE');
    assert.match(await terminalText(page), /Seccomp:\s+2/);
  });

  it('ask for the name of a protected context before anything changes in it', async () => {
    const { page, api } = code;
    await runCommand(page, 'Seaworthy: Open busybox debug pod');
    await pick(page, 'Another context…');
    await pick(page, 'eu-production');
    await pickerTitled(page, 'Open busybox debug pod · eu-production');
    const before = api.requests.filter(({ method }) => method === 'POST').length;
    await pick(page, 'shop');
    await page.locator('.quick-input-message', { hasText: 'Context eu-production is protected' }).waitFor();
    const box = page.locator('.quick-input-widget input.input');
    await box.fill('harbour');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message', { hasText: 'Type "eu-production"' }).waitFor();
    assert.equal(api.requests.filter(({ method }) => method === 'POST').length, before);
    await box.fill('eu-production');
    await page.keyboard.press('Enter');
    await terminalShows(page, '--context=eu-production --namespace=shop');
    await terminalShows(page, '/ #');
  });

  it('say in the picker what is wrong with the cluster, and take what is typed', async () => {
    const { page, api } = code;
    api.setMood('unauthorized');
    await runCommand(page, 'Seaworthy: Show last events of pod');
    await rows(page).filter({ hasText: 'Sign in to the cluster again' }).first().waitFor();
    await pick(page, 'shop');
    await rows(page).filter({ hasText: 'Sign in to the cluster again' }).first().waitFor();
    api.setMood('well');
    await pick(page, 'Try again');
    await rows(page).filter({ hasText: 'web-1' }).waitFor();
    // A cluster that never answers keeps nobody from going on.
    api.setMood('slow');
    await page.keyboard.press('Escape');
    await runCommand(page, 'Seaworthy: Show last events of pod');
    await typeValue(page, 'games');
    await typeValue(page, 'some-pod');
    await terminalShows(page, '--namespace=games events --for=pod/some-pod');
    api.setMood('well');
  });

  it('are run from the cheat-sheet', async () => {
    const sheet = await openCheatSheet(code.page);
    await showPlace(sheet, 'commands');
    await sheet.getByRole('button', { name: 'Run in terminal: kubectl events --for pod/POD' }).click();
    await pickerTitled(code.page, 'Show last events of pod');
  });
});
