import assert from 'node:assert/strict';
import { readKustomization } from '../../../../server/documents/kustomization/read/kustomization';
import { layoutOf } from '../../../../server/workspace/objects/layout';

/** The layout of kustomizations (folder → text) and charts. */
function layout(kustomizations: Readonly<Record<string, string>>, charts: readonly string[] = []) {
  const read = Object.entries(kustomizations).map(([folder, text]) => [folder, readKustomization(text)] as const);
  return layoutOf(charts, new Map(read));
}

describe('the layout of a workspace', () => {
  it('tells templates and sub-charts of a chart from the files beside them', () => {
    const { standingOf } = layout({}, ['file:///w/web']);
    assert.equal(standingOf('file:///w/web/templates/pod.yaml'), 'template');
    assert.equal(standingOf('file:///w/web/charts/redis/values.yaml'), 'template');
    assert.equal(standingOf('file:///w/web/crds/widget.yaml'), 'plain');
    assert.equal(standingOf('file:///w/website/templates/pod.yaml'), 'plain');
  });

  it('tells patches, unless they are taken in as resources too', () => {
    const { standingOf } = layout({
      'file:///w/a': 'patches:\n  - path: replicas.yaml\npatchesStrategicMerge:\n  - ./limits.yaml\n',
      'file:///w/b': 'resources:\n  - both.yaml\npatches:\n  - path: both.yaml\n',
    });
    assert.equal(standingOf('file:///w/a/replicas.yaml'), 'patch');
    assert.equal(standingOf('file:///w/a/limits.yaml'), 'patch');
    assert.equal(standingOf('file:///w/b/both.yaml'), 'plain');
  });

  it('hands down what an overlay does to what its base takes in', () => {
    const base = 'resources:\n  - pod.yaml\n';
    const moved = layout({ 'file:///w/base': base, 'file:///w/live': 'resources: [../base]\nnamespace: live\n' });
    assert.equal(moved.standingOf('file:///w/base/pod.yaml'), 'moved');
    const renamed = layout({
      'file:///w/base': base,
      'file:///w/live': 'resources: [../base]\nnamePrefix: live-\nnamespace: x\n',
    });
    assert.equal(renamed.standingOf('file:///w/base/pod.yaml'), 'renamed');
    assert.equal(renamed.standingOf('file:///w/base/other.yaml'), 'plain', 'nobody takes it in');
  });

  it('is known in part where something remote is taken in, however far above', () => {
    const { isInPart } = layout({
      'file:///w/base': 'resources:\n  - pod.yaml\n',
      'file:///w/middle': 'bases:\n  - ../base\n',
      'file:///w/top': 'resources:\n  - ../middle\n  - github.com/example/base?ref=v1\n',
      'file:///w/apart': 'resources:\n  - pod.yaml\n',
    });
    assert.equal(isInPart('file:///w/base/pod.yaml'), true);
    assert.equal(isInPart('file:///w/apart/pod.yaml'), false);
  });

  it('bears kustomizations that take in one another', () => {
    const { standingOf } = layout({
      'file:///w/a': 'resources: [../b, pod.yaml]\n',
      'file:///w/b': 'resources: [../a]\nnamespace: b\n',
    });
    assert.equal(standingOf('file:///w/a/pod.yaml'), 'moved');
  });
});

describe('a kustomization', () => {
  it('may take in anything where it cannot be read, or where a list is written by a template', () => {
    assert.equal(readKustomization('resources: [').isOpen, true);
    assert.equal(readKustomization('resources:\n  - pod.yaml\n').isOpen, false);
    assert.equal(readKustomization('resources:\n  {{- range .files }}\n  - {{ . }}\n  {{- end }}\n').isOpen, true);
  });

  it('is open where it renders charts or runs plug-ins', () => {
    for (const key of ['generators', 'helmCharts', 'helmChartInflationGenerator']) {
      assert.equal(readKustomization(`${key}:\n  - name: web\n`).isOpen, true, key);
    }
  });

  it('tells remote bases from folders, in the short form too', () => {
    const isOpen = (resource: string) => readKustomization(`resources:\n  - ${resource}\n`).isOpen;
    for (const remote of ['https://example.com/a', 'git@github.com:a/b', 'github.com/a/b', 'base?ref=main']) {
      assert.equal(isOpen(remote), true, remote);
    }
    for (const local of ['../base', 'pod.yaml', './v1.2/pod.yaml', 'cert-manager/base']) {
      assert.equal(isOpen(local), false, local);
    }
  });

  it('generates ConfigMaps and Secrets by the names that others refer to', () => {
    const { generated } = readKustomization(
      'configMapGenerator:\n  - name: web-settings\nsecretGenerator:\n  - name: web-keys\n  - files: [a]\n',
    );
    assert.deepEqual(
      generated.map(({ kind, name }) => [kind, name]),
      [
        ['ConfigMap', 'web-settings'],
        ['Secret', 'web-keys'],
        ['Secret', null],
      ],
    );
  });
});
