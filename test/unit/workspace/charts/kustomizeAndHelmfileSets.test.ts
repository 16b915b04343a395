import assert from 'node:assert/strict';
import { othersIn, setsIn, wordsInPlace } from './charted';

const values = { 'charts/shop/values.yaml': 'a: 1', 'overlays/prod.yaml': 'a: 2', 'overlays/more.yaml': 'a: 3' };

/** The sets that a kustomization beside `prod.yaml` names. */
async function kustomized(chart: string, globals = 'helmGlobals: {chartHome: ../charts}', more = '') {
  const text = `${globals}\n${more}\nhelmCharts:\n  - name: shop\n${chart.replace(/^/gm, '    ')}\n`;
  return othersIn({ ...values, 'overlays/kustomization.yaml': text });
}

const own = '../../overlays/kustomization.yaml';
const used = {
  name: 'release live in overlays/kustomization.yaml',
  release: 'live',
  namespace: 'web',
  values: ['../../overlays/prod.yaml'],
};

describe('the charts of a kustomization', () => {
  it('have a release, a namespace and values files', async () => {
    const chart = 'releaseName: live\nnamespace: web\nvaluesFile: prod.yaml\nadditionalValuesFiles: [more.yaml]';
    assert.deepEqual(await kustomized(chart), [
      { ...used, values: ['../../overlays/prod.yaml', '../../overlays/more.yaml'] },
    ]);
  });

  it('lie in the folder charts unless it says otherwise, and below the name of a version that was pulled', async () => {
    const text = 'helmCharts: [{name: shop, releaseName: live}]\n';
    assert.equal((await othersIn({ 'kustomization.yaml': text })).length, 1);
    const pulled = 'helmCharts: [{name: shop, version: 1.2.3, repo: "https://charts.example.com"}]\n';
    const lies = { 'charts/shop-1.2.3/shop/Chart.yaml': '', 'kustomization.yaml': pulled };
    assert.equal((await othersIn(lies, 'charts/shop-1.2.3/shop')).length, 1);
    assert.equal((await othersIn(lies)).length, 0);
  });

  it('have a release without a name of its own, and the namespace that all objects get', async () => {
    assert.deepEqual(await kustomized('valuesFile: prod.yaml', undefined, 'namespace: all'), [
      { ...used, name: 'chart shop in overlays/kustomization.yaml', release: 'release-name', namespace: 'all' },
    ]);
  });

  it('have values in the kustomization over or below those of the file, or in place of them', async () => {
    const merged = async (merge: string) => {
      const chart = `releaseName: live\nnamespace: web\nvaluesFile: prod.yaml\n${merge}\nvaluesInline:\n  a: 4`;
      return (await kustomized(chart)).map((set) => set.values);
    };
    const file = '../../overlays/prod.yaml';
    assert.deepEqual(await merged(''), [[file, own]]);
    assert.deepEqual(await merged('valuesMerge: override'), [[file, own]]);
    assert.deepEqual(await merged('valuesMerge: merge'), [[own, file]]);
    assert.deepEqual(await merged('valuesMerge: replace'), [[own]]);
    assert.deepEqual(await merged('valuesMerge: other'), []);
  });

  it('let the chart’s own values win over merged ones', async () => {
    const [set] = await kustomized('releaseName: live\nvaluesMerge: merge\nvaluesInline: {a: 4}');
    assert.deepEqual(set?.values, [own, 'values.yaml']);
  });

  it('may be written the old way', async () => {
    const text = `helmChartInflationGenerator:
  - chartName: shop
    chartHome: ../charts
    releaseName: live
    releaseNamespace: web
    values: prod.yaml
`;
    assert.deepEqual(await othersIn({ ...values, 'overlays/kustomization.yaml': text }), [used]);
  });
});

/** The sets that a helmfile names. */
async function filed(release: string, { above = '', name = 'overlays/helmfile.yaml' } = {}) {
  const text = `${above}\nreleases:\n  - name: live\n    chart: ../charts/shop\n${release.replace(/^/gm, '    ')}\n`;
  return othersIn({ ...values, [name]: text });
}

describe('the releases of a helmfile', () => {
  const released = { ...used, name: 'release live in overlays/helmfile.yaml' };

  it('have values of files and of their own, in their order, and single ones over them', async () => {
    const release = `namespace: web
values:
  - prod.yaml
  - image:
      tag: v1
  - more.yaml
set:
  - name: hosts
    values: [a, b]
  - name: text
    value: "a,b"`;
    const file = '../../overlays/helmfile.yaml';
    assert.deepEqual(await filed(release), [
      {
        ...released,
        values: ['../../overlays/prod.yaml', file, '../../overlays/more.yaml'],
        set: ['hosts={a,b}', 'text=a\\,b'],
      },
    ]);
  });

  it('keep the places of their own values', async () => {
    const text = `releases:
  - name: live
    chart: charts/shop
    values:
      - image: # why
          tag: v1
        list:
          - one
`;
    const { sets } = await setsIn({ 'charts/shop/Chart.yaml': '', 'helmfile.yaml': text });
    const [file] = sets[1]?.values ?? [];
    assert.ok(file);
    const words = wordsInPlace(file, text);
    assert.deepEqual(
      words.map(([word]) => word),
      ['image', 'why', 'tag', 'v1', 'list', 'one'],
    );
    for (const [word, inFile] of words) assert.equal(inFile, word);
  });

  it('may lie in helmfile.d, all in one namespace', async () => {
    const [set] = await filed('namespace: other', { above: 'namespace: web', name: 'helmfile.d/shop.yaml' });
    assert.deepEqual(set, { ...released, name: 'release live in helmfile.d/shop.yaml', values: [] });
  });

  it('may miss files where nothing minds', async () => {
    assert.deepEqual(await filed('values: [none.yaml]'), []);
    assert.equal((await filed('values: [none.yaml]\nmissingFileHandler: Warn')).length, 1);
  });

  for (const [what, release] of Object.entries({
    'secrets beside them': 'secrets: [secrets.yaml]',
    'a condition': 'condition: shop.enabled',
    'a template': 'values: [prod.yaml.gotmpl]',
    'an action': 'namespace: {{ .Namespace }}',
    'a reference to a vault': 'set: [{name: a, value: "ref+vault://x"}]',
    'nothing to be installed': 'installed: false',
    'an inherited part': 'inherit: [{template: default}]',
  })) {
    it(`are not told of with ${what}`, async () => {
      assert.deepEqual(await filed(release), []);
    });
  }
});
