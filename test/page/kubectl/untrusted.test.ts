import assert from 'node:assert/strict';
import { notification, runCommand } from '../../vscode/editorPage';
import { endLivePages, pictureOfFailure } from '../livePage';
import { type LiveVsCode, startLiveVsCode } from './liveVsCode';
import { openFromExplorer } from './userActions';

describe('kubectl helpers in an untrusted workspace', function () {
  this.timeout(360_000);
  let code: LiveVsCode;

  before(async function () {
    const started = await startLiveVsCode({
      files: { 'pod.yaml': 'apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: true\n' },
      workspaceTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    if (!started) return this.skip();
    code = started;
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await pictureOfFailure(code, this.currentTest);
  });
  after(endLivePages);

  it('say why they do not run, lead to the trust of the workspace, and work once it is given', async () => {
    const { page, api } = code;
    await openFromExplorer(page, 'pod.yaml');
    // The manifest is checked: the extension is awake.
    await page.locator('.squiggly-error').first().waitFor();
    await runCommand(page, 'Seaworthy: Run kubectl helper…');
    const message = await notification(page, 'in trusted workspaces only');
    assert.equal(await page.locator('.statusbar-item', { hasText: 'harbour' }).count(), 0);
    assert.equal(await page.locator('.terminal-wrapper').count(), 0);
    assert.deepEqual(api.requests, []);
    await message.getByRole('button', { name: 'Manage workspace trust' }).click();
    await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).first().click();
    // Once it is trusted the kubeconfig is read.
    await page.locator('.statusbar-item', { hasText: 'harbour / shop' }).waitFor({ timeout: 120_000 });
  });
});
