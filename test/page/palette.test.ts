import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { helperById } from '../../client/kubectl/catalogue/catalogue';
import { typedWords } from '../unit/kubectl/search/typedWords';
import { screenshotsFolder } from '../vscode/build';
import { openFile, runCommand, screenshot, squiggles } from '../vscode/editorPage';
import { endLivePages, type LivePage, pictureOfFailure, startLivePage } from './livePage';

describe('The palette', function () {
  this.timeout(360_000);
  let live: LivePage;

  before(async () => {
    live = await startLivePage();
    await openFile(live.page, 'shop/frontend.yaml');
    await squiggles(live.page);
  });
  afterEach(async function () {
    await pictureOfFailure(live, this.currentTest);
  });
  after(endLivePages);

  it('has what readers of the practice page mean among its first three answers', async () => {
    const { page } = live;
    const missed: string[] = [];
    for (const [typed, ...meant] of typedWords) {
      const shown = await firstRows(page, typed);
      const titles = meant.map((id) => `Seaworthy: ${helperById(id)?.title}`);
      if (!shown.some((label) => titles.includes(label))) missed.push(`${typed}: ${shown.join(' | ')}`);
    }
    assert.deepEqual(missed, []);
  });

  it('finds helpers by the name of Kubernetes as well', async () => {
    const shown = await firstRows(live.page, 'Kubernetes: Show last');
    assert.equal(shown[0], 'Seaworthy: Show last events of pod');
    await live.page.keyboard.press('Escape');
  });

  it('leads to a list of helpers that keeps the best match first', async () => {
    const { page } = live;
    await page.keyboard.press('Escape');
    // The workspace has no kubeconfig to be asked about: the list comes all the same.
    await runCommand(page, 'Seaworthy: Run kubectl helper…');
    await page.locator('.quick-input-title', { hasText: 'Run kubectl helper' }).waitFor();
    const box = page.locator('.quick-input-widget input.input');
    await box.fill('kubectl describe pod web-7d4b9 | grep -i events');
    const row = page.locator('.quick-input-list .monaco-list-row').first();
    await row.filter({ hasText: 'Show last events of pod' }).waitFor();
    await box.fill('capabilities');
    await row.filter({ hasText: 'Show capabilities of process' }).waitFor();
    await screenshot(page, screenshotsFolder, 'helper-search');
    await page.keyboard.press('Escape');
  });
});

/** What the palette answers first to what is typed. */
async function firstRows(page: Page, typed: string): Promise<string[]> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  const box = page.locator('.quick-input-widget input.input');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  // A text that nothing fits empties the list: what is shown afterwards is the answer to what was typed.
  await box.fill('>qqxxzz');
  await rows.filter({ hasText: 'No matching commands' }).waitFor();
  await box.fill(`>${typed}`);
  await page
    .locator('.quick-input-list .monaco-list-row:not(:has-text("No matching commands"))')
    .first()
    .waitFor({ timeout: 5_000 })
    .catch(() => undefined);
  const labels = await rows.locator('.label-name').allTextContents();
  return labels.slice(0, 3).map((label) => label.replaceAll('\u00a0', ' '));
}
