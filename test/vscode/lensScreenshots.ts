import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { screenshotsFolder } from './build';
import { runProgram } from './cleaningUp';
import {
  chooseQuickFix,
  goTo,
  openFile,
  openHover,
  openQuickFixMenu,
  runCommand,
  screenshot,
  stillPage,
} from './editorPage';
import { inThemes } from './themedPages';
import { themeKinds } from './themes';

const usage = `npm run screenshots:lenses -- [options]
Saves pictures of the lenses, of what a click on one shows, of the light bulb and its lists, and of the status bar and its menu.
  --theme KIND   only ${themeKinds.join(', ')}; may be repeated
  --out FOLDER   where the pictures go (default out/screenshots)`;

const manifest = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
---
apiVersion: v1
kind: Pod
metadata:
  name: agent
  namespace: shop
spec:
  hostNetwork: true
  containers:
    - name: agent
      image: registry.example.com/agent:1.4.2
      securityContext:
        privileged: true
  volumes:
    - name: logs
      hostPath:
        path: /var/log
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop: [ALL]
`;

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
  await inThemes(values.theme, { width: 1200, height: 720 }, async ({ page, theme, folder }) => {
    // One for each theme: what was changed in it and not saved would come back.
    const file = `agent-${theme}.yaml`;
    await writeFile(path.join(folder, file), manifest);
    const save = async (name: string) => {
      await stillPage(page);
      console.log(await screenshot(page, path.resolve(values.out), `${theme}-${name}`));
    };
    await takePictures(page, file, save).catch(async (error) => {
      await save('failed');
      throw error;
    });
  });
  return 0;
});

async function takePictures(page: Page, file: string, save: (name: string) => Promise<void>): Promise<void> {
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await openFile(page, file);
  const lens = page.locator('.codelens-decoration a', { hasText: 'Pod Security' });
  await lens.nth(0).waitFor();
  await save('lenses');
  const item = page.locator('.statusbar-item', { hasText: 'Seaworthy' });
  await item.first().hover();
  await page.locator('.monaco-hover:visible').first().waitFor();
  await save('status-hover');
  await item.first().click();
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await save('menu');
  await page.keyboard.press('Escape');
  await page.locator('.statusbar-item[id="status.languageStatus"]').first().click();
  await save('language-status');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Seaworthy: Change profile…');
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await save('profiles');
  await page.keyboard.press('Escape');
  await takeBulbPictures(page, save);
  await page.locator('.codelens-decoration a', { hasText: 'Preview' }).first().click();
  await page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor();
  await save('lens-preview');
  await page.getByRole('button', { name: 'Discard' }).first().click();
  await lens.nth(0).click();
  await page.locator('.notification-toast').first().waitFor();
  await save('lens-hardened');
}

/** Of a container's name, where most is found. */
async function takeBulbPictures(page: Page, save: (name: string) => Promise<void>): Promise<void> {
  const line = manifest.split('\n').indexOf('    - name: agent') + 1;
  const atName = () => goTo(page, line, '    - name: a'.length + 1);
  await atName();
  const menu = await openQuickFixMenu(page);
  await save('light-bulb');
  for (const [name, title] of [
    ['ignore', 'Ignore…'],
    ['configure', 'Configure rule'],
    ['explain', 'Explain…'],
  ] as const) {
    if (name !== 'ignore') await openQuickFixMenu(page);
    await chooseQuickFix(menu, title);
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await save(`light-bulb-${name}`);
    if (name !== 'explain') {
      await page.keyboard.press('Enter');
      await save(`light-bulb-${name}-how`);
    }
    await page.keyboard.press('Escape');
    await atName();
  }
  await openHover(page);
  await save('hover');
  await page.keyboard.press('Escape');
}
