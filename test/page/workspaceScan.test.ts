import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { corpusFolder } from '../bench/manifests';
import { copyCorpus } from '../bench/manyFiles';
import { temporaryFolder } from '../vscode/cleaningUp';
import { runCommand } from '../vscode/editorPage';
import { eventually } from '../waiting';
import { endLivePages, type LivePage, pictureOfFailure, startLivePage } from './livePage';

/** So many that the scan is still under way when its button is pressed, on fast machines too. */
const manyFiles = 5000;

describe('A scan of many real manifests in VS Code', function () {
  this.timeout(150_000);
  let live: LivePage | undefined;

  before(async function () {
    this.timeout(300_000);
    if (!existsSync(corpusFolder)) this.skip();
    const folder = await temporaryFolder('many-manifests');
    copyCorpus(folder, manyFiles);
    live = await startLivePage(folder);
  });
  afterEach(async function () {
    if (live) await pictureOfFailure(live, this.currentTest);
  });
  after(endLivePages);

  const statusItem = (page: Page, text: string | RegExp) => page.locator('.statusbar-item', { hasText: text });
  const scanning = 'Seaworthy is scanning the workspace';

  it('shows progress, ends when "Cancel" is pressed, and goes through when it is asked to scan again', async () => {
    assert.ok(live);
    const { page } = live;
    await runCommand(page, 'Seaworthy: Scan workspace');
    // VS Code shows the progress of language servers in the status bar; a click opens it.
    await statusItem(page, /scanning the workspace: [1-9][\d,]* of [\d,]+ files/).click();
    const progress = page.locator('.notifications-center .notification-list-item', { hasText: scanning });
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'hidden' });
    const stopped = page.locator('.notification-list-item', {
      hasText: /Seaworthy stopped scanning the workspace after [\d,]+ of [\d,]+ files/,
    });
    const told = (await stopped.first().textContent()) ?? '';
    const [done, total] = (/after ([\d,]+) of ([\d,]+)/.exec(told) ?? []).slice(1).map(numberIn);
    assert.ok(Number(done) < Number(total) && Number(total) > manyFiles * 0.9, told);

    await stopped.first().getByRole('button', { name: 'Scan again' }).click();
    await statusItem(page, scanning).waitFor();
    await statusItem(page, scanning).waitFor({ state: 'detached' });
    const problems = await eventually(
      async () => (await page.locator('[id="status.problems"]').getAttribute('aria-label')) ?? '',
      (label) => numberIn(/Warnings: ([\d,]+)/.exec(label)?.[1] ?? '0') > manyFiles,
    );
    assert.match(problems, /Errors: [1-9]/);
  });
});

function numberIn(text: string): number {
  return Number(text.replaceAll(',', ''));
}
