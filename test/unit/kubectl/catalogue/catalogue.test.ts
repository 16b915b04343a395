import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { helperById, helpers } from '../../../../client/kubectl/catalogue/catalogue';
import { helperGroups } from '../../../../client/kubectl/catalogue/helper';
import { argumentList, placeholdersOfHelper, shownStep } from '../../../../client/kubectl/commandLine/arguments';
import { inputs } from '../../../../client/kubectl/inputs/inputs';
import { type ContributedCommand, helperCommands } from '../../../documents/helperCommands';
import { helpersPage } from '../../../documents/helpersPage';

const root = path.join(__dirname, '../../../..');
const filled = ['busyboxImage', 'curlImage', 'amicontainedImage', 'suffix'];

describe('the catalogue of kubectl helpers', () => {
  it('gives each helper an id of its own, in lower case with hyphens', () => {
    assert.equal(new Set(helpers.map(({ id }) => id)).size, helpers.length);
    for (const helper of helpers) {
      assert.match(helper.id, /^[a-z]+(?:-[a-z]+)*$/);
      assert.equal(helperById(helper.id), helper);
      assert.ok(helperGroups.includes(helper.group));
    }
  });

  it('asks for nothing that has no input', () => {
    for (const helper of helpers) {
      for (const name of placeholdersOfHelper(helper)) {
        assert.ok(filled.includes(name) || Object.hasOwn(inputs, name), `${helper.id} has the placeholder <${name}>`);
      }
    }
  });

  it('lets no typed value begin with a hyphen', () => {
    for (const [name, input] of Object.entries(inputs)) {
      if (input.source.from === 'document') continue;
      assert.ok(!input.pattern.test('-x') && !input.pattern.test('--help'), name);
    }
  });

  it('offers as usual only what it takes', () => {
    for (const { source, pattern } of Object.values(inputs)) {
      if (source.from === 'typing' && source.usual) assert.match(source.usual, pattern);
      if (source.from === 'choices') for (const { value } of source.choices) assert.match(value, pattern);
    }
  });

  it('names its undoing by the id of a helper', () => {
    for (const helper of helpers) {
      if (helper.kind === 'kubectl' && helper.undo) assert.ok(helperById(helper.undo), helper.id);
    }
  });

  it('never leans on a shell: no pipe, no substitution, no redirection reaches kubectl', () => {
    for (const helper of helpers) {
      if (helper.kind !== 'kubectl') continue;
      for (const step of helper.steps) assert.doesNotMatch(shownStep(helper, step), /\||\$\(|<<|>>|&&|grep|less/);
    }
  });

  it('says so where it changes the cluster', () => {
    const changing = /^(?:run|create|apply|replace|delete|patch|edit|set|scale|debug|rollout undo|label|annotate)\b/;
    for (const helper of helpers) {
      if (helper.kind !== 'kubectl') continue;
      const lines = helper.steps.map(({ words }) => words.filter((word) => typeof word === 'string').join(' '));
      const changes = lines.some((line) => changing.test(line) && !/--dry-run=server|^create token/.test(line));
      assert.equal(helper.changes !== undefined, changes, helper.id);
    }
  });

  it('is described on the page docs/helpers.md, which is up to date', () => {
    const page = readFileSync(path.join(root, 'docs/helpers.md'), 'utf8');
    assert.equal(page, helpersPage(), 'run "npm run helpers-page"');
  });

  it('has every command of the practice page', function () {
    const file = path.join(root, '../shared/seed/practice-kubernetes.md');
    if (!existsSync(file)) this.skip();
    const listed = helpers.flatMap(({ source }) => source ?? []).map(withoutSpaces);
    const missing = commandsOf(readFileSync(file, 'utf8')).filter((command) => {
      const wanted = withoutSpaces(command);
      return !listed.some((line) => line.includes(wanted));
    });
    assert.deepEqual(missing, []);
  });
});

describe('the commands in package.json', () => {
  const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const contributed: ContributedCommand[] = contributes.commands;

  it('are one for each helper, found by its title and its synonyms', () => {
    const found = contributed.filter(({ command }) => command.startsWith('seaworthy.kubectl.'));
    assert.deepEqual(found, helperCommands(), 'run "npm run helpers-page"');
  });

  it('all stand under the name of the extension', () => {
    for (const { command, category } of contributed) {
      assert.equal(typeof category === 'string' ? category : category.value, 'Seaworthy', command);
    }
  });
});

describe('an argument list', () => {
  const target = { kubeconfig: '/home/me/.kube/config', context: 'kind', namespace: 'shop' };

  it('names kubeconfig, context and namespace before anything else', () => {
    const helper = kubectlHelper('busybox-debug-pod');
    const [step] = helper.steps;
    assert.ok(step);
    assert.deepEqual(argumentList(helper, step, { busyboxImage: 'busybox', suffix: 'x1y2' }, target), {
      kind: 'arguments',
      list: [
        ...['--kubeconfig=/home/me/.kube/config', '--context=kind', '--namespace=shop'],
        ...['run', 'debug-x1y2', '-it', '--rm', '--image=busybox', '--restart=Never', '--', 'sh'],
      ],
    });
  });

  it('leaves out what was left open', () => {
    const helper = kubectlHelper('shell-in-container');
    const [step] = helper.steps;
    assert.ok(step);
    const open = argumentList(helper, step, { pod: 'web' }, {});
    assert.deepEqual(open, { kind: 'arguments', list: ['exec', 'web', '-it', '--', 'sh'] });
    const given = argumentList(helper, step, { pod: 'web', container: 'app' }, {});
    assert.deepEqual(given, { kind: 'arguments', list: ['exec', 'web', '-it', '--container=app', '--', 'sh'] });
  });

  it('is refused when a value would be taken for an option', () => {
    const helper = kubectlHelper('logs');
    const [step] = helper.steps;
    assert.ok(step);
    assert.equal(argumentList(helper, step, { pod: '--all' }, target).kind, 'refused');
  });

  it('is refused when a value is missing', () => {
    const helper = kubectlHelper('logs');
    const [step] = helper.steps;
    assert.ok(step);
    assert.equal(argumentList(helper, step, {}, target).kind, 'refused');
  });

  function kubectlHelper(id: string) {
    const helper = helperById(id);
    assert.ok(helper?.kind === 'kubectl');
    return helper;
  }
});

/** The commands of a page: what stands in its shell code, and inline code that begins with a program it uses. */
function commandsOf(page: string): string[] {
  const program =
    /^(?:k|kubectl|docker|grep|ps|cat|tail|systemc?trc?l?|systemctl|journalctl|apparmor_parser|aa-status|getcap|getpcaps|vim|alias)(?: |$)/;
  const blocks = [...page.matchAll(/^[ \t]*``` ?bash\n([\s\S]*?)^[ \t]*```/gm)].flatMap(([, code]) =>
    (code ?? '').replaceAll('\\\n', '').split('\n'),
  );
  const inline = [...page.replaceAll(/^[ \t]*```[\s\S]*?^[ \t]*```/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, code]) => code ?? '',
  );
  return [...blocks, ...inline].map((line) => line.trim()).filter((line) => program.test(line));
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '');
}
