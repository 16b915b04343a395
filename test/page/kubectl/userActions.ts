import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { runCommand } from '../../vscode/editorPage';
import { readUntil, until } from '../../waiting';

/* What a user of the helpers does and sees, beside what editorPage.ts has. */

/** Opens a file from the explorer, in which it must be in view. */
export async function openFromExplorer(page: Page, name: string): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/** Closes what a test left open: pickers, dialogs, terminals, notifications. */
export async function forget(page: Page): Promise<void> {
  for (let times = 0; times < 3; times++) await page.keyboard.press('Escape');
  await runCommand(page, 'Terminal: Kill All Terminals');
  await page.locator('.terminal-wrapper').first().waitFor({ state: 'detached' });
  await runCommand(page, 'Notifications: Clear All Notifications');
}

/** Picks the row of the open picker that begins with this label, waited for. */
export async function pick(page: Page, label: string): Promise<void> {
  const row = rows(page).filter({ has: page.locator('.label-name', { hasText: labelled(label) }) });
  await row.first().waitFor();
  // By the keys: what the cluster answers moves rows away under the mouse, but the one that has the focus keeps it.
  const focused = row.and(page.locator('.focused'));
  await until(`the row ${label} has the focus`, async () => {
    if ((await focused.count()) > 0) return true;
    await page.keyboard.press('ArrowDown');
    return false;
  });
  await page.keyboard.press('Enter');
  // The next picker may have a row of the same name.
  await row
    .first()
    .waitFor({ state: 'hidden', timeout: 3_000 })
    .catch(() => {});
}

/** Types a value into the open picker and takes it. */
export async function typeValue(page: Page, value: string): Promise<void> {
  const row = rows(page).filter({ hasText: value }).first();
  // One picker may still be making way for the next, and what is typed then is gone with it.
  for (let attempt = 1; attempt <= 10 && !(await row.isVisible()); attempt++) {
    await page.locator('.quick-input-widget input.input').fill(value);
    await row.waitFor({ timeout: 3_000 }).catch(() => {});
  }
  await page.keyboard.press('Enter');
}

/** The rows of the open picker. */
export function rows(page: Page): Locator {
  return page.locator('.quick-input-list .monaco-list-row');
}

/** Waits until the picker's title is this. */
export async function pickerTitled(page: Page, title: string): Promise<void> {
  await page.locator('.quick-input-title', { hasText: title }).waitFor();
}

/** Waits until the active terminal shows a text. */
export async function terminalShows(page: Page, text: string | RegExp): Promise<void> {
  const isShown = (shown: string) =>
    // A long command line is wrapped where the terminal ends.
    typeof text === 'string' ? shown.replaceAll('\n', '').includes(text) || shown.includes(text) : text.test(shown);
  const shown = await readUntil(() => terminalText(page), isShown);
  assert.ok(isShown(shown), `The terminal does not show ${text}, but:\n${shown}`);
}

/** The text of the terminals in view; lines that were wrapped are whole. */
export async function terminalText(page: Page): Promise<string> {
  const lines = await page.locator('.terminal-wrapper.active .xterm-rows > div').allTextContents();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

/** Answers the open dialog with this button. */
export async function answerDialog(page: Page, button: string): Promise<string> {
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.waitFor();
  const text = await dialog.innerText();
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  return text.replaceAll('\u00a0', ' ');
}

/** What a row with this label reads: an icon before it leaves a space, and VS Code draws some spaces as no-break ones. */
function labelled(label: string): RegExp {
  const escaped = label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^\\s*${escaped.replaceAll(' ', '\\s')}`);
}
