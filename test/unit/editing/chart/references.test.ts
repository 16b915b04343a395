import assert from 'node:assert/strict';
import { definitionOf, referencesTo } from '../../../../server/editing/chart/answers/references';
import { chartOf, shown, type Texts } from './charts';

const definition = (texts: Texts) => {
  const { index, at, offset } = chartOf(texts);
  return shown(definitionOf(index, at, offset));
};
const references = (texts: Texts, includesDefinition = false) => {
  const { index, at, offset } = chartOf(texts);
  return shown(referencesTo(index, at, offset, includesDefinition));
};

const values = 'image:\n  name: shop\n  tag: v1\nports:\n  - name: http\n    number: 80\n';

describe('definitions in a chart', () => {
  it('lead from a value in a template to the key that says it', () => {
    assert.deepEqual(definition({ 'values.yaml': values, 'templates/a.yaml': 'a: {{ .Values.image.ta‸g }}' }), [
      'values.yaml:3: tag',
    ]);
    assert.deepEqual(definition({ 'values.yaml': values, 'templates/a.yaml': 'a: {{ .Values.ima‸ge.tag }}' }), [
      'values.yaml:1: image',
    ]);
  });

  it('follow with, range, variables and the root', () => {
    const template = (text: string) => definition({ 'values.yaml': values, 'templates/a.yaml': text });
    assert.deepEqual(template('{{ with .Values.image }}{{ .ta‸g }}{{ end }}'), ['values.yaml:3: tag']);
    assert.deepEqual(template('{{ range .Values.ports }}{{ .num‸ber }}{{ end }}'), ['values.yaml:6: number']);
    assert.deepEqual(template('{{ range $i, $p := .Values.ports }}{{ $p.na‸me }}{{ end }}'), ['values.yaml:5: name']);
    assert.deepEqual(template('{{ range .Values.ports }}{{ $.Values.image.ta‸g }}{{ end }}'), ['values.yaml:3: tag']);
    assert.deepEqual(template('{{ $i := .Values.image }}{{ $i.ta‸g }}'), ['values.yaml:3: tag']);
    assert.deepEqual(template('{{ (index .Values "image").ta‸g }}'), ['values.yaml:3: tag']);
    assert.deepEqual(template('{{ index .Values "image" "ta‸g" }}'), ['values.yaml:3: tag']);
    assert.deepEqual(template('{{ (.Values.image | default dict).ta‸g }}'), ['values.yaml:3: tag']);
    assert.deepEqual(template('{{ $i := .Values.image }}{{ $‸i.tag }}'), ['templates/a.yaml:1: $i']);
  });

  it('follow what templates are called with', () => {
    const helpers = '{{ define "image" }}{{ .imageRoot.ta‸g }}{{ .context.Values.ports }}{{ end }}';
    const texts = {
      'values.yaml': values,
      'templates/_helpers.tpl': helpers,
      'templates/a.yaml': '{{ include "image" (dict "imageRoot" .Values.image "context" $) }}',
    };
    assert.deepEqual(definition(texts), ['values.yaml:3: tag']);
    const root = helpers.replace('ta‸g', 'tag').replace('ports', 'po‸rts');
    assert.deepEqual(definition({ ...texts, 'templates/_helpers.tpl': root }), ['values.yaml:4: ports']);
  });

  it('lead through half-typed text', () => {
    const text = '{{ if .Values.image }}\na: {{ .Values.\nb: {{ .Values.image.ta‸g }}\n';
    assert.deepEqual(definition({ 'values.yaml': values, 'templates/a.yaml': text }), ['values.yaml:3: tag']);
  });

  it('lead from a subchart to what its parent says, then to its own', () => {
    const texts = {
      'Chart.yaml': 'name: shop\ndependencies:\n  - name: db\n    alias: store\n',
      'values.yaml': 'store:\n  user: root\nglobal:\n  zone: eu\n',
      'charts/db/Chart.yaml': 'name: db',
      'charts/db/values.yaml': 'user: nobody\n',
    };
    assert.deepEqual(definition({ ...texts, 'charts/db/templates/a.yaml': '{{ .Values.us‸er }}' }), [
      'values.yaml:2: user',
      'charts/db/values.yaml:1: user',
    ]);
    assert.deepEqual(definition({ ...texts, 'charts/db/templates/a.yaml': '{{ .Values.global.zo‸ne }}' }), [
      'values.yaml:4: zone',
    ]);
  });

  it('lead from an environment file to the chart’s own values, and to the schema where nothing else says it', () => {
    assert.deepEqual(definition({ 'values.yaml': values, 'values-prod.yaml': 'image:\n  t‸ag: v2' }), [
      'values.yaml:3: tag',
    ]);
    const schema = '{"properties": {"size": {"type": "string"}}}';
    assert.deepEqual(definition({ 'values.schema.json': schema, 'templates/a.yaml': '{{ .Values.si‸ze }}' }), [
      'values.schema.json:1: size',
    ]);
  });

  it('lead to templates, Chart.yaml and conditions', () => {
    const helpers = '{{ define "name" }}x{{ end }}';
    const call = { 'templates/_helpers.tpl': helpers, 'templates/a.yaml': '{{ include "na‸me" . }}' };
    assert.deepEqual(definition(call), ['templates/_helpers.tpl:1: name']);
    assert.deepEqual(definition({ ...call, 'templates/a.yaml': '{{- template "na‸me" . -}}' }), [
      'templates/_helpers.tpl:1: name',
    ]);
    assert.deepEqual(definition({ 'templates/a.yaml': '{{ .Chart.Vers‸ion }}' }), ['Chart.yaml:3: version']);
    const described = 'name: shop\ndependencies:\n  - name: db\n    condition: db.ena‸bled\n';
    assert.deepEqual(definition({ 'Chart.yaml': described, 'values.yaml': 'db:\n  enabled: true\n' }), [
      'values.yaml:2: enabled',
    ]);
  });

  it('stand where they are in files with the line ends of Windows', () => {
    const texts = {
      'values.yaml': values.replaceAll('\n', '\r\n'),
      'templates/a.yaml': 'a:\r\n{{ with .Values.image }}\r\n  b: {{ .ta‸g }}\r\n{{ end }}\r\n',
    };
    assert.deepEqual(definition(texts), ['values.yaml:3: tag']);
  });

  it('are none where nothing is named', () => {
    assert.equal(definition({ 'values.yaml': values, 'templates/a.yaml': 'a: b‸c\n{{ .Values.image }}' }), undefined);
    assert.deepEqual(definition({ 'values.yaml': values, 'templates/a.yaml': '{{ .Values.no‸ne }}' }), []);
  });
});

