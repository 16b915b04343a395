import assert from 'node:assert/strict';
import { othersIn, setsIn, wordsInPlace } from './charted';

/** An Application of the chart, with more lines of its source. */
function application(
  more: string,
  { path = 'charts/shop', url = 'https://git.example.com/team/shop.git' } = {},
): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop-prod
  namespace: argocd
spec:
  project: web
  destination:
    namespace: web
  source:
    repoURL: ${url}
    path: ${path}
    targetRevision: HEAD
${more}`;
}

const used = { name: 'Application shop-prod', release: 'shop-prod', namespace: 'web', values: [] };

describe('an Application of Argo CD', () => {
  it('names a release of a chart of the workspace', async () => {
    assert.deepEqual(await othersIn({ 'argocd/shop.yaml': application('') }), [used]);
    const named = application('    helm:\n      releaseName: live\n      namespace: other\n');
    assert.deepEqual(await othersIn({ 'argocd/shop.yaml': named }), [{ ...used, release: 'live', namespace: 'other' }]);
  });

  it('gives it values: files below texts below parameters', async () => {
    const text = application(`    helm:
      valueFiles:
        - values-prod.yaml
        - ../../env/prod.yaml
        - /env/all.yaml
        - missing.yaml
      ignoreMissingValueFiles: true
      values: |
        ignored: true
      valuesObject:
        image:
          tag: v1
      fileParameters:
        - name: config.text
          path: files/config.txt
      parameters:
        - name: replicas
          value: "3"
        - name: hosts
          value: a,b
        - name: image.tag
          value: "7"
          forceString: true
