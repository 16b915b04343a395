import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../vscode/browser';
import { projectFolder, screenshotsFolder } from '../vscode/build';
import { undoEverything } from '../vscode/cleaningUp';
import { openWorkbench, screenshot } from '../vscode/editorPage';
import { copyOfSamples } from '../vscode/sampleWorkspace';
import { startVsCodeServer, type VsCodeServer } from '../vscode/vscodeServer';

/** A live VS Code with the built extension, for a suite of tests that drive its page. */
export interface LivePage {
  readonly server: VsCodeServer;
  readonly browser: Browser;
  readonly folder: string;
  readonly page: Page;
}

/** Starts VS Code on a folder, a copy of the samples if none is named, and opens its page, which may use the clipboard. */
export async function startLivePage(opened?: string): Promise<LivePage> {
  const [server, browser, folder] = await Promise.all([
    startVsCodeServer({ extensionFolder: projectFolder, settings: { 'terminal.integrated.gpuAcceleration': 'off' } }),
    launchBrowser(),
    opened ?? copyOfSamples(),
  ]);
  const page = await openWorkbench(browser, server.address(folder), {
    size: { width: 1400, height: 900 },
    patience: 90_000,
  });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return { server, browser, folder, page };
}

/** Ends what the tests have started. */
export const endLivePages = undoEverything;

/** Saves what the page looks like when a test has failed, and prints where. */
export async function pictureOfFailure({ page }: Pick<LivePage, 'page'>, test: Mocha.Test | undefined): Promise<void> {
  if (test?.state !== 'failed') return;
  const name = test
    .fullTitle()
    .replace(/[^\w]+/g, '-')
    .slice(0, 80);
  console.error(`${await screenshot(page, screenshotsFolder, name)} shows the page.`);
}
