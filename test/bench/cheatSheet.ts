import type { Page } from 'playwright-core';
import { launchBrowser } from '../vscode/browser';
import { projectFolder } from '../vscode/build';
import { openFile, openWorkbench } from '../vscode/editorPage';
import { copyOfSamples } from '../vscode/sampleWorkspace';
import { startVsCodeServer } from '../vscode/vscodeServer';
import { median, milliseconds, table, verdict } from './figures';

const opened = 11;
const longest = 300;

/** How long the cheat-sheet takes to open in a real VS Code, as a table. */
export async function measuredCheatSheet(): Promise<string> {
  const [server, browser, folder] = await Promise.all([
    startVsCodeServer({ extensionFolder: projectFolder }),
    launchBrowser(),
    copyOfSamples(),
  ]);
  const page = await openWorkbench(browser, server.address(folder));
  await openFile(page, 'shop/frontend.yaml');
  const times: number[] = [];
  for (let time = 0; time < opened; time++) {
    times.push(await timeToOpen(page));
    await close(page);
  }
  await page.context().close();
  await server.stop();
  const [cold = Number.NaN, ...warm] = times;
  const middle = median(warm);
  const rows = [
    ['the first time', milliseconds(cold), ''],
    [`after that (median of ${warm.length})`, milliseconds(middle), verdict(`< ${longest} ms`, middle < longest)],
    ['fastest and slowest', `${milliseconds(Math.min(...warm))}, ${milliseconds(Math.max(...warm))}`, ''],
  ];
  return `### Opening the cheat-sheet\n\nFrom the command to the heading and the first diagram in view.\n\n${table(['', 'time', 'target'], rows)}`;
}

/** Closes the panel with the mouse, since keys go to whatever is in it, and gives the editor the focus. */
async function close(page: Page): Promise<void> {
  const tab = page.locator('.tab', { hasText: 'Kubernetes cheat-sheet' });
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
  await page.locator('.editor-instance .view-line').first().click();
  await page.waitForTimeout(500);
}

/** Milliseconds from Enter in the palette until heading and diagram have a size in the panel. */
async function timeToOpen(page: Page): Promise<number> {
  const isDrawn =
    "(document.querySelector('#page h1')?.clientHeight ?? 0) > 0 && [...document.querySelectorAll('#page svg')].some((svg) => svg.clientWidth > 0)";
  const before = new Set(page.frames());
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input.input').fill('>Seaworthy: Open cheat-sheet');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Open cheat-sheet' }).waitFor();
  const start = performance.now();
  await page.keyboard.press('Enter');
  while (performance.now() - start < 30_000) {
    for (const frame of page.frames()) {
      if (!before.has(frame) && (await frame.evaluate<boolean>(isDrawn).catch(() => false))) {
        return performance.now() - start;
      }
    }
    await page.waitForTimeout(2);
  }
  return Number.NaN;
}
