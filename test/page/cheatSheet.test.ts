import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { cheatSheetFrame, openCheatSheet, showPlace } from '../vscode/cheatSheetView';
import { goTo, openFile, openHover, runCommand } from '../vscode/editorPage';
import { eventually } from '../waiting';
import { endLivePages, type LivePage, pictureOfFailure, startLivePage } from './livePage';

describe('The cheat-sheet in VS Code', function () {
  this.timeout(150_000);
  let live: LivePage;
  let page: Page;
  let sheet: Frame;
  const complaints: string[] = [];

  before(async function () {
    this.timeout(300_000);
    live = await startLivePage();
    page = live.page;
    page.on('console', (message) => {
      if (/Content Security Policy|cheatSheet/.test(message.text())) complaints.push(message.text());
    });
    await openFile(page, 'shop/frontend.yaml');
    sheet = await openCheatSheet(page);
  });

  afterEach(function () {
    return pictureOfFailure(live, this.currentTest);
  });
  after(endLivePages);

  const heading = () => sheet.locator('#page h1').textContent();
  const shows = (title: string) => eventually(heading, (text) => text === title);
  const follow = (address: string) => showPlace(sheet, address);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  it('opens beside the editor with its first page and diagram', async () => {
    await shows('Basics');
    await sheet.locator('#basics\\/architecture svg.narrow').waitFor();
    assert.equal(await page.locator('.editor-group-container').count(), 2);
  });

  it('finds sections, commands, rules, snippets and diagrams while one types', async () => {
    const found = async (words: string) => {
      await sheet.locator('#search').fill(words);
      return eventually(
        () => sheet.locator('#results [role=option]').allTextContents(),
        (texts) => texts.length > 0,
      );
    };
    const starts = (texts: readonly string[], kind: string, title: string) =>
      texts.some((text) => text.startsWith(`${kind}${title}`));
    const seccomp = await found('seccomp');
    assert.ok(seccomp[0]?.startsWith('sectionSeccomp'), seccomp.join('\n'));
    assert.ok(starts(seccomp, 'diagram', 'A seccomp profile'), seccomp.join('\n'));
    assert.ok(starts(await found('host network'), 'rule', ''));
    assert.ok(starts(await found('netpol'), 'snippet', ''));
    assert.ok(starts(await found('kubectl events'), 'command', 'kubectl events'));
    assert.ok(starts(await found('secomp'), 'section', 'Seccomp'), 'a slip is forgiven');
    assert.match((await found('zzzz')).join(), /Nothing found/);
  });

  it('goes to what was found, back and forward again, by keyboard', async () => {
    await sheet.locator('#search').fill('falco');
    await sheet.locator('#results [role=option]').first().waitFor();
    await sheet.locator('#search').press('Enter');
    await shows('Falco');
    await sheet.locator('body').press('Alt+ArrowLeft');
    await shows('Basics');
    await sheet.locator('#forward').click();
    await shows('Falco');
  });

  it('leads from a box of a live diagram to the step it speaks of', async () => {
    await follow('pod-privileges');
    await shows('Pod decision tree');
    await sheet.locator('#pod-privileges\\/pod-privileges svg:visible a', { hasText: 'Switch the pod' }).click();
    await eventually(
      () => sheet.evaluate(() => document.activeElement?.id ?? ''),
      (id) => id === 'pod-privileges/switch',
    );
    await follow('four-cs');
    await shows("The 4 C's");
    await sheet.locator('#four-cs\\/four-cs svg:visible a', { hasText: 'Container' }).first().click();
    await eventually(
      () => sheet.evaluate(() => document.activeElement?.id ?? ''),
      (id) => id === 'four-cs/container',
    );
  });

  it('copies a command', async () => {
    await follow('commands');
    await shows('Useful commands and aliases');
    await sheet.getByRole('button', { name: 'Copy: kubectl api-resources -o wide' }).click();
    await eventually(clipboard, (text) => text === 'kubectl api-resources -o wide');
  });

  it('types a command that no helper runs into the terminal, for the user to complete', async () => {
    await follow('pod-privileges/switch');
    await shows('Pod decision tree');
    await sheet.getByRole('button', { name: 'Run in terminal: kubectl set serviceaccount' }).click();
    const terminal = () => page.locator('.terminal-wrapper.active .xterm-rows').textContent();
    const text = await eventually(terminal, (shown) => shown?.includes('serviceaccount') === true);
    assert.match(text?.replaceAll('\u00a0', ' ') ?? '', /kubectl set serviceaccount deployment\/NAME SERVICEACCOUNT/);
  });

  for (const { block, address, heading, line, expected } of [
    {
      block: 'of a container',
      address: 'capabilities',
      heading: 'Linux capabilities',
      line: 20,
      expected: ['          securityContext:', '            capabilities:', '              drop: [ALL]'],
    },
    {
      block: 'of a pod, without a second spec',
      address: 'seccomp/runtime-default',
      heading: 'Seccomp',
      line: 20,
      expected: ['      securityContext:', '        seccompProfile:', '          type: RuntimeDefault'],
    },
  ]) {
    it(`inserts YAML ${block} into the one around the cursor`, async () => {
      await page.locator('.tab', { hasText: 'frontend.yaml' }).click();
      await goTo(page, line, 14);
      await follow(address);
      await shows(heading);
      const last = expected.at(-1) ?? '';
      await sheet
        .locator('figure.block', { hasText: last.trim() })
        .getByRole('button', { name: /^Insert at cursor/ })
        .first()
        .click();
      const lines = await eventually(
        async () => {
          const texts = await page.locator('.editor-group-container .view-line').allTextContents();
          return texts.map((text) => text.replaceAll('\u00a0', ' '));
        },
        (texts) => texts.includes(last),
      );
      assert.deepEqual(
        expected.filter((text) => !lines.includes(text)),
        [],
        lines.join('\n'),
      );
      // The editor has lines in no order, and only those in sight.
      const specs = lines.filter((text) => text.trim() === 'spec:');
      assert.equal(new Set(specs).size, specs.length, specs.join('\n'));
      assert.ok(
        specs.every((text) => ['spec:', '    spec:'].includes(text)),
        specs.join('\n'),
      );
      await runCommand(page, 'File: Revert File');
      await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    });
  }

  it('opens YAML as a document of its own', async () => {
    await follow('admission');
    await shows('Admission controllers');
    await sheet
      .getByRole('button', { name: /^Open as document/ })
      .first()
      .click();
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
  });

  it("shows a rule's page when the code of its finding is clicked in the hover", async () => {
    await page.locator('.tab', { hasText: 'frontend.yaml' }).click();
    await goTo(page, 18, '      hostNetwork: tr'.length);
    const hover = await openHover(page);
    await hover.locator('a.code-link', { hasText: 'host-network' }).click();
    await shows("Keep pods out of the node's network");
  });

  it("shows a rule's page when the code of its finding is clicked in the Problems panel", async () => {
    await follow('basics');
    await shows('Basics');
    await runCommand(page, 'View: Focus Problems');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'host-network' }).first();
    await problem.locator('a', { hasText: 'host-network' }).click({ timeout: 20_000 });
    await shows("Keep pods out of the node's network");
  });

  it('copies a diagram as SVG with the colours it has', async () => {
    await follow('basics');
    await shows('Basics');
    await sheet.locator('#basics\\/architecture').getByRole('button', { name: 'Copy as SVG' }).click();
    const svg = await eventually(clipboard, (text) => text.startsWith('<svg'));
    assert.match(svg, /xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.match(svg, /fill="rgb\(/);
    assert.doesNotMatch(svg, /var\(|class="d-|color\(srgb/);
    assert.match(svg, /<title[^>]*>The parts of a Kubernetes cluster<\/title>/);
  });

  it('copies a diagram as a picture', async () => {
    await sheet.locator('#basics\\/architecture').getByRole('button', { name: 'Copy as PNG' }).click();
    await eventually(
      () => sheet.locator('#status').textContent(),
      (text) => text === 'PNG copied',
    );
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const picture = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
      return { width: picture.width, height: picture.height };
    });
    assert.ok(size.width >= 700 && size.height >= 700, JSON.stringify(size));
  });

  it('enlarges a diagram and gets back by Escape', async () => {
    await sheet.locator('#basics\\/architecture').getByRole('button', { name: 'Zoom' }).click();
    const drawing = sheet.locator('dialog.zoom svg');
    const before = (await drawing.boundingBox())?.width ?? 0;
    await sheet.locator('dialog.zoom').getByRole('button', { name: 'Larger' }).click();
    assert.ok(((await drawing.boundingBox())?.width ?? 0) > before);
    await drawing.press('Escape');
    await drawing.waitFor({ state: 'detached' });
  });

  it('takes on the colours of another theme at once, in its diagrams too', async () => {
    const fill = () =>
      sheet.evaluate(() => {
        const box = document.querySelector('#page svg .d-box');
        return box ? getComputedStyle(box).fill : '';
      });
    const dark = await fill();
    await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
    await eventually(fill, (color) => color !== dark && color !== '');
  });

  it('is exported as one HTML file that needs nothing else', async () => {
    await sheet.locator('#export').click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Everything' }).click();
    const file = path.join(live.folder, 'sheet.html');
    const name = page.locator('.quick-input-widget input.input');
    await name.waitFor();
    // The dialog fills in its own proposal when it has read the folder.
    await eventually(
      () => name.inputValue(),
      (value) => value.endsWith('.html'),
    );
    await name.fill(file);
    await eventually(
      () => name.inputValue(),
      (value) => value === file,
    );
    await page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();
    const html = await eventually(
      () => readFile(file, 'utf8').catch(() => ''),
      (text) => text.endsWith('</html>\n'),
    );
    assert.doesNotMatch(html, /<script|<link|src="http/);
    const exported = await page.context().newPage();
    await exported.setContent(html);
    await exported.locator('nav a[href="#seccomp"]').click();
    await exported.locator('h1', { hasText: 'What changed and why' }).waitFor({ state: 'attached' });
    assert.equal(await exported.locator('figure.diagram').count(), 13);
    await exported.close();
  });

  it('comes back after a reload with the page it showed', async () => {
    await follow('isolation/kata');
    await shows('Isolation of containers');
    // A reload by the browser's own means would not wait for VS Code to keep what it shows.
    const reloaded = page.waitForEvent('load');
    await runCommand(page, 'Developer: Reload Window');
    await reloaded;
    sheet = await cheatSheetFrame(page);
    await shows('Isolation of containers');
    await sheet.locator('#back:enabled').waitFor();
  });

  it('breaks its own security policy nowhere', () => {
    assert.deepEqual(complaints, []);
  });
});
