import type { Frame, Page } from 'playwright-core';
import { pageOf } from '../../client/cheatSheet/addresses';
import { readUntil } from '../waiting';
import { runCommand } from './editorPage';

/** Opens the cheat-sheet from the palette and gives back the frame that its pages are in. */
export async function openCheatSheet(page: Page): Promise<Frame> {
  await runCommand(page, 'Seaworthy: Open cheat-sheet');
  return cheatSheetFrame(page);
}

/** The frame of the open cheat-sheet, waited for until it shows a page. */
export async function cheatSheetFrame(page: Page): Promise<Frame> {
  const opened = async () => {
    for (const frame of page.frames()) {
      const isSheet = await frame
        .evaluate("document.querySelector('#contents') !== null && document.querySelector('#page h1') !== null")
        .catch(() => false);
      if (isSheet) return frame;
    }
    return undefined;
  };
  const sheet = await readUntil(opened, (frame) => frame !== undefined);
  if (!sheet) throw new Error('The cheat-sheet did not open');
  return sheet;
}

/** Goes to a place of the open cheat-sheet as a link does, and waits until its page is shown. */
export async function showPlace(sheet: Frame, address: string): Promise<void> {
  const page = pageOf(address);
  const go = `{
    const link = document.createElement('a');
    link.href = ${JSON.stringify(`#${address}`)};
    document.querySelector('#contents').append(link);
    link.click();
    link.remove();
  }`;
  // The view may still be about to show the page that it opens with.
  for (let attempt = 1; ; attempt++) {
    await sheet.evaluate(go);
    const shown = sheet.locator(`#page[data-page="${page}"]`).waitFor({ timeout: 5_000 });
    if (
      await shown.then(
        () => true,
        () => attempt === 6,
      )
    )
      break;
  }
  await sheet.locator(`#page[data-page="${page}"]`).waitFor();
}
