import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Frame } from 'playwright-core';
import { launchBrowser } from './browser';
import { build, projectFolder, screenshotsFolder } from './build';
import { openCheatSheet, showPlace } from './cheatSheetView';
import { runProgram } from './cleaningUp';
import { openWorkbench, runCommand, screenshot, stillPage } from './editorPage';
import { copyOfSamples } from './sampleWorkspace';
import { isThemeKind, themeKinds } from './themes';
import { startVsCodeServer } from './vscodeServer';

const usage = `npm run screenshots:cheat-sheet -- [options] [PAGE…]
Saves what the cheat-sheet's pages look like in a live VS Code, from top to bottom, in a wide and in a narrow panel.
All sections are taken when no page is named; a rule's page is rules/ID.
  --theme KIND   one of ${themeKinds.join(', ')} (default dark)
  --out FOLDER   where the pictures go (default out/screenshots)`;

/** Widths of the panel in pixels. */
const widths = { wide: 1000, narrow: 400 } as const;

/** What VS Code shows to the left of the panel when its side bar is closed. */
const activityBar = 58;

runProgram(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      theme: { type: 'string', default: 'dark' },
      out: { type: 'string', default: screenshotsFolder },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const { theme } = values;
  if (!isThemeKind(theme)) throw new Error(`--theme takes one of ${themeKinds.join(', ')}, not "${theme}".`);
  await build('extension');
  const [server, browser, folder] = await Promise.all([
    startVsCodeServer({ extensionFolder: projectFolder, theme, settings: { 'breadcrumbs.enabled': false } }),
    launchBrowser(),
    copyOfSamples(),
  ]);
  const page = await openWorkbench(browser, server.address(folder), {
    size: { width: widths.wide, height: 900 },
    patience: 60_000,
  });
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  const sheet = await openCheatSheet(page);
  const pages = positionals.length > 0 ? positionals : await sections(sheet);
  for (const [form, width] of Object.entries(widths)) {
    for (const address of pages) {
      await page.setViewportSize({ width: width + activityBar, height: 900 });
      await showPlace(sheet, address);
      await page.setViewportSize({ width: width + activityBar, height: (await heightOf(sheet)) + 190 });
      await stillPage(page);
      const name = `${theme}-${address.replaceAll('/', '-')}-${form}`;
      console.log(await screenshot(page, path.resolve(values.out), name));
    }
  }
  return 0;
});

function sections(sheet: Frame): Promise<string[]> {
  const read =
    "[...document.querySelectorAll('#contents li[data-page]')].map((item) => item.getAttribute('data-page'))";
  return sheet.evaluate<string[]>(read);
}

function heightOf(sheet: Frame): Promise<number> {
  return sheet.evaluate<number>("document.querySelector('#page').scrollHeight");
}