describe('references in a chart', () => {
  it('lead from a key to every template that reads it, and to the files that say it otherwise', () => {
    const texts = {
      'values.yaml': 'image:\n  t‸ag: v1\n',
      'values-prod.yaml': 'image: {tag: v2}\n',
      'values.schema.json': '{"properties": {"image": {"properties": {"tag": {}}}}}',
      'templates/a.yaml':
        '{{ .Values.image.tag }}\n{{ with .Values.image }}{{ .tag }}{{ end }}{{ .Values.image.other }}',
      'templates/b.yaml': '{{ include "x" .Values.image }}{{ define "x" }}{{ .tag }}{{ end }}',
    };
    const read = ['templates/a.yaml:1: tag', 'templates/a.yaml:2: tag', 'templates/b.yaml:1: tag'];
    assert.deepEqual(references(texts), [...read, 'values-prod.yaml:1: tag']);
    assert.deepEqual(references(texts, true), [
      ...read,
      'values-prod.yaml:1: tag',
      'values.yaml:2: tag',
      'values.schema.json:1: tag',
    ]);
  });

  it('lead from a key of a parent to the subcharts that read it, under each alias', () => {
    const texts = {
      'Chart.yaml':
        'name: shop\ndependencies:\n  - {name: db, alias: one}\n  - name: db\n    alias: two\n    condition: two.on\n',
      'charts/db/Chart.yaml': 'name: db',
      'charts/db/templates/a.yaml': '{{ .Values.user }}',
    };
    assert.deepEqual(references({ ...texts, 'values.yaml': 'one:\n  us‸er: a\ntwo:\n  user: b\n' }), [
      'charts/db/templates/a.yaml:1: user',
    ]);
    assert.deepEqual(references({ ...texts, 'values.yaml': 'two:\n  o‸n: true\n' }), ['Chart.yaml:6: on']);
  });

  it('lead from a key of one of many to what is read of each', () => {
    const texts = {
      'values.yaml': 'jobs:\n  one:\n    o‸n: true\n  two:\n    on: false\n',
      'templates/a.yaml': '{{ range $name, $job := .Values.jobs }}{{ $job.on }}{{ end }}',
    };
    assert.deepEqual(references(texts), ['templates/a.yaml:1: on']);
  });

  it('lead to the keys of values, not to the names that a dict gives them', () => {
    const texts = {
      'values.yaml': 'image:\n  tag: v1\nna‸me: a\n',
      'templates/a.yaml': '{{ include "x" (dict "name" .Values.name "root" .Values.image) }}',
      'templates/_x.tpl': '{{ define "x" }}{{ .name }}{{ .root.tag }}{{ end }}',
    };
    assert.deepEqual(references(texts), ['templates/a.yaml:1: name']);
  });

  it('lead from a definition to its calls', () => {
    const texts = {
      'templates/_helpers.tpl': '{{ define "na‸me" }}{{ end }}',
      'templates/a.yaml': '{{ include "name" . }}{{ template "name" }}{{ include `other` . }}',
    };
    assert.deepEqual(references(texts), ['templates/a.yaml:1: name', 'templates/a.yaml:1: name']);
    assert.deepEqual(references(texts, true)?.length, 3);
  });

  it('find a variable in its scope', () => {
    const text = '{{ $x‸ := 1 }}{{ $x }}{{ with .a }}{{ $x := 2 }}{{ $x }}{{ end }}';
    assert.deepEqual(references({ 'templates/a.yaml': text }, true)?.length, 2);
  });

  it('read values and files that are templates themselves', () => {
    const texts = {
      'values.yaml': 'na‸me: shop\nurl: "http://{{ .Values.name }}"\n',
      'files/a.conf': 'name = {{ .Values.name }}',
    };
    assert.deepEqual(references(texts), ['values.yaml:2: name', 'files/a.conf:1: name']);
  });
});
