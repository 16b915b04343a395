import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../vscode/browser';
import { projectFolder } from '../vscode/build';
import { openFile, openWorkbench } from '../vscode/editorPage';
import { copyOfSamples } from '../vscode/sampleWorkspace';
import { startVsCodeServer } from '../vscode/vscodeServer';
import { median, milliseconds, ratio, table, verdict } from './figures';

const opened = 11;
const longest = 300;

/** A panel that a command opens, and the JavaScript that is true in its frame once it shows what it is opened for. */
interface OpenedPanel {
  readonly command: string;
  readonly tab: string;
  readonly isShown: string;
}

const headingIsShown = "(document.querySelector('#page h1')?.clientHeight ?? 0) > 0";
const cheatSheet: OpenedPanel = {
  command: 'Seaworthy: Open cheat-sheet',
  tab: 'Kubernetes cheat-sheet',
  isShown: `${headingIsShown} && [...document.querySelectorAll('#page svg')].some((svg) => svg.clientWidth > 0)`,
};
const emptyPanel: OpenedPanel = {
  command: 'Nobody: Open empty panel',
  tab: 'Empty panel',
  isShown: headingIsShown,
};

/** How long the cheat-sheet takes to open in a real VS Code, beside a panel with nothing in it, as a table. */
export async function measuredCheatSheet(): Promise<string> {
  const besideExtensions = [path.join(projectFolder, 'test', 'vscode', 'stubs', 'nobody.empty-panel')];
  const [server, browser, folder] = await Promise.all([
    startVsCodeServer({ extensionFolder: projectFolder, besideExtensions }),
    launchBrowser(),
    copyOfSamples(),
  ]);
  const page = await openWorkbench(browser, server.address(folder), { patience: 60_000 });
  await openFile(page, 'shop/frontend.yaml');
  const ours: number[] = [];
  const empty: number[] = [];
  // In turn, so that whatever else the machine does slows both.
  for (let time = 0; time < opened; time++) {
    ours.push(await timeToOpen(page, cheatSheet));
    await close(page, cheatSheet);
    empty.push(await timeToOpen(page, emptyPanel));
    await close(page, emptyPanel);
  }
  await page.context().close();
  await server.stop();
  const [cold = Number.NaN, ...warm] = ours;
  const [emptyCold = Number.NaN, ...emptyWarm] = empty;
  const middle = median(warm);
  const emptyMiddle = median(emptyWarm);
  const range = (times: readonly number[]) =>
    `${milliseconds(Math.min(...times))}, ${milliseconds(Math.max(...times))}`;
  const rows = [
    ['the first time', milliseconds(cold), milliseconds(emptyCold), ratio(cold, emptyCold), ''],
    [
      `after that (median of ${warm.length})`,
      ...[milliseconds(middle), milliseconds(emptyMiddle), ratio(middle, emptyMiddle)],
      verdict(`< ${longest} ms`, middle < longest),
    ],
    ['fastest and slowest', range(warm), range(emptyWarm), '', ''],
  ];
  return `### Opening the cheat-sheet

From the command to the heading and the first diagram in view, and to the heading of a panel that holds nothing else.
The first time of the cheat-sheet is also the first time that VS Code opens any panel.

${table(['', 'cheat-sheet', 'empty panel', 'ratio', 'target'], rows)}`;
}

/** Closes a panel with the mouse, since keys go to whatever is in it, and gives the editor the focus. */
async function close(page: Page, { tab }: OpenedPanel): Promise<void> {
  const found = page.locator('.tab', { hasText: tab });
  await found.click({ button: 'middle' });
  await found.waitFor({ state: 'detached' });
  await page.locator('.editor-instance .view-line').first().click();
  await page.waitForTimeout(500);
}

/** Milliseconds from Enter in the palette until the panel shows what it is opened for; NaN after half a minute. */
async function timeToOpen(page: Page, { command, isShown }: OpenedPanel): Promise<number> {
  const before = new Set(page.frames());
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input.input').fill(`>${command}`);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: command }).waitFor();
  const start = performance.now();
  await page.keyboard.press('Enter');
  while (performance.now() - start < 30_000) {
    for (const frame of page.frames()) {
      if (!before.has(frame) && (await frame.evaluate<boolean>(isShown).catch(() => false))) {
        return performance.now() - start;
      }
    }
    await page.waitForTimeout(2);
  }
  return Number.NaN;
}
