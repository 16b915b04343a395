import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { newChart } from '../../server/rendering/newChart/newChart';
import { isObject } from '../../server/unknownJson';
import { helmFolder } from '../vscode/downloads';
import { helmTemplate } from './charts/helm';

const corpus = path.resolve('../shared/corpus');

/** The manifests of each folder that a chart can be made from; charts have templates of their own. */
function foldersWithManifests(): Map<string, { name: string; text: string }[]> {
  const folders = new Map<string, { name: string; text: string }[]>();
  const names = existsSync(corpus) ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }) : [];
  for (const name of names.filter((file) => /\.(?:ya?ml|json)$/.test(file) && !/\btemplates\//.test(file)).sort()) {
    const text = readFileSync(path.join(corpus, name), 'utf8');
    if (newChart('shop', [{ name, text }]).state === 'refused') continue;
    const folder = path.dirname(name);
    folders.set(folder, [...(folders.get(folder) ?? []), { name, text }]);
  }
  return folders;
}

/** The objects of a text, those of Lists one by one, each as a text that doesn't depend on how it is written. */
function objectsIn(text: string): string[] {
  return parseAllDocuments(text, { version: '1.1', merge: true })
    .flatMap((document) => listed(document.toJS({ maxAliasCount: -1 })))
    .map((object) => JSON.stringify(sorted(object)));
}

function listed(value: unknown): unknown[] {
  if (!isObject(value) || value.apiVersion === undefined || value.kind === undefined) return [];
  return value.kind === 'List' && Array.isArray(value.items) ? value.items.flatMap(listed) : [value];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

describe('charts made from the manifests of the corpus', function () {
  this.timeout(600_000);
  const folders = foldersWithManifests();
  let helm = '';
  let home = '';

  before(async function () {
    const folder = await helmFolder();
    if (!folder || folders.size === 0) this.skip();
    helm = path.join(folder, 'helm');
    home = mkdtempSync(path.join(tmpdir(), 'seaworthy-helm-'));
  });

  after(() => rmSync(home, { recursive: true, force: true }));

  it('are rendered by helm to the same objects', async () => {
    for (const [folder, manifests] of folders) {
      const chart = newChart('shop', manifests);
      if (chart.state === 'refused') assert.fail(`${folder}: ${chart.reason}`);
      const target = mkdtempSync(path.join(home, 'chart-'));
      for (const file of chart.files) {
        mkdirSync(path.join(target, path.dirname(file.path)), { recursive: true });
        writeFileSync(path.join(target, file.path), file.text);
      }
      const answer = await helmTemplate(helm, home, ['rel', target, '--include-crds']);
      if (answer.state === 'refused') assert.fail(`${folder}: ${answer.message}`);
      const expected = manifests.flatMap(({ text }) => objectsIn(text)).sort();
      assert.deepEqual(objectsIn(answer.bytes.toString('utf8')).sort(), expected, folder);
    }
  });
});
