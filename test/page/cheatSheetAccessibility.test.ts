import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { openCheatSheet, showPlace } from '../vscode/cheatSheetView';
import { openWorkbench } from '../vscode/editorPage';
import { themeKinds } from '../vscode/themes';
import { endLivePages, type LivePage, pictureOfFailure, startLivePage } from './livePage';

/** One page of each sort: diagrams, live diagrams, commands and YAML, tables, a rule, a list. */
const places = ['basics', 'pod-privileges', 'four-cs', 'seccomp', 'commands', 'changes', 'rules/host-network', 'rules'];

describe('The cheat-sheet for everybody', function () {
  this.timeout(240_000);
  let live: LivePage;

  before(async function () {
    this.timeout(300_000);
    live = await startLivePage();
  });
  afterEach(function () {
    return pictureOfFailure(live, this.currentTest);
  });
  after(endLivePages);

  for (const theme of themeKinds) {
    it(`has nothing that axe-core objects to in the theme ${theme}`, async () => {
      await live.server.changeSettings({ theme });
      const page = await openWorkbench(live.browser, live.server.address(live.folder), { patience: 90_000 });
      const sheet = await openCheatSheet(page);
      await sheet.evaluate(axe.source);
      const objections: string[] = [];
      for (const place of places) {
        await showPlace(sheet, place);
        objections.push(...(await objectionsIn(sheet)).map((objection) => `${place}: ${objection}`));
      }
      await sheet.locator('#search').fill('seccomp');
      await sheet.locator('#results [role=option]').first().waitFor();
      objections.push(...(await objectionsIn(sheet)).map((objection) => `search: ${objection}`));
      await page.context().close();
      assert.deepEqual(objections, []);
    });
  }
});

async function objectionsIn(sheet: Frame): Promise<string[]> {
  const run = "axe.run(document, { resultTypes: ['violations'] })";
  const { violations } = await sheet.evaluate<AxeResults>(run);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 140)} ${failureSummary?.slice(0, 240)}`),
  );
}
