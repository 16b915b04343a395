import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { helperById, helpers } from '../../../../client/kubectl/catalogue/catalogue';
import { helperGroups } from '../../../../client/kubectl/catalogue/helper';
import { placeholdersOfHelper } from '../../../../client/kubectl/commandLine/placeholders';
import { shownLines } from '../../../../client/kubectl/commandLine/shownLines';
import { inputs } from '../../../../client/kubectl/inputs/inputs';

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
      for (const line of shownLines(helper)) assert.doesNotMatch(line, /\||\$\(|<<|>>|&&|grep|less/);
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
