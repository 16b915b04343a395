import assert from 'node:assert/strict';
import { othersIn, setsIn, wordsInPlace } from './charted';

const source = '{kind: GitRepository, name: shop, namespace: flux-system}';

/** A HelmRelease of the chart. */
function release(more: string, chart = `spec: {chart: ./charts/shop, sourceRef: ${source}}`): string {
  return `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: shop
  namespace: web
spec:
  interval: 5m
  chart:
    ${chart}
${more}`;
}

const repository = (url: string) => `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: shop, namespace: flux-system}
spec: {url: '${url}'}
`;

const used = { name: 'HelmRelease shop', release: 'shop', namespace: 'web', values: [] };

describe('a HelmRelease of Flux', () => {
  it('names a release of a chart of the workspace', async () => {
    assert.deepEqual(await othersIn({ 'flux/shop.yaml': release('') }), [used]);
  });

  it('is named after the namespace that it installs into, shortened where that gets too long', async () => {
    const [set] = await othersIn({ 'a.yaml': release('  targetNamespace: live\n  storageNamespace: flux\n') });
    assert.deepEqual(set, { ...used, release: 'live-shop', namespace: 'live' });
    const long = release('  targetNamespace: a-very-lengthy-target-namespace\n').replace(
      'name: shop\n',
      'name: with-a-nice-object-name\n',
    );
    const [shortened] = await othersIn({ 'a.yaml': long });
    assert.equal(shortened?.release, 'a-very-lengthy-target-namespace-with-a-n-97af5d7f41f3');
    const [named] = await othersIn({ 'a.yaml': release('  targetNamespace: live\n  releaseName: x\n') });
    assert.equal(named?.release, 'x');
  });

  it('takes values from objects of the workspace, below its own, and single ones over all', async () => {
    const text = release(`  valuesFrom:
    - kind: ConfigMap
      name: base
    - kind: Secret
      name: keys
      valuesKey: more.yaml
    - kind: Secret
      name: keys
      valuesKey: password
      targetPath: db.password
  values:
    image:
      tag: v1
`);
    const objects = `apiVersion: v1
kind: ConfigMap
metadata: {name: base, namespace: web}
data:
  values.yaml: |
    replicas: 3
---
apiVersion: v1
kind: Secret
metadata: {name: keys, namespace: web}
data:
  more.yaml: YTogMQo=
stringData:
  password: a,b
---
apiVersion: v1
kind: ConfigMap
metadata: {name: base, namespace: other}
data: {}
`;
    const files = { 'flux/shop.yaml': text, 'flux/objects.yaml': objects };
    const [objectsPath, ownPath] = ['../../flux/objects.yaml', '../../flux/shop.yaml'];
    assert.deepEqual(await othersIn(files), [
      { ...used, values: [objectsPath, objectsPath, ownPath], set: ['db.password=a\\,b'] },
    ]);
    const { sets } = await setsIn({ 'charts/shop/Chart.yaml': '', ...files });
    const [base, more, own] = sets[1]?.values ?? [];
    assert.ok(base && more && own);
    assert.equal(more.text, 'a: 1\n');
    for (const [word, inFile] of wordsInPlace(base, objects)) assert.equal(inFile, word);
    for (const [word, inFile] of wordsInPlace(own, text)) assert.equal(inFile, word);
  });

  it('takes values from what a kustomization generates', async () => {
    const text = release('  valuesFrom: [{kind: ConfigMap, name: base}]\n');
    const generator = (more: string) => `configMapGenerator:\n  - name: base\n    ${more}\n`;
    const kustomized = async (more: string) =>
      othersIn({
        'flux/shop.yaml': text,
        'flux/kustomization.yaml': generator(more),
        'flux/prod.yaml': 'a: 1',
        'flux/values.yaml': 'a: 1',
      });
    const values = (path: string) => [{ ...used, values: [path] }];
    assert.deepEqual(await kustomized('files: [values.yaml=prod.yaml]'), values('../../flux/prod.yaml'));
    assert.deepEqual(await kustomized('files: [values.yaml]'), values('../../flux/values.yaml'));
    assert.deepEqual(await kustomized('literals: ["values.yaml=a: 1"]'), values('../../flux/kustomization.yaml'));
    assert.deepEqual(await kustomized('files: [prod.yaml]'), []);
    assert.deepEqual(await kustomized('files: [values.yaml]\n    behavior: merge'), []);
  });

  it('takes values files in place of the own ones, if these come first among them', async () => {
    const valuesFiles = (files: string) =>
      release('', `spec: {chart: charts/shop, sourceRef: ${source}, valuesFiles: [${files}]}`);
    const files = { 'charts/shop/values.yaml': 'a: 1', 'env/prod.yaml': 'a: 2' };
    const own = valuesFiles('./charts/shop/values.yaml, env/prod.yaml');
    assert.deepEqual(await othersIn({ ...files, 'a.yaml': own }), [{ ...used, values: ['../../env/prod.yaml'] }]);
    assert.deepEqual(await othersIn({ ...files, 'a.yaml': valuesFiles('env/prod.yaml') }), []);
  });

  it('may refer to a HelmChart', async () => {
    const chart = `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmChart
metadata: {name: shop, namespace: web}
spec: {chart: charts/shop, sourceRef: {kind: GitRepository, name: shop}}
`;
    const text = release('').replace(/ {2}chart:\n.*\n/, '  chartRef: {kind: HelmChart, name: shop}\n');
    assert.deepEqual(await othersIn({ 'a.yaml': `${text}---\n${chart}` }), [used]);
    assert.deepEqual(await othersIn({ 'a.yaml': text }), []);
    assert.deepEqual(await othersIn({ 'a.yaml': text.replace('HelmChart, ', 'OCIRepository, ') }), []);
  });

  it('tells nothing of the chart if its repository is another one', async () => {
    const remote = '[remote "origin"]\n\turl = https://git.example.com/team/shop\n';
    const files = (url: string) => ({ 'a.yaml': release(''), 'b.yaml': repository(url), '.git/config': remote });
    assert.equal((await othersIn(files('ssh://git@git.example.com/team/shop.git'))).length, 1);
    assert.deepEqual(await othersIn(files('ssh://git@git.example.com/team/other.git')), []);
  });

  for (const [what, text] of Object.entries({
    'a ConfigMap that is not there': release('  valuesFrom: [{kind: ConfigMap, name: none, optional: true}]\n'),
    'a repository of charts': release('', 'spec: {chart: shop, sourceRef: {kind: HelmRepository, name: shop}}'),
    'an OCI artifact': release('', 'spec: {url: "oci://example.com/shop"}'),
    'a name that is filled in': release('').replace('name: shop\n', 'name: $' + '{cluster}-shop\n'),
    'values that are a list': release('  values: [a]\n'),
  })) {
    it(`tells nothing of the chart with ${what}`, async () => {
      assert.deepEqual(await othersIn({ 'a.yaml': text }), []);
    });
  }
});
