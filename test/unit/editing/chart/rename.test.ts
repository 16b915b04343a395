import assert from 'node:assert/strict';
import { renamed, renameRange } from '../../../../server/editing/chart/answers/rename';
import { linesOf } from '../../../../server/editing/chart/model/chartText';
import { textOf } from '../../../../server/rendering/charts/chart/givenFile';
import { chartOf, type Texts } from './charts';

const folder = 'file:///shop';

/** The texts of the files that are changed, or why none is. */
function rename(texts: Texts, newName: string): Record<string, string> | string | undefined {
  const { index, at, offset } = chartOf(texts);
  const edit = renamed({ index, at, folder }, offset, newName);
  if (!edit) return undefined;
  if ('refused' in edit) return edit.refused;
  const changed: Record<string, string> = {};
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
    const path = uri.slice(folder.length + 1);
    const file = index.at(path)?.file;
    assert.ok(file);
    const offsetOf = ({ line, character }: { line: number; character: number }) =>
      (linesOf(file)[line] ?? 0) + character;
    let text = textOf(file);
    for (const { range, newText } of [...edits].sort(
      (one, other) => offsetOf(other.range.start) - offsetOf(one.range.start),
    )) {
      text = text.slice(0, offsetOf(range.start)) + newText + text.slice(offsetOf(range.end));
    }
    changed[path] = text;
  }
  return changed;
}

