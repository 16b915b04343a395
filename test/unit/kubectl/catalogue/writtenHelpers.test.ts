import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ContributedCommand, withHelperContributions } from '../../../../build/documents/helperContributions';
import { helpersPage } from '../../../../build/documents/helpersPage';
import { commandOf, helpers } from '../../../../client/kubectl/catalogue/catalogue';
import { outdated } from './outdated';

const root = path.join(__dirname, '../../../..');
const packageJson = readFileSync(path.join(root, 'package.json'), 'utf8');
const made = withHelperContributions(packageJson);

describe('what is written of the helpers', () => {
  it('is up to date in docs/helpers.md', () => {
    const page = readFileSync(path.join(root, 'docs/helpers.md'), 'utf8');
    const fault = outdated('docs/helpers.md', page, helpersPage(), 'npm run helpers');
    assert.ok(fault === undefined, fault);
  });

  it('is up to date in package.json: commands, menus and when the palette shows them', () => {
    const fault = outdated('package.json', packageJson, made, 'npm run helpers');
    assert.ok(fault === undefined, fault);
  });

  it('is told as out of date with the place, what is there, and how to write it anew', () => {
    const changed = made.replace('"Open busybox debug pod"', '"Open a pod"');
    assert.equal(
      outdated('package.json', changed, withHelperContributions(changed), 'npm run helpers')?.replace(/\d+/, 'N'),
      [
        'package.json is out of date from line N on. Run "npm run helpers", which writes it anew.',
        'It says:        "value": "Open a pod",',
        'It should say:  "value": "Open busybox debug pod",',
      ].join('\n'),
    );
  });

  it('comes back whole, and takes with it what no helper is called any more', () => {
    const emptied = JSON.parse(made);
    const { commands, menus } = emptied.contributes;
    emptied.contributes.commands = [
      ...commands.filter(({ command }: ContributedCommand) => !command.startsWith('seaworthy.kubectl.')),
      { command: 'seaworthy.kubectl.gone', title: 'Gone', category: 'Seaworthy' },
    ];
    menus.commandPalette.push({ command: 'seaworthy.kubectl.gone', when: 'false' });
    menus['seaworthy.kubernetes'] = [{ command: 'seaworthy.kubectl.gone', group: '1_gone@1' }];
    menus['seaworthy.kubernetesFile'] = [];
    assert.equal(withHelperContributions(JSON.stringify(emptied)), made);
  });
});

describe('the commands in package.json', () => {
  const contributed: ContributedCommand[] = JSON.parse(packageJson).contributes.commands;

  it('are one for each helper', () => {
    const found = contributed
      .map(({ command }) => command)
      .filter((command) => command.startsWith('seaworthy.kubectl.'));
    assert.deepEqual(found, helpers.map(commandOf));
  });

  it('all stand under the name of the extension', () => {
    for (const { command, category } of contributed) {
      assert.equal(typeof category === 'string' ? category : category.value, 'Seaworthy', command);
    }
  });
});
