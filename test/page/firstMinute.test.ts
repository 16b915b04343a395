import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../vscode/browser';
import { projectFolder, screenshotsFolder } from '../vscode/build';
import { openQuickFixMenu, openWorkbench, screenshot } from '../vscode/editorPage';
import { endLivePages, pictureOfFailure } from './livePage';

/** What a newcomer may need, from the command to a mended finding. */
const patience = 120_000;

describe('The first minute', function () {
  this.timeout(360_000);
  let started: ChildProcess | undefined;
  let page: Page | undefined;

  afterEach(async function () {
    if (page) await pictureOfFailure({ page }, this.currentTest);
    if (started?.exitCode === null && started.kill('SIGINT')) await once(started, 'exit');
    await endLivePages();
  });

  it('leads from "npm start" to a mended finding by two keys, nothing read', async () => {
    const browser = await launchBrowser();
    const begin = Date.now();
    const took: string[] = [];
    const step = (name: string) => took.push(`${((Date.now() - begin) / 1000).toFixed(1)} s ${name}`);

    // 1. npm start
    const program = spawn(
      process.execPath,
      ['--import', 'tsx', path.join(projectFolder, 'test/vscode/start.ts'), '--no-open'],
      { cwd: projectFolder, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    started = program;
    const address = await printedAddress(program);
    step('it printed its address');

    // 2. The page that opens has a manifest in front, with its findings, and the walkthrough beside it.
    page = await openWorkbench(browser, address, { size: { width: 1440, height: 900 }, patience });
    const finding = page.locator('.cdr.squiggly-error').first();
    await finding.waitFor({ state: 'attached' });
    await page.getByText('Get started with Seaworthy', { exact: true }).first().waitFor();
    await page.locator('.statusbar-item', { hasText: 'Seaworthy privileged' }).waitFor();
    step('it showed findings');
    const before = await page.locator('.view-line', { hasText: 'hostNetwork' }).count();
    await screenshot(page, screenshotsFolder, 'first-minute-start');

    // 3. Ctrl+. and Enter: the cursor is at a finding already.
    await openQuickFixMenu(page);
    await screenshot(page, screenshotsFolder, 'first-minute-menu');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'hostNetwork' }).waitFor({ state: 'detached' });
    step('the finding was mended');
    await screenshot(page, screenshotsFolder, 'first-minute-mended');

    console.log(`      ${took.join(', ')}`);
    assert.equal(before, 1);
    assert.ok(Date.now() - begin < patience, took.join(', '));
  });
});

function printedAddress(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    program.stdout?.on('data', (part: Buffer) => {
      printed += part.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(printed)?.[0];
      if (address) resolve(address);
    });
    program.once('exit', () => reject(new Error(`npm start ended without an address:\n${printed}`)));
  });
}
