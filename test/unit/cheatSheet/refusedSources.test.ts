import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildCheatSheet } from '../../../build/cheatSheet/buildCheatSheet';

const projectFolder = path.resolve(__dirname, '../../..');

describe('the build of the cheat-sheet', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-sheet-'));
    for (const part of ['media/cheatsheet', 'media/diagrams', 'snippets'])
      await cp(path.join(projectFolder, part), path.join(folder, part), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = (file: string, text: string) => writeFile(path.join(folder, file), text);
  const read = (file: string) => readFile(path.join(folder, file), 'utf8');

  /** Adds lines to a page, and tells the number of the first. */
  async function add(page: string, text: string): Promise<number> {
    const before = await read(page);
    await write(page, `${before}\n${text}\n`);
    return before.split('\n').length + 1;
  }

  /** What the build says instead of writing anything. */
  async function refusal(): Promise<string> {
    try {
      await buildCheatSheet(folder, path.join(folder, 'dist'));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return 'It was built.';
  }

  it('takes what is in the checkout', async () => {
    assert.equal(await refusal(), 'It was built.');
  });

  it('fails over a drawing that no page shows, and names it', async () => {
    await write('media/diagrams/five-cs.yaml', await read('media/diagrams/four-cs.yaml'));
    assert.equal(
      await refusal(),
      'media/diagrams/five-cs.yaml: no page shows it. Show it with ![…](../diagrams/five-cs.yaml), or delete it.',
    );
  });

  it('fails over a drawing that is not there, and says on which line it is shown and which may be meant', async () => {
    const line = await add('media/cheatsheet/basics.md', '![Four](../diagrams/four-css.yaml)');
    assert.equal(
      await refusal(),
      `media/cheatsheet/basics.md:${line}: there is no drawing media/diagrams/four-css.yaml. Did you mean four-cs.yaml?`,
    );
  });

  it('counts the lines of a page with rules at its head as an editor does', async () => {
    assert.match(await read('media/cheatsheet/pod-privileges.md'), /^---\n/);
    const line = await add('media/cheatsheet/pod-privileges.md', '![Something](../diagrams/nothing-of-the-kind.yaml)');
    assert.equal(
      await refusal(),
      `media/cheatsheet/pod-privileges.md:${line}: there is no drawing media/diagrams/nothing-of-the-kind.yaml. Draw it, or take the picture away.`,
    );
  });

  it('fails over a drawing that a page shows twice', async () => {
    const line = await add('media/cheatsheet/four-cs.md', '![Four](../diagrams/four-cs.yaml)');
    assert.equal(
      await refusal(),
      `media/cheatsheet/four-cs.md:${line}: the page shows the drawing four-cs.yaml already. Link to it instead.`,
    );
  });

  it('fails over a picture that is no drawing', async () => {
    const line = await add('media/cheatsheet/basics.md', '![A picture](../icon.png)');
    assert.match(
      await refusal(),
      new RegExp(`^media/cheatsheet/basics\\.md:${line}: a picture is a drawing, in a para`),
    );
  });

  it('fails over a drawing that can not be drawn, and names it', async () => {
    await write('media/diagrams/four-cs.yaml', 'title: Four\ndescription: Cs\nkind: circles\n');
    assert.match(
      await refusal(),
      /^media\/cheatsheet\/four-cs\.md:\d+: media\/diagrams\/four-cs\.yaml: its kind is boxes \(with layout\), tree/,
    );
  });

  it('fails over a block that names what is not there, and says on which line it begins', async () => {
    const line = await add('media/cheatsheet/commands.md', '```sh helper=no-such-helper\nkubectl\n```');
    assert.equal(await refusal(), `media/cheatsheet/commands.md:${line}: No kubectl helper is called "no-such-helper"`);
  });

  it('fails over pages that are not listed, or not there, and names each', async () => {
    await write('media/cheatsheet/forgotten.md', '# Forgotten\n');
    await appendFile(path.join(folder, 'media/cheatsheet/contents.yaml'), 'More:\n  - lost\n  - basics\n');
    assert.deepEqual((await refusal()).split('\n'), [
      'media/cheatsheet/contents.yaml: it lists "basics" twice.',
      'media/cheatsheet/contents.yaml: it lists "lost", but there is no media/cheatsheet/lost.md.',
      'media/cheatsheet/forgotten.md: media/cheatsheet/contents.yaml does not list it. List it there, or delete it.',
    ]);
  });

  it('fails over an id that two snippets have, and names both', async () => {
    const snippets: Record<string, unknown> = JSON.parse(await read('snippets/pod.code-snippets'));
    const [[title, snippet] = ['', undefined]] = Object.entries(snippets);
    await write('snippets/pod.code-snippets', JSON.stringify({ ...snippets, 'The same again': snippet }));
    assert.match(
      await refusal(),
      new RegExp(
        `^snippets/pod\\.code-snippets: the id pod/\\S+ is given twice, to "${title}" and to "The same again"\\. Give one`,
      ),
    );
  });

  it('fails over a title that two snippets have, and says where the second is', async () => {
    await write('snippets/service.code-snippets', '{\n"A": { "prefix": ["a"] },\n"A": { "prefix": ["b"] }\n}');
    assert.equal(
      await refusal(),
      'snippets/service.code-snippets: the title "A" is given twice, the second time on line 3.',
    );
  });

  it('fails over a file of snippets that nothing reads, or that is missing, and names it', async () => {
    await write('snippets/more.code-snippets', '{}');
    await rm(path.join(folder, 'snippets/pod.code-snippets'));
    const list = 'snippetFiles in server/features/snippets/snippet.ts';
    assert.deepEqual((await refusal()).split('\n'), [
      `snippets/more.code-snippets: nothing reads it. Add it to ${list}, or delete it.`,
      `snippets/pod.code-snippets: it is missing. Write it, or take it out of ${list}.`,
    ]);
  });

  it('fails over snippets that are no JSON, and names the file', async () => {
    await write('snippets/pod.code-snippets', '{ "A": ');
    assert.match(await refusal(), /^snippets\/pod\.code-snippets: /);
  });
});
