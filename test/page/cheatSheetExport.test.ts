import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { renderedCheatSheet } from '../../build/cheatSheet/buildCheatSheet';
import { type ExportedContent, exportedHtml } from '../../client/cheatSheet/exportedHtml';
import { launchBrowser } from '../vscode/browser';
import { projectFolder } from '../vscode/build';
import { undoEverything } from '../vscode/cleaningUp';

describe('The exported cheat-sheet', function () {
  this.timeout(120_000);
  let browser: Browser;
  let content: ExportedContent;

  before(async () => {
    browser = await launchBrowser();
    const { sections, rules, snippets } = await renderedCheatSheet(projectFolder);
    const style = (name: string) => readFile(path.join(projectFolder, 'dist', 'cheatSheet', name), 'utf8');
    content = {
      sections,
      pages: [sections, rules, snippets].flatMap(({ pages }) => Object.entries(pages)),
      styles: await style('view.css'),
      exportStyles: await style('export.css'),
    };
  });
  after(undoEverything);

  for (const format of ['A4', 'Letter']) {
    it(`is fewer than 40 printed pages with the practices only, on ${format}`, async () => {
      const pages = await printedPages(exportedHtml(content, 'practices'), format);
      assert.ok(pages > 15 && pages < 40, `${pages} pages`);
    });
  }

  it('has everything else besides when asked to', async () => {
    const html = exportedHtml(content, 'everything');
    for (const [address] of content.pages) assert.ok(html.includes(`<article id="${address}">`), address);
    const practices = exportedHtml(content, 'practices');
    assert.ok(practices.includes('<article id="seccomp">'));
    assert.ok(!practices.includes('<article id="rules'));
  });

  for (const scope of ['practices', 'everything'] as const) {
    it(`has a title, no script, and no link that leads nowhere (${scope})`, async () => {
      const html = exportedHtml(content, scope);
      assert.doesNotMatch(html, /<script|<link|src="http/);
      const page = await browser.newPage();
      await page.setContent(html);
      assert.equal(await page.locator('h1').first().textContent(), 'Kubernetes cheat-sheet');
      assert.match((await page.locator('header p').textContent()) ?? '', /ractices.* for Kubernetes 1\.\d+/);
      const dead = await page.evaluate(() =>
        [...document.querySelectorAll('a[href^="#"]')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((target) => !document.getElementById(target.slice(1))),
      );
      assert.deepEqual(dead, []);
      await page.close();
    });
  }

  async function printedPages(html: string, format: string): Promise<number> {
    const page = await browser.newPage();
    await page.setContent(html);
    const pdf = await page.pdf({ format, margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
    await page.close();
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  }
});
