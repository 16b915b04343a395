import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { configurationKeys } from '../../../../server/configuration/configurationKeys';
import { configurationCompletions } from '../../../../server/editing/configuration/configurationCompletion';
import type { ConfigurationContext } from '../../../../server/editing/configuration/configurationContext';
import {
  configurationActions,
  configurationDiagnostics,
} from '../../../../server/editing/configuration/configurationDiagnostics';
import { configurationHover } from '../../../../server/editing/configuration/configurationHover';
import { rules } from '../../../../server/rules/catalogue';
import { applyTextEdits } from '../../../../server/yaml/write/renderEdits';

const files = ['agents/node.yaml', 'apps/web.yaml', 'apps/web/values.yaml', 'known.json', 'web.yaml'];

function editor(changed: Partial<ConfigurationContext> = {}): ConfigurationContext {
  return {
    hasSchemas: false,
    rulePages: undefined,
    asksAgain: undefined,
    filesBelow: async () => ({ paths: files, isComplete: true }),
    baselineFault: async () => undefined,
    registries: () => ['docker.io', 'ghcr.io'],
    ...changed,
  };
}

/** What is offered at the mark `¦`. */
async function offeredAt(marked: string, surroundings = editor(), trigger?: string): Promise<CompletionItem[]> {
  const before = marked.slice(0, marked.indexOf('¦')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return configurationCompletions(marked.replace('¦', ''), position, trigger, surroundings);
}

async function labelsAt(marked: string, surroundings?: ConfigurationContext): Promise<string[]> {
  return (await offeredAt(marked, surroundings)).map(({ label }) => label);
}

/** The text after an item was chosen at the mark. */
async function chosenAt(marked: string, label: string): Promise<string> {
  const edit = (await offeredAt(marked)).find((item) => item.label === label)?.textEdit;
  assert.ok(edit && 'range' in edit, `${label} is offered`);
  const lines = marked.replace('¦', '').split('\n');
  const { start, end } = edit.range;
  const line = lines[start.line] ?? '';
  lines[start.line] = line.slice(0, start.character) + edit.newText + line.slice(end.character);
  return lines.join('\n');
}

const withSchemas = editor({ hasSchemas: true });

describe('completion in a configuration', () => {
  it('offers the keys that are not there yet, each with what it decides', async () => {
    const offered = await offeredAt('profile: all\n¦');
    assert.deepEqual(
      offered.map(({ label }) => label),
      configurationKeys.map(({ name }) => name).filter((name) => name !== 'profile'),
    );
    for (const { documentation } of offered) assert.match(JSON.stringify(documentation), /Default: /);
  });

  it('begins the value of a key', async () => {
    assert.equal(await chosenAt('pro¦', 'profile'), 'profile: ');
    assert.equal(await chosenAt('¦', 'rules'), 'rules:\n  ');
    assert.equal(await chosenAt('¦', 'exclude'), 'exclude:\n  - ');
    assert.equal(await chosenAt('¦', 'overrides'), 'overrides:\n  - files:\n      - ');
    assert.equal(
      await chosenAt('overrides:\n  - files: [a]\n    ¦', 'rules'),
      'overrides:\n  - files: [a]\n    rules:\n      ',
    );
  });

  it('offers the keys of an override, behind its dash and below', async () => {
    assert.deepEqual(await labelsAt('overrides:\n  - ¦'), ['files', 'profile', 'rules']);
    assert.deepEqual(await labelsAt('overrides:\n  - files: [a]\n    ¦'), ['profile', 'rules']);
  });

  it('offers the rules that are not set yet, and what they can be set to', async () => {
    const labels = await labelsAt('rules:\n  host-port: off\n  ¦');
    assert.equal(labels.length, rules.length - 1);
    assert.equal(await chosenAt('rules:\n  host-p¦', 'host-pid'), 'rules:\n  host-pid: ');
    assert.deepEqual(await labelsAt('rules:\n  host-port: ¦'), ['off', 'hint', 'information', 'warning', 'error']);
    assert.equal(await chosenAt('rules:\n  host-port: ¦', 'off'), 'rules:\n  host-port: off');
    assert.equal(
      await chosenAt('overrides:\n  - files: [a]\n    rules:\n      ¦', 'host-ipc'),
      'overrides:\n  - files: [a]\n    rules:\n      host-ipc: ',
    );
  });

  it('offers profiles, versions in quotes, linters, and true and false', async () => {
    assert.deepEqual(await labelsAt('profile: ¦'), ['baseline', 'restricted', 'recommended', 'all']);
    assert.equal(await chosenAt('kubernetesVersion: ¦', '1.34'), 'kubernetesVersion: "1.34"');
    assert.deepEqual(await labelsAt('honour: [trivy, ¦]'), ['kube-linter', 'checkov', 'kube-score', 'polaris']);
    assert.equal(await chosenAt('requireIgnoreReason: ¦', 'true'), 'requireIgnoreReason: true');
  });

  it('offers files and folders, level by level, as globs and for the baseline', async () => {
    assert.deepEqual(await labelsAt('exclude:\n  - ¦'), ['agents/', 'apps/', 'known.json', 'web.yaml']);
    assert.deepEqual(await labelsAt('exclude:\n  - apps/¦'), ['apps/web/', 'apps/web.yaml']);
    assert.equal(await chosenAt('exclude:\n  - apps/w¦', 'apps/web.yaml'), 'exclude:\n  - apps/web.yaml');
    assert.deepEqual(await labelsAt('baseline: ¦'), ['agents/', 'apps/', '.seaworthy-baseline.json', 'known.json']);
  });

  it('offers the registries of the images in open manifests', async () => {
    assert.deepEqual(await labelsAt('allowedRegistries: [ghcr.io, ¦]'), ['docker.io']);
  });

  it('leaves to the schema what that one says', async () => {
    for (const marked of [
      '¦',
      'profile: ¦',
      'rules:\n  ¦',
      'rules:\n  host-port: ¦',
      'kubernetesVersion: ¦',
      'honour: [¦]',
    ]) {
      assert.deepEqual(await labelsAt(marked, withSchemas), [], marked);
    }
    assert.deepEqual(await labelsAt('exclude:\n  - apps/¦', withSchemas), ['apps/web/', 'apps/web.yaml']);
  });

  it('is silent in comments and in lists that are no lists yet', async () => {
    for (const marked of ['# ¦', 'profile: all # ¦', 'exclude: ¦', 'rules: ¦'])
      assert.deepEqual(await labelsAt(marked), [], marked);
  });
});

describe('charts in a configuration', () => {
  const paths = [
    'Chart.yaml.md',
    'charts/shop/Chart.yaml',
    'charts/shop/charts/db/Chart.yaml',
    'charts/shop/env/prod.yaml',
    'charts/shop/templates/web.yaml',
    'charts/shop/values.yaml',
    'env/all.yaml',
  ];
  const surroundings = editor({ filesBelow: async () => ({ paths, isComplete: true }) });

  it('are offered, and the values files of each', async () => {
    assert.equal(await chosenAt('¦', 'charts'), 'charts:\n  - chart: ');
    assert.deepEqual(await labelsAt('charts:\n  - chart: a\n    ¦'), ['release', 'namespace', 'values', 'set']);
    assert.deepEqual(await labelsAt('charts:\n  - chart: ¦', surroundings), ['charts/shop']);
    const values = await labelsAt('charts:\n  - chart: charts/*\n    values:\n      - ¦', surroundings);
    assert.deepEqual(values, ['env/prod.yaml', 'values.yaml']);
    assert.deepEqual(await labelsAt('charts:\n  - chart: other\n    values: [¦]', surroundings), []);
  });

  it('are named by hover', async () => {
    const text = 'charts: [{ chart: "charts/*" }]';
    const hover = await configurationHover(text, text.indexOf('*'), surroundings);
    assert.match(hover?.markdown ?? '', /^Means 1 chart:\n\n- `charts\/shop`$/);
  });

  it('are told where they are not there, and values files too', async () => {
    const text = `charts:
  - chart: charts/shop
    values: [env/prod.yaml, env/prd.yaml, ../../env/all.yaml, ../../../above.yaml]
  - chart: charts/shp
    values: [any.yaml]
`;
    const told = await configurationDiagnostics(text, surroundings);
    assert.deepEqual(
      told.map(({ message, severity, range }) => [message, severity, range.start.line]),
      [
        ['"env/prd.yaml" is no file beside charts/shop/Chart.yaml', 2, 2],
        ['"charts/shp" means no chart that is here now', 4, 3],
      ],
    );
  });
});

describe('hover in a configuration', () => {
  const hoverAt = async (marked: string, surroundings = editor()) =>
    (await configurationHover(marked.replace('¦', ''), marked.indexOf('¦'), surroundings))?.markdown;

  it('says what keys decide and words mean', async () => {
    assert.match((await hoverAt('pro¦file: all')) ?? '', /Which rules are checked.*Default: `recommended`/s);
    assert.match((await hoverAt('profile: al¦l')) ?? '', /Every rule/);
    assert.match((await hoverAt('honour: [tri¦vy]')) ?? '', /trivy:ignore/);
  });

  it('says why a rule matters', async () => {
    const shown = await hoverAt('rules: { host-p¦id: off }');
    const rule = rules.find(({ id }) => id === 'host-pid');
    assert.ok(shown?.includes(rule?.why.trim() ?? '?'));
    assert.ok(shown?.includes('By itself: `error`'));
  });

  it('names the files that a glob means', async () => {
    const shown = await hoverAt('exclude: ["ap¦ps/"]');
    assert.match(shown ?? '', /Means 2 files:.*apps\/web\.yaml/s);
    assert.equal(await hoverAt('exclude: ["no¦ne/"]'), undefined);
  });

  it('adds to a schema only what that one cannot say', async () => {
    assert.equal(await hoverAt('pro¦file: all', withSchemas), undefined);
    assert.equal(await hoverAt('profile: al¦l', withSchemas), undefined);
    const shown = await hoverAt('rules:\n  host-p¦id: off', withSchemas);
    assert.ok(shown && !shown.includes('By itself'));
  });
});

describe('diagnostics of a configuration', () => {
  const messages = async (text: string, surroundings = editor()) =>
    (await configurationDiagnostics(text, surroundings)).map(({ message }) => message);

  it('name globs that mean no file, faintly', async () => {
    const [only, ...others] = await configurationDiagnostics('exclude: [apps/, lost/, node_modules/]', editor());
    assert.deepEqual(others, []);
    assert.match(String(only?.message), /"lost\/" means no file/);
    assert.equal(only?.severity, 4);
    assert.deepEqual(
      await messages('exclude: [lost/]', editor({ filesBelow: async () => ({ paths: [], isComplete: false }) })),
      [],
    );
  });

  it('leave to the schema what that one says', async () => {
    const text =
      'profle: all\nrules:\n  host-prt: off\n  host-port: fatal\nkubernetesVersion: "1.99"\nexclude: ["../a"]\n';
    assert.equal((await messages(text)).length, 5);
    const rest = await messages(text, withSchemas);
    assert.equal(rest.length, 2);
    assert.match(rest.join('\n'), /1\.99.*\n.*leads out/);
  });

  it('come with a fix that writes what was probably meant', () => {
    const text = 'profle: all\nrules:\n  host-prt: off\n  host-pid: wraning\n';
    const mended = (line: number) => {
      const at = { line, character: 3 };
      const whole = { start: { line, character: 0 }, end: { line, character: 30 } };
      assert.ok(configurationActions('file:///a', text, { start: at, end: at }, []).length <= 1);
      return configurationActions('file:///a', text, whole, []).flatMap(
        ({ edit }) => edit?.changes?.['file:///a'] ?? [],
      );
    };
    const starts = [0, 12, 19, 35];
    const edits = [0, 2, 3].flatMap(mended).map(({ range, newText }) => ({
      start: (starts[range.start.line] ?? 0) + range.start.character,
      end: (starts[range.end.line] ?? 0) + range.end.character,
      newText,
    }));
    assert.equal(applyTextEdits(text, edits), 'profile: all\nrules:\n  host-port: off\n  host-pid: warning\n');
  });
});
