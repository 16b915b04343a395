import assert from 'node:assert/strict';
import path from 'node:path';
import { brokenLinks } from '../../../build/cheatSheet/brokenLinks';
import { renderedCheatSheet } from '../../../build/cheatSheet/buildCheatSheet';
import type { CheatSheet } from '../../../build/cheatSheet/cheatSheet';
import { isAddress, pageOf } from '../../../client/cheatSheet/addresses';
import { searchEntries } from '../../../client/cheatSheet/searchEntries';
import { emptyConfiguration } from '../../../server/configuration/configuration';
import { optionsFor } from '../../../server/configuration/effectiveOptions';
import { lint } from '../../../server/lint/lint';
import { rules } from '../../../server/rules/catalogue';

describe('the pages of the cheat-sheet', () => {
  let sheet: CheatSheet;
  let pages: [string, { readonly title: string; readonly html: string }][];

  before(async () => {
    sheet = await renderedCheatSheet(path.resolve(__dirname, '../../..'));
    pages = [sheet.sections, sheet.rules, sheet.snippets].flatMap((file) => Object.entries(file.pages));
  });

  it('link to nothing that is not there', () => {
    assert.deepEqual(brokenLinks(sheet), []);
  });

  it('say so when a link leads nowhere', () => {
    const page = { title: 'A', html: '<a href="#nowhere">x</a> <a href="#a">y</a>', headings: [] };
    const broken = brokenLinks({
      ...sheet,
      sections: { groups: [], blocks: {}, kubernetesVersion: '1.37', pages: { a: page } },
    });
    assert.ok(broken.includes('a: #nowhere'));
    assert.ok(!broken.includes('a: #a'));
  });

  it('have ids that are addresses, each once', () => {
    for (const [address, { html }] of pages) {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
      assert.deepEqual(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        [],
        address,
      );
      for (const id of ids) assert.ok(isAddress(id) && pageOf(id) === address, `${id} on ${address}`);
    }
  });

  it('are there for every rule', () => {
    for (const { id, title } of rules) assert.equal(sheet.rules.pages[`rules/${id}`]?.title, title);
    assert.equal(Object.keys(sheet.rules.pages).length, rules.length);
  });

  it('load nothing from elsewhere and run nothing', () => {
    for (const [address, { html }] of pages) {
      assert.doesNotMatch(html, /<script|<img|<iframe|<link|\son[a-z]+=|style=|javascript:/i, address);
    }
  });

  it('can all be found by their titles', () => {
    const found = new Set(searchEntries(sheet).map(({ address }) => address));
    for (const [address] of pages) assert.ok(found.has(address), address);
    for (const { address } of searchEntries(sheet)) {
      assert.ok(
        pages.some(([page]) => page === pageOf(address)),
        address,
      );
    }
  });

  it('show whole manifests that Seaworthy finds nothing wrong with', () => {
    const answer = optionsFor(emptyConfiguration, 'a.yaml', { reportsSyntax: true, checksEveryDocument: false });
    if (answer.state !== 'linted') throw new Error('A file without configuration is linted');
    const { options } = answer;
    for (const [address, { kind, text }] of Object.entries(sheet.sections.blocks)) {
      if (kind !== 'yaml' || !text.startsWith('apiVersion:')) continue;
      const findings = lint(`${text}\n`, options).documents.flatMap(({ document }) => document.findings);
      const worse = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(
        worse.map(({ rule, message }) => `${rule.id}: ${message}`),
        [],
        address,
      );
    }
  });
});
