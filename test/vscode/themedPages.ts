import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { build, projectFolder } from './build';
import { openWorkbench } from './editorPage';
import { copyOfSamples } from './sampleWorkspace';
import { isThemeKind, type ThemeKind, themeKinds } from './themes';
import { startVsCodeServer } from './vscodeServer';

/** A live VS Code in one theme. */
export interface ThemedPage {
  readonly page: Page;
  readonly theme: ThemeKind;
  /** A copy of the samples, the same for all themes. */
  readonly folder: string;
}

/**
 * Opens the samples in a live VS Code, in one theme after the other.
 *
 * @param asked kinds of themes; all of them if there is none
 */
export async function inThemes(
  asked: readonly string[],
  size: { readonly width: number; readonly height: number },
  show: (themed: ThemedPage) => Promise<void>,
): Promise<void> {
  const themes = asked.length === 0 ? themeKinds : asked.filter(isThemeKind);
  await build('extension');
  const [server, browser, folder] = await Promise.all([
    startVsCodeServer({ extensionFolder: projectFolder, settings: { 'breadcrumbs.enabled': false } }),
    launchBrowser(),
    copyOfSamples(),
  ]);
  for (const theme of themes) {
    await server.changeSettings({ theme });
    const page = await openWorkbench(browser, server.address(folder), { size, patience: 60_000 });
    await show({ page, theme, folder });
    await page.context().close();
  }
}
