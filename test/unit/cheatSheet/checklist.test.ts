import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { renderedCheatSheet } from '../../../build/cheatSheet/buildCheatSheet';
import type { CheatSheet } from '../../../build/cheatSheet/cheatSheet';
import { pageOf } from '../../../client/cheatSheet/addresses';
import { visibleText } from '../../../client/cheatSheet/visibleText';
import { readNotes } from './notes';

const projectFolder = path.resolve(__dirname, '../../..');
const checklistFile = path.join(projectFolder, 'media/cheatsheet/checklist.yaml');
const notesFile = path.resolve(projectFolder, '../shared/seed/practice-kubernetes.md');

interface Checklist {
  readonly sections: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, string>>;
  readonly diagrams: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly commands: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, readonly [string, string]>>;
  readonly links: Readonly<Record<string, readonly [string, string]>>;
}

describe('the checklist of the cheat-sheet', () => {
  const checklist: Checklist = parse(readFileSync(checklistFile, 'utf8'));
  let sheet: CheatSheet;

  before(async () => {
    sheet = await renderedCheatSheet(projectFolder);
  });

  /** The HTML of a page, or of one of its headings up to the next of the same rank. */
  function placeAt(address: string): string {
    const html = sheet.sections.pages[pageOf(address)]?.html;
    assert.ok(html !== undefined, `there is a page for ${address}`);
    if (address === pageOf(address)) return html;
    const start = html.search(new RegExp(`<(?:h[23]|figure)[^>]* id="${address}"`));
    assert.ok(start >= 0, `there is a place ${address}`);
    const rank = /^<h([23])/.exec(html.slice(start))?.[1] ?? '3';
    const end = html.slice(start + 3).search(new RegExp(`<h[2-${rank}] `));
    return end < 0 ? html.slice(start) : html.slice(start, start + 3 + end);
  }

  it('names places that exist and say something', () => {
    for (const address of Object.values(checklist.sections)) {
      assert.ok(visibleText(placeAt(address)).length > 60, `${address} says something`);
    }
  });

  it('names a table, a diagram, a file or a command where it says that there is one', () => {
    for (const address of Object.values(checklist.tables)) assert.match(placeAt(address), /<table/, address);
    for (const address of Object.values(checklist.diagrams)) {
      assert.match(placeAt(address), /^<figure class="diagram"[\s\S]*<svg/, address);
    }
    for (const address of Object.values(checklist.files))
      assert.match(placeAt(address), /data-action="openDocument"/, address);
    for (const address of Object.values(checklist.commands))
      assert.match(placeAt(address), /data-action="run"/, address);
  });

  it('names words and links where they stand', () => {
    for (const [address, word] of Object.values(checklist.words)) {
      assert.ok(visibleText(placeAt(address)).includes(word), `${word} stands in ${address}`);
    }
    for (const [address, url] of Object.values(checklist.links)) {
      assert.ok(placeAt(address).includes(`href="${url}"`), `${url} stands in ${address}`);
    }
  });

  it('names thirteen diagrams', () => {
    assert.equal(new Set(Object.values(checklist.diagrams)).size, 13);
  });

  it('leaves out nothing of the notes', function () {
    if (!existsSync(notesFile)) this.skip();
    const notes = readNotes(readFileSync(notesFile, 'utf8'));
    const { sections, tables, diagrams, files, commands, words, links } = checklist;
    const missing = (names: readonly string[], listed: object) => names.filter((name) => !Object.hasOwn(listed, name));
    assert.deepEqual(missing(notes.sections, sections), []);
    assert.deepEqual(missing(notes.tables, tables), []);
    assert.deepEqual(missing(notes.diagrams, diagrams), []);
    assert.deepEqual(missing(notes.files, files), []);
    assert.deepEqual(missing(notes.commands, commands), []);
    assert.deepEqual(missing(notes.inlineCode, { ...commands, ...words }), []);
    assert.deepEqual(missing(notes.links, links), []);
    assert.ok(notes.sections.length > 60 && notes.diagrams.length === 13 && notes.links.length > 25);
  });
});
