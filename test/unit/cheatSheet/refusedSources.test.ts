import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sectionPages } from '../../../build/cheatSheet/sectionPages';
import { snippetPages } from '../../../build/cheatSheet/snippetPages';

const projectFolder = path.resolve(__dirname, '../../..');

describe('the build of the cheat-sheet', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-sheet-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('fails over a diagram that no page shows, and names it', async () => {
    await cp(path.join(projectFolder, 'media'), folder, { recursive: true });
    const diagram = await readFile(path.join(folder, 'diagrams', 'four-cs.yaml'), 'utf8');
    await writeFile(path.join(folder, 'diagrams', 'five-cs.yaml'), diagram);
    await assert.rejects(sectionPages(folder, { pages: {}, blocks: {} }), {
      message:
        'media/diagrams/five-cs.yaml: no page shows it. Show it with ![…](../diagrams/five-cs.yaml), or delete it.',
    });
  });

  it('fails over an id that two snippets have, and names both', async () => {
    await cp(path.join(projectFolder, 'snippets'), folder, { recursive: true });
    const file = path.join(folder, 'pod.code-snippets');
    const snippets: Record<string, unknown> = JSON.parse(await readFile(file, 'utf8'));
    const [[title, snippet] = ['', undefined]] = Object.entries(snippets);
    await writeFile(file, JSON.stringify({ ...snippets, 'The same again': snippet }));
    await assert.rejects(snippetPages(folder), ({ message }: Error) =>
      new RegExp(
        `^snippets/pod\\.code-snippets: the id pod/\\S+ is given twice, to "${title}" and to "The same again"\\. Give one`,
      ).test(message),
    );
  });

  it('fails over a title that two snippets have, and says where the second is', async () => {
    await cp(path.join(projectFolder, 'snippets'), folder, { recursive: true });
    const again = '{\n"A": { "prefix": ["a"] },\n"A": { "prefix": ["b"] }\n}';
    await writeFile(path.join(folder, 'service.code-snippets'), again);
    await assert.rejects(snippetPages(folder), {
      message: 'snippets/service.code-snippets: the title "A" is given twice, the second time on line 3.',
    });
  });
});
