import assert from 'node:assert/strict';
import { below, oneOf, randomFrom } from '../../../random';
import { type EditedWorkspace, editedWorkspace } from './editedWorkspace';
import { changedText, fileNames, randomText } from './randomTexts';

/** How many edits are made; CI makes more. */
const edits = Number(process.env.SEAWORTHY_TEST_EDITS ?? (process.env.SEAWORTHY_TEST_ALL ? 10_000 : 1_000));
const workspaces = 50;
/** After so many edits what is shown is compared. */
const between = 10;

describe('A workspace after random edits', () => {
  it(`shows what a fresh server shows: ${edits} edits over ${workspaces} workspaces`, async function () {
    this.timeout(0);
    for (let seed = 1; seed <= workspaces; seed++) {
      const random = randomFrom(seed);
      // Some begin with hardly a file, where each is judged by itself.
      const share = random();
      const start = fileNames.filter(() => random() < share);
      const disk = new Map(start.map((uri): [string, string] => [uri, randomText(uri, random)]));
      const workspace = await editedWorkspace(disk, new Map());
      const done: string[] = [];
      for (let edit = 1; edit <= edits / workspaces; edit++) {
        const [first = '', ...others] = fileNames;
        const uri = oneOf([first, ...others], random);
        done.push(await editOnce(workspace, uri, random));
        if (edit % between === 0) await assertFresh(workspace, `seed ${seed}:\n${done.splice(0).join('\n')}`);
      }
    }
  });
});

async function editOnce(workspace: EditedWorkspace, uri: string, random: () => number): Promise<string> {
  const [onDisk, open] = [workspace.disk.get(uri), workspace.open.get(uri)];
  const kind = below(8, random);
  if (kind === 0) {
    await workspace.write(uri, onDisk === undefined ? randomText(uri, random) : undefined);
    return `${onDisk === undefined ? 'created' : 'removed'} ${uri}`;
  }
  if (kind === 1) {
    await workspace.write(uri, randomText(uri, random));
    return `written anew ${uri}`;
  }
  if (kind === 2 && open !== undefined) {
    await workspace.edit(uri, undefined);
    return `closed ${uri}`;
  }
  if (kind === 3 && open !== undefined) {
    await workspace.write(uri, open);
    return `saved ${uri}`;
  }
  if (kind === 4 && onDisk !== undefined) {
    await workspace.write(uri, changedText(uri, onDisk, random));
    return `changed on disk ${uri}`;
  }
  const text = open ?? onDisk ?? '';
  await workspace.edit(uri, open === undefined && kind < 7 ? text : changedText(uri, text, random));
  return `typed in ${uri}`;
}

async function assertFresh(workspace: EditedWorkspace, told: string): Promise<void> {
  const shown = await workspace.shown();
  const fresh = await (await editedWorkspace(workspace.disk, workspace.open)).shown();
  assert.deepEqual([...shown.keys()].sort(), [...fresh.keys()].sort(), told);
  for (const [uri, diagnostics] of fresh) {
    const texts = [workspace.open.get(uri), workspace.disk.get(uri)];
    assert.deepEqual(shown.get(uri), diagnostics, `${uri}, ${told}\n${JSON.stringify(texts)}`);
  }
}
