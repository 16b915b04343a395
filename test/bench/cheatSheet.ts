import path from 'node:path';
import type { ConsoleMessage, Page } from 'playwright-core';
import { launchBrowser } from '../vscode/browser';
import { projectFolder } from '../vscode/build';
import { openFile, openWorkbench } from '../vscode/editorPage';
import { copyOfSamples } from '../vscode/sampleWorkspace';
import { startVsCodeServer } from '../vscode/vscodeServer';
import { median, milliseconds, ratio, table, verdict } from './figures';

const opened = 11;
const longest = 300;

/** A panel that a command opens. */
interface OpenedPanel {
  readonly command: string;
  readonly tab: string;
}

const cheatSheet: OpenedPanel = { command: 'Seaworthy: Open cheat-sheet', tab: 'Kubernetes cheat-sheet' };
const emptyPanel: OpenedPanel = { command: 'Nobody: Open empty panel', tab: 'Empty panel' };

const said = 'Time of ';
/** Runs in every frame of the page and tells when Enter is pressed and when a panel is in view, in its final styles. */
const stopwatch = `
  const say = (what) => console.log('${said}' + what + ' ' + (performance.timeOrigin + performance.now()));
  const isInView = (element) => element.clientWidth > 0 && element.clientHeight > 0;
  const isShown = () => {
    const heading = document.querySelector('#page h1');
    if (!heading || !isInView(heading)) return false;
    const bar = document.querySelector('.bar');
    if (!bar) return true;
    return getComputedStyle(bar).display === 'flex' && [...document.querySelectorAll('#page svg')].some(isInView);
  };
  const look = () => (isShown() ? requestAnimationFrame(() => say('view')) : setTimeout(look, 1));
  if (window === window.top) addEventListener('keydown', (event) => event.key === 'Enter' && say('Enter'), true);
  else look();
`;

/** How long the cheat-sheet takes to open in a real VS Code, beside a panel with nothing in it, as a table. */
export async function measuredCheatSheet(): Promise<string> {
  const besideExtensions = [path.join(projectFolder, 'test', 'vscode', 'stubs', 'nobody.empty-panel')];
  const [server, browser, folder] = await Promise.all([
    startVsCodeServer({ extensionFolder: projectFolder, besideExtensions }),
    launchBrowser(),
    copyOfSamples(),
  ]);
  const page = await openWorkbench(browser, server.address(folder), { patience: 60_000, script: stopwatch });
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
    ['of which the cheat-sheet itself', milliseconds(middle - emptyMiddle), '', '', ''],
    ['fastest and slowest', range(warm), range(emptyWarm), '', ''],
  ];
  return `### Opening the cheat-sheet

From Enter in the palette to the heading and the first diagram painted, and to the heading of a panel that holds nothing else.
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

/** Milliseconds from Enter in the palette until the panel is in view; NaN after half a minute. */
async function timeToOpen(page: Page, { command }: OpenedPanel): Promise<number> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input.input').fill(`>${command}`);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: command }).waitFor();
  const [pressed, shown] = await Promise.all([
    timeOf(page, 'Enter'),
    timeOf(page, 'view'),
    page.keyboard.press('Enter'),
  ]);
  return shown - pressed;
}

/** When a frame next tells of this, in milliseconds since 1970, by the page's own clock. */
async function timeOf(page: Page, what: string): Promise<number> {
  const begin = `${said}${what} `;
  const predicate = (message: ConsoleMessage) => message.text().startsWith(begin);
  const message = await page.waitForEvent('console', { predicate, timeout: 30_000 }).catch(() => undefined);
  return message ? Number(message.text().slice(begin.length)) : Number.NaN;
}
