import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { build, projectFolder, screenshotsFolder } from './build';
import { runProgram } from './cleaningUp';
import { goToNextFinding, openFile, openQuickFixMenu, openWorkbench, screenshot, squiggles } from './editorPage';
import { copyOfSamples } from './sampleWorkspace';
import { isThemeKind, type ThemeKind, themeKinds } from './themes';
import { startVsCodeServer, type VsCodeServer } from './vscodeServer';

const usage = `npm run screenshots -- [options] FILE…
Opens sample manifests, named by their paths inside samples/, in a live VS Code, and saves pictures of their findings
and of the quick-fix menu on the first finding, in each kind of theme.
  --theme KIND   only ${themeKinds.join(', ')}; may be repeated
  --out FOLDER   where the pictures go (default out/screenshots)
  --size WxH     of the page in pixels (default 1280x800)
  --scale N      device pixels to a pixel (default 1)`;

runProgram(async () => {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      theme: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: screenshotsFolder },
      size: { type: 'string', default: '1280x800' },
      scale: { type: 'string', default: '1' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || files.length === 0) {
    console.log(usage);
    return values.help ? 0 : 1;
  }
  const unknown = values.theme.find((word) => !isThemeKind(word));
  if (unknown !== undefined) throw new Error(`--theme takes one of ${themeKinds.join(', ')}, not "${unknown}".`);
  const chosen = values.theme.length === 0 ? themeKinds : values.theme.filter(isThemeKind);
  const [width, height] = values.size.split('x').map(Number);
  if (!width || !height) throw new Error(`--size takes a width and a height such as 1280x800, not "${values.size}".`);

  await build('extension');
  const [server, browser, workspaceFolder] = await Promise.all([
    startVsCodeServer({ extensionFolder: projectFolder }),
    launchBrowser(),
    copyOfSamples(),
  ]);
  const pictures = { files, folder: path.resolve(values.out), size: { width, height }, scale: Number(values.scale) };
  let failures = 0;
  for (const theme of chosen) {
    failures += await takePictures(server, browser, workspaceFolder, theme, pictures);
  }
  return failures === 0 ? 0 : 1;
});

interface Pictures {
  files: string[];
  folder: string;
  size: { width: number; height: number };
  scale: number;
}

/** Takes the pictures of one theme, and gives back for how many files that did not work. */
async function takePictures(
  server: VsCodeServer,
  browser: Browser,
  workspaceFolder: string,
  theme: ThemeKind,
  { files, folder, ...view }: Pictures,
): Promise<number> {
  await server.changeSettings({ theme });
  const page = await openWorkbench(browser, server.address(workspaceFolder), view);
  let failures = 0;
  for (const file of files) {
    const name = `${theme}-${file.replaceAll(/[^\w.-]+/g, '-')}`;
    try {
      await openFile(page, file);
      await squiggles(page);
      console.log(await screenshot(page, folder, name));
      await goToNextFinding(page);
      await openQuickFixMenu(page);
      console.log(await screenshot(page, folder, `${name}-quick-fixes`));
      await page.keyboard.press('Escape');
    } catch (error) {
      failures++;
      const picture = await screenshot(page, folder, `${name}-failed`);
      console.error(`${file}: ${error instanceof Error ? error.message : error}\n${picture} shows the page then.`);
      await page.keyboard.press('Escape');
    }
  }
  await page.context().close();
  return failures;
}