`);
    const files = {
      'charts/shop/values-prod.yaml': 'a: 1',
      'env/prod.yaml': 'a: 2',
      'env/all.yaml': 'a: 3',
      'charts/shop/files/config.txt': 'a: "b"\n',
      'argocd/shop.yaml': text,
    };
    const argo = '../../argocd/shop.yaml';
    const [set] = await othersIn(files);
    assert.deepEqual(set, {
      ...used,
      values: ['values-prod.yaml', '../../env/prod.yaml', '../../env/all.yaml', argo, argo, 'files/config.txt'],
      set: ['replicas=3', 'hosts=a\\,b'],
    });
    const { sets } = await setsIn({ 'charts/shop/Chart.yaml': '', ...files });
    assert.deepEqual(
      sets[1]?.values.slice(3).map((file) => file.text.trim()),
      ['image:\n          tag: v1', '{"image": {"tag": "7"}}', '{"config": {"text": "a: \\"b\\"\\n"}}'],
    );
  });

  for (const [written, more] of Object.entries({
    'a mapping':
      '    helm:\n      valuesObject:\n        image: {tag: v1}\n\n        # why\n        list:\n          - one\n',
    'a mapping in flow style': '    helm: {valuesObject: {image: {tag: v1}, list: [one]}}\n',
    'a literal block': '    helm:\n      values: |\n        image:\n          tag: v1\n\n        list: [one]\n',
    'a literal block that says its indentation': '    helm:\n      values: |2-\n         image:\n           tag: v1\n',
    'a text in quotes': '    helm:\n      values: "image: {tag: v1}"\n',
  })) {
    for (const lineEnd of ['\n', '\r\n']) {
      it(`keeps the places of values in ${written}, ${lineEnd === '\n' ? 'LF' : 'CRLF'}`, async () => {
        const text = `# first\n---\n${application(more)}`.replaceAll('\n', lineEnd);
        const { sets } = await setsIn({ 'charts/shop/Chart.yaml': '', 'argocd/shop.yaml': text });
        const [values] = sets[1]?.values ?? [];
        assert.ok(values);
        assert.ok(wordsInPlace(values, text).length > 2);
        for (const [word, inFile] of wordsInPlace(values, text)) assert.equal(inFile, word);
      });
    }
  }

  it('may have several sources, and values files from one that it refers to', async () => {
    const text = application('').replace(
      / {2}source:.*$/s,
      `  sources:
    - repoURL: https://git.example.com/team/shop.git
      path: charts/shop
      helm:
        valueFiles: [$values/env/$ARGOCD_APP_NAME.yaml]
    - repoURL: git@git.example.com:team/shop
      ref: values
    - repoURL: https://charts.example.com
      chart: redis
`,
    );
    const files = { 'argocd/shop.yaml': text, 'env/shop-prod.yaml': 'a: 1' };
    assert.deepEqual(await othersIn(files), [{ ...used, values: ['../../env/shop-prod.yaml'] }]);
    const remote = '[remote "origin"]\n\turl = git@git.example.com:team/shop.git\n';
    assert.equal((await othersIn({ ...files, '.git/config': remote })).length, 1);
    const other = text.replace('git@git.example.com:team/shop', 'https://git.example.com/team/values');
    assert.deepEqual(await othersIn({ ...files, 'argocd/shop.yaml': other, '.git/config': remote }), []);
  });

  for (const [what, text] of Object.entries({
    'another chart': application('', { path: 'charts/other' }),
    'a chart in a repository of charts': application('    chart: shop\n'),
    'a plugin': application('    plugin: {name: x}\n'),
    'a path that is filled in': application('', { path: '"charts/{{ shop }}"' }),
    'a missing values file': application('    helm:\n      valueFiles: [none.yaml]\n'),
    'a values file from the network': application('    helm:\n      valueFiles: ["https://example.com/a.yaml"]\n'),
    'values that are none': application('    helm:\n      values: "[a"\n'),
    'a variable that only the build knows': application('    helm:\n      valueFiles: ["$ARGOCD_APP_REVISION.yaml"]\n'),
    'an object of another group': application('').replace('argoproj.io/v1alpha1', 'app.k8s.io/v1beta1'),
    'broken YAML': `${application('')}  - [`,
  })) {
    it(`tells nothing of the chart with ${what}`, async () => {
      assert.deepEqual(await othersIn({ 'argocd/shop.yaml': text }), []);
    });
  }

  it('tells nothing where the workspace is known to be another repository', async () => {
    const url = 'https://git.example.com/team/other';
    const remote = '[remote "origin"]\n\turl = git@git.example.com:team/shop.git\n';
    assert.deepEqual(await othersIn({ 'argocd/shop.yaml': application('', { url }), '.git/config': remote }), []);
  });

  it('keeps actions in values for the chart, unless it is a template itself', async () => {
    const text = application('    helm:\n      values: |\n        host: "{{ .Release.Name }}.example.com"\n');
    assert.equal((await othersIn({ 'argocd/shop.yaml': text })).length, 1);
    const apps = { 'apps/Chart.yaml': 'name: apps', 'apps/templates/shop.yaml': text };
    assert.deepEqual(await othersIn(apps), []);
    const literal = { ...apps, 'apps/templates/shop.yaml': application('') };
    assert.equal((await othersIn(literal)).length, 1);
  });

  it('may be made by an ApplicationSet, as far as its template is literal', async () => {
    const template = (name: string, values: string) => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: shops}
spec:
  generators: [{list: {elements: [{cluster: a}]}}]
  template:
    metadata: {name: '${name}'}
    spec:
      destination: {namespace: web, name: '{{cluster}}'}
      source:
        repoURL: https://git.example.com/team/shop
        path: charts/shop
        helm:
          valueFiles: ['${values}']
`;
    const files = { 'charts/shop/prod.yaml': 'a: 1' };
    const set = { ...used, name: 'ApplicationSet shops', release: 'shop', values: ['prod.yaml'] };
    assert.deepEqual(await othersIn({ ...files, 'a.yaml': template('shop', 'prod.yaml') }), [set]);
    assert.deepEqual(await othersIn({ ...files, 'a.yaml': template('{{cluster}}-shop', 'prod.yaml') }), []);
    assert.deepEqual(await othersIn({ ...files, 'a.yaml': template('shop', '{{cluster}}.yaml') }), []);
  });
});