describe('renaming in a chart', () => {
  it('changes a key of values in values files, templates, the schema and conditions', () => {
    const texts = {
      'Chart.yaml': 'name: shop\ndependencies:\n  - name: db\n    condition: store.on,other\n',
      'values.yaml': 'store:\n  on: true # here\n  "size": 1\n',
      'values-prod.yaml': 'store: {on: false}\n',
      'values.schema.json': '{"properties": {"store": {"properties": {"on": {}}}}}',
      'templates/a.yaml':
        '{{ if .Values.store.on }}{{ with .Values.store }}{{ .o‸n }}{{ end }}{{ end }}{{ .Values.on }}',
      'templates/b.yaml': '{{ index .Values "store" "on" }}',
    };
    assert.deepEqual(rename(texts, 'enabled'), {
      'Chart.yaml': 'name: shop\ndependencies:\n  - name: db\n    condition: store.enabled,other\n',
      'values.yaml': 'store:\n  enabled: true # here\n  "size": 1\n',
      'values-prod.yaml': 'store: {enabled: false}\n',
      'values.schema.json': '{"properties": {"store": {"properties": {"enabled": {}}}}}',
      'templates/a.yaml':
        '{{ if .Values.store.enabled }}{{ with .Values.store }}{{ .enabled }}{{ end }}{{ end }}{{ .Values.on }}',
      'templates/b.yaml': '{{ index .Values "store" "enabled" }}',
    });
  });

  it('changes a key of a subchart under all of its aliases', () => {
    const texts = {
      'Chart.yaml': 'name: shop\ndependencies:\n  - {name: db, alias: one}\n  - {name: db, alias: two}\n',
      'values.yaml': 'one:\n  us‸er: a\ntwo:\n  user: b\nuser: c\n',
      'charts/db/Chart.yaml': 'name: db',
      'charts/db/values.yaml': 'user: d\n',
      'charts/db/templates/a.yaml': '{{ .Values.user }}',
    };
    assert.deepEqual(rename(texts, 'login'), {
      'values.yaml': 'one:\n  login: a\ntwo:\n  login: b\nuser: c\n',
      'charts/db/values.yaml': 'login: d\n',
      'charts/db/templates/a.yaml': '{{ .Values.login }}',
    });
  });

  it('changes a key of each of many, and what a schema requires', () => {
    const texts = {
      'values.yaml': 'jobs:\n  one: {o‸n: true}\n  two: {on: false}\nitems:\n  - on: 1\n',
      'templates/a.yaml': '{{ range .Values.jobs }}{{ .on }}{{ end }}',
    };
    assert.deepEqual(rename(texts, 'enabled'), {
      'values.yaml': 'jobs:\n  one: {enabled: true}\n  two: {enabled: false}\nitems:\n  - on: 1\n',
      'templates/a.yaml': '{{ range .Values.jobs }}{{ .enabled }}{{ end }}',
    });
    const required = {
      'values.yaml': 'si‸ze: 1\n',
      'values.schema.json': '{"required": ["size", "other"], "properties": {"size": {}}}',
    };
    assert.deepEqual(rename(required, 'width'), {
      'values.yaml': 'width: 1\n',
      'values.schema.json': '{"required": ["width", "other"], "properties": {"width": {}}}',
    });
  });

  it('changes a template where it is defined, called and handed on', () => {
    const texts = {
      'templates/_h.tpl': '{{ define "na‸me" }}{{ end }}{{ define "names" }}{{ end }}',
      'templates/a.yaml':
        '{{ include "name" . }}{{ template `name` }}{{ include (ternary "name" "names" .a) . }}"name"',
    };
    assert.deepEqual(rename(texts, 'shop.name'), {
      'templates/_h.tpl': '{{ define "shop.name" }}{{ end }}{{ define "names" }}{{ end }}',
      'templates/a.yaml':
        '{{ include "shop.name" . }}{{ template `shop.name` }}{{ include (ternary "shop.name" "names" .a) . }}"name"',
    });
    assert.match(String(rename(texts, 'names')), /already/);
    assert.match(String(rename(texts, 'a"b')), /quotes/);
  });

  it('changes a variable in its scope', () => {
    const text = '{{ $a‸ := 1 }}{{ $a }}{{ with .b }}{{ $a := 2 }}{{ $a }}{{ end }}{{ $a }}';
    assert.deepEqual(rename({ 'templates/a.yaml': text }, '$b'), {
      'templates/a.yaml': '{{ $b := 1 }}{{ $b }}{{ with .b }}{{ $a := 2 }}{{ $a }}{{ end }}{{ $b }}',
    });
    assert.match(String(rename({ 'templates/a.yaml': text }, 'b')), /variable/);
  });

  it('is refused where it would change what is rendered', () => {
    const values = (text: string, template = '{{ .Values.a.b }}') => ({
      'values.yaml': text,
      'templates/a.yaml': template,
    });
    assert.match(String(rename(values('a:\n  b‸: 1\n', '{{ .Values.a.b }}{{ toYaml .Values.a }}'), 'c')), /handed on/);
    assert.match(String(rename(values('a:\n  b‸: 1\n  c: 2\n'), 'c')), /already/);
    assert.match(String(rename(values('a:\n  b‸: 1\n'), 'c-d')), /behind a dot/);
    assert.match(String(rename(values('a:\n  b‸: 1\n'), 'yes')), /quotes/);
    assert.match(String(rename(values('a:\n  b‸: 1\n', '{{ .Values.a.b '), 'c')), /whole/);
    const jobs = values('jobs:\n  o‸ne: {x: 1}\n', '{{ range $name, $job := .Values.jobs }}{{ $name }}{{ end }}');
    assert.match(String(rename(jobs, 'c')), /gone through/);
    const keyed = values('a: {x: 1}\nwhich: b\nb‸: {x: 2}\n', '{{ (index .Values .Values.which).x }}{{ .Values.b.x }}');
    assert.match(String(rename(keyed, 'c')), /may be reached by the text b/);
    const schema = {
      'values.schema.json':
        '{"$defs": {"image": {"required": ["tag"]}}, "properties": {"b": {"$ref": "#/$defs/image"}}}',
    };
    assert.match(
      String(rename({ ...values('b:\n  t‸ag: 1\n', '{{ .Values.b.tag }}'), ...schema }, 'c')),
      /can’t be told apart/,
    );
    assert.match(String(rename(values('glo‸bal:\n  b: 1\n'), 'c')), /from Helm/);
    const described = 'name: shop\ndependencies:\n  - name: db\n';
    assert.match(String(rename({ 'Chart.yaml': described, 'values.yaml': 'd‸b: {}\n' }, 'c')), /Chart\.yaml/);
  });

  it('is offered where a name stands, and nowhere else', () => {
    const range = (text: string) => {
      const { index, at, offset } = chartOf({ 'values.yaml': 'a: {b: 1}\n', 'templates/a.yaml': text });
      return renameRange(index, at, offset);
    };
    assert.deepEqual(range('{{ .Values.a.b‸ }}'), { start: 13, end: 14 });
    for (const text of ['{{ quo‸te .a }}', '{{ .Release.Na‸me }}', 'a: b‸', '{{ 1‸ }}'])
      assert.equal(range(text), undefined);
  });
});
