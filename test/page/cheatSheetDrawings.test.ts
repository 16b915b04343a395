import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { renderedCheatSheet } from '../../build/cheatSheet/buildCheatSheet';
import { launchBrowser } from '../vscode/browser';
import { projectFolder } from '../vscode/build';
import { undoEverything } from '../vscode/cleaningUp';
import { themeKinds } from '../vscode/themes';
import { drawingFaults } from './drawings/drawingFaults';
import { drawingPage } from './drawings/drawingPage';

/** A panel beside an editor, and one that has the window to itself; in pixels. */
const widths = [400, 900];

/** What every system has, of different widths; some people read everything in a monospaced font. */
const fonts = ['sans-serif', 'serif', 'monospace'];

describe("The cheat-sheet's drawings", function () {
  this.timeout(120_000);
  let browser: Browser;
  let figures: string[];
  let styles: string;

  before(async () => {
    browser = await launchBrowser();
    const { sections } = await renderedCheatSheet(projectFolder);
    figures = Object.values(sections.pages).flatMap(
      ({ html }) => html.match(/<figure class="diagram"[\s\S]*?<\/figure>/g) ?? [],
    );
    styles = await readFile(path.join(projectFolder, 'dist', 'cheatSheet', 'view.css'), 'utf8');
    assert.equal(figures.length, 13);
  });
  after(undoEverything);

  for (const width of widths) {
    for (const font of fonts) {
      for (const theme of themeKinds) {
        it(`keep all text in its box and clear of lines, ${width} pixels wide, ${theme}, in ${font}`, async () => {
          assert.deepEqual(await faultsOf(figures, width, theme, font), []);
        });
      }
    }
  }

  it('are told to be wrong where a text leaves its box, a line strikes it through, or two texts meet', async () => {
    const text = (x: number, words: string) => `<text class="d-text start" x="${x}" y="20">${words}</text>`;
    const wrong = `<figure class="diagram" id="wrong"><svg class="narrow" viewBox="0 0 350 60">
<rect class="d-box" x="2" y="2" width="60" height="40"/>${text(10, 'longer than its box')}
<path class="d-edge" d="M200 15L340 15"/>${text(220, 'struck')}${text(230, 'met')}</svg></figure>`;
    assert.deepEqual((await faultsOf([wrong], 400, 'light', 'sans-serif')).sort(), [
      'wrong: "longer than its box" leaves its box',
      'wrong: "met" is struck through',
      'wrong: "met" lies on "struck"',
      'wrong: "struck" is struck through',
      'wrong: "struck" lies on "met"',
    ]);
  });

  async function faultsOf(
    shown: readonly string[],
    width: number,
    theme: (typeof themeKinds)[number],
    font: string,
  ): Promise<string[]> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    // What runs TypeScript for the tests gives functions their names by a function of its own.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.goto('about:blank');
    await page.setContent(drawingPage(shown, { theme, font, styles }));
    const faults = await page.evaluate(drawingFaults);
    await page.close();
    return faults;
  }
});
