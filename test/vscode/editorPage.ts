import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { until } from '../waiting';

/*
 * What a user does in a live VS Code page, by mouse and keyboard alone. Everything waits until the page shows that it
 * happened, and throws when it doesn't within the page's time-out.
 */

export interface PageOptions {
  /** In CSS pixels. */
  size?: { width: number; height: number };
  /** Device pixels to a CSS pixel: 2 makes pictures for high-resolution screens. */
  scale?: number;
  /** How long anything may take to show, in milliseconds; beside other work a small machine needs its time. */
  patience?: number;
  /** JavaScript that runs in every frame before anything else does. */
  script?: string;
}

/** Opens VS Code at `address` in a fresh browser profile, and waits for the workbench. */
export async function openWorkbench(browser: Browser, address: string, options: PageOptions = {}): Promise<Page> {
  const viewport = options.size ?? { width: 1280, height: 800 };
  const context = await browser.newContext({ viewport, deviceScaleFactor: options.scale ?? 1 });
  if (options.script !== undefined) await context.addInitScript({ content: options.script });
  const page = await context.newPage();
  page.setDefaultTimeout(options.patience ?? 20_000);
  await page.goto(address);
  await page.locator('.monaco-workbench').waitFor();
  // The remote indicator leaves "Opening remote…" when the extension host is connected.
  await page.locator('.statusbar-item[aria-label^="remote"]').waitFor();
  return page;
}

/** Runs a command from the palette, named by its title with its category, as in "Seaworthy: Restart server". */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pickFromQuickInput(page, 'F1', `>${title}`, title);
}

/** Opens a file of the workspace, named by its path inside the folder, in a lasting editor tab. */
export async function openFile(page: Page, file: string): Promise<void> {
  const name = path.posix.basename(file);
  await pickFromQuickInput(page, 'ControlOrMeta+KeyP', file, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/** Puts the cursor at a place in the active editor. Lines and columns count from 1. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await page.keyboard.press('ControlOrMeta+KeyP');
  await quickInput(page).fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

export type Squiggle = 'error' | 'warning' | 'info' | 'hint';

/** The squiggles in view, waited for until at least `atLeast` of them are there. */
export async function squiggles(page: Page, kind?: Squiggle, atLeast = 1): Promise<Locator> {
  const kinds: Squiggle[] = kind ? [kind] : ['error', 'warning', 'info', 'hint'];
  const found = page.locator(kinds.map((each) => `.cdr.squiggly-${each}`).join(', '));
  await found.nth(atLeast - 1).waitFor({ state: 'attached' });
  return found;
}

/** Puts the cursor on the next finding of the active editor, which also scrolls it into view. */
export async function goToNextFinding(page: Page): Promise<void> {
  await runCommand(page, 'Go to Next Problem (Error, Warning, Info)');
  const message = page.locator('.marker-widget');
  await message.waitFor();
  await page.keyboard.press('Escape');
  await message.waitFor({ state: 'hidden' });
}

/** Opens the quick-fix menu where the cursor is. */
export async function openQuickFixMenu(page: Page): Promise<Locator> {
  const menu = page.locator('.action-widget:not(.action-list-submenu-panel)');
  await page.keyboard.press('ControlOrMeta+Period');
  await menu.locator('.monaco-list-row').first().waitFor();
  return menu;
}

/** Applies the quick-fix with this title from an open menu. */
export async function chooseQuickFix(menu: Locator, title: string): Promise<void> {
  await menu.locator('.monaco-list-row.action', { hasText: title }).first().click();
  await menu.waitFor({ state: 'hidden' });
}

/** Shows the hover of the text where the cursor is. */
export async function openHover(page: Page): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.press('ControlOrMeta+KeyI');
  const hover = page.locator('.monaco-hover:visible').first();
  await hover.waitFor();
  return hover;
}

/** A notification in the corner, waited for, that contains this text. */
export async function notification(page: Page, text: string): Promise<Locator> {
  const toast = page.locator('.notification-toast', { hasText: text }).first();
  await toast.waitFor();
  return toast;
}

/** Waits until the page has come to rest: it looks the same twice. */
export async function stillPage(page: Page): Promise<void> {
  let before: Buffer | undefined;
  await until('the page comes to rest', async () => {
    const now = await page.screenshot({ animations: 'disabled' });
    const isStill = before?.equals(now) === true;
    before = now;
    return isStill;
  });
}

/** Saves what the page shows as `folder`/`name`.png and gives back that path. */
export async function screenshot(page: Page, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
  return file;
}

async function pickFromQuickInput(page: Page, key: string, text: string, expected: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: expected });
  // What an extension adds while the list is open doesn't turn up in it: VS Code may still be starting.
  for (let attempt = 1; ; attempt++) {
    const limit = attempt < 4 ? { timeout: 15_000 } : {};
    await page.keyboard.press(key);
    // Another picker may be closing, and take the key with it; only once the wanted row has the focus does Enter pick it.
    const isThere = quickInput(page)
      .fill(text, limit)
      .then(() => row.waitFor(limit))
      .then(() => true);
    if (await (attempt < 4 ? isThere.catch(() => false) : isThere)) break;
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Enter');
  // What was picked may ask for something in turn, in the same place.
  await row.waitFor({ state: 'hidden' });
}

function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget input.input');
}

// VS Code draws every space in its lines and lists as a no-break space.
