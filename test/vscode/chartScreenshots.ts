import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { screenshotsFolder } from './build';
import { runProgram } from './cleaningUp';
import { goTo, openFile, openHover, runCommand, screenshot, squiggles, stillPage } from './editorPage';
import { inThemes } from './themedPages';
import { themeKinds } from './themes';

const usage = `npm run screenshots:charts -- [options]
Saves pictures of a chart's template beside what it renders, of values beside actions, and of a chart that can't be rendered.
  --theme KIND   only ${themeKinds.join(', ')}; may be repeated
  --out FOLDER   where the pictures go (default out/screenshots)`;

runProgram(async () => {
  const { values } = parseArgs({
    options: {
      theme: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: screenshotsFolder },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  await inThemes(values.theme, { width: 1400, height: 760 }, async ({ page, theme }) => {
    const save = async (name: string) => {
      await stillPage(page);
      console.log(await screenshot(page, path.resolve(values.out), `${theme}-${name}`));
    };
    await takePictures(page, save).catch(async (error) => {
      await save('failed');
      throw error;
    });
  });
  return 0;
});

async function takePictures(page: Page, save: (name: string) => Promise<void>): Promise<void> {
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await openFile(page, 'chart/templates/deployment.yaml');
  await squiggles(page);
  await runCommand(page, 'Seaworthy: Show as rendered');
  await page.locator('.view-line', { hasText: 'allowPrivilegeEscalation' }).first().waitFor();
  await goTo(page, 33, 14);
  await save('chart-rendered');
  await page.keyboard.press('ControlOrMeta+Digit2');
  await runCommand(page, 'Seaworthy: Render with other values…');
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await save('chart-values');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Digit1');
  await openFile(page, 'chart/values.yaml');
  await goTo(page, 9, 8);
  await openHover(page);
  await save('chart-rendered-values');
  await page.keyboard.press('Escape');
  await openFile(page, 'chart/templates/deployment.yaml');
  await goTo(page, 9, 1);
  await page.keyboard.type('  x: {{ .Values.nope.x }}\n');
  await page.locator('.view-line', { hasText: 'rendered last' }).first().waitFor();
  await save('chart-refused');
  // What is not saved would come back in the next theme.
  await runCommand(page, 'View: Revert and Close Editor');
}
