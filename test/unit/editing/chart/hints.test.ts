import assert from 'node:assert/strict';
import { hintsIn } from '../../../../server/editing/chart/answers/hints';
import { chartOf, type Texts } from './charts';

/** The hints in a file as `line: message`, lines from 1. */
function hints(path: string, texts: Texts): string[] {
  const { index } = chartOf(texts);
  const at = index.at(path);
  assert.ok(at);
  return hintsIn({ index, at, folder: 'file:///shop' }).map(
    ({ range, message }) => `${range.start.line + 1}: ${message}`,
  );
}

const unused = (values: string, template: string, more: Texts = {}) =>
  hints('values.yaml', { 'values.yaml': values, 'templates/a.yaml': template, ...more });

describe('hints about values that no template reads', () => {
  it('name the outermost key that nobody reads', () => {
    const values = 'image:\n  name: a\n  tag: b\nold:\n  one: 1\n  two: 2\n';
    assert.deepEqual(unused(values, '{{ .Values.image.name }}'), [
      '3: No template reads image.tag',
      '4: No template reads old',
    ]);
  });

  it('count everything that may read', () => {
    const values = 'a:\n  b: 1\n  c: 2\n';
    for (const template of [
      '{{ toYaml .Values.a }}',
      '{{ toYaml .Values }}',
      '{{ .Values | toJson }}',
      '{{ range $k, $v := .Values.a }}{{ $k }}{{ end }}',
      '{{ index .Values "a" "b" }}{{ get .Values.a "c" }}',
      '{{ index .Values .x }}',
      '{{ with .Values.a }}{{ .b }}{{ .c }}{{ end }}',
      '{{ with .Values.a }}{{ toYaml . }}{{ end }}',
      '{{ $a := .Values.a }}{{ $a.b }}{{ $a.c }}',
      '{{ include "x" .Values.a }}{{ define "x" }}{{ .b }}{{ .c }}{{ end }}',
      '{{ include "x" (dict "a" .Values.a) }}{{ define "x" }}{{ tpl .a.b $ }}{{ .a.c }}{{ end }}',
      '{{ include "from.elsewhere" . }}',
      '{{ include (printf "%s" .x) . }}{{ define "y" }}{{ .Values.a }}{{ end }}',
      '{{ if .Values.a.b }}{{ else if .Values.a.c }}{{ end }}',
      '{{ (merge .Values.a (dict)).b }}',
      '{{ dig "b" 1 .Values.a }}{{ hasKey .Values.a "c" }}',
      '{{ $.Values.a | default dict | toYaml }}',
      '{{ define "never called" }}{{ .Values.a | toYaml }}{{ end }}',
    ]) {
      assert.deepEqual(unused(values, template), [], template);
    }
    assert.deepEqual(unused(values, 'x', { 'files/a': '{{ .Values.a }}' }), []);
    assert.deepEqual(unused(`${values}d: "{{ .Values.a }}"\n`, '{{ tpl .Values.d . }}'), []);
  });

  it('count what other charts and Chart.yaml read', () => {
    const texts = {
      'Chart.yaml':
        'name: shop\ndependencies:\n  - name: db\n    condition: use.db\n    tags: [all]\n  - name: gone\n    alias: other\n',
      'charts/db/Chart.yaml': 'name: db',
      'charts/db/templates/a.yaml': '{{ .Values.global.zone }}',
    };
    const values =
      'global:\n  zone: a\n  other: b\nuse:\n  db: true\ntags:\n  all: true\ndb:\n  x: 1\nother:\n  y: 2\nz: 3\n';
    assert.deepEqual(unused(values, 'x', texts), ['12: No template reads z']);
  });

  it('are not given of libraries, and not while a template is being typed', () => {
    assert.deepEqual(unused('a: 1\n', '{{ .Values. '), []);
    assert.deepEqual(unused('a: 1\n', 'x', { 'Chart.yaml': 'name: lib\ntype: library\n' }), []);
    assert.deepEqual(unused('a: 1\n', 'x'), ['1: No template reads a']);
  });
});

describe('hints about keys that a chart doesn’t know', () => {
  const unknown = (environment: string, more: Texts = {}) =>
    hints('values-prod.yaml', {
      'values.yaml': 'image:\n  tag: a\nextra: {}\nresources: {}\n',
      'templates/a.yaml':
        '{{ .Values.image.tag }}{{ toYaml .Values.resources }}{{ .Values.extra.one }}{{ .Values.secret }}',
      'values-prod.yaml': environment,
      ...more,
    });

  it('name the key that is meant', () => {
    assert.deepEqual(unknown('image:\n  tga: b\nresource: {}\n'), [
      '2: The chart knows no image.tga; image.tag is meant, perhaps',
      '3: The chart knows no resource; resources is meant, perhaps',
    ]);
  });

  it('are not given of what is read, said or described', () => {
    assert.deepEqual(
      unknown('image: {tag: b}\nresources: {limits: {cpu: 1}}\nextra: {one: 1}\nsecret: x\nglobal: {a: 1}\n'),
      [],
    );
    const schema = {
      'values.schema.json': '{"properties": {"size": {"properties": {"x": {}}}, "o": {"$ref": "#/a"}}}',
    };
    assert.deepEqual(unknown('size: {x: 1}\no: {p: 1}\n', schema), []);
    const described = { 'Chart.yaml': 'name: shop\ndependencies:\n  - name: db\n' };
    assert.deepEqual(unknown('db: {any: 1}\n', described), []);
  });
});

describe('hints about templates', () => {
  it('name those that nothing includes', () => {
    const helpers = '{{ define "used" }}{{ end }}\n{{ define "unused" }}{{ end }}\n{{ define "named" }}{{ end }}';
    const texts = { 'templates/_h.tpl': helpers, 'templates/a.yaml': '{{ include "used" . }}{{ $x := "named" }}' };
    assert.deepEqual(hints('templates/_h.tpl', texts), ['2: Nothing includes the template unused']);
    assert.deepEqual(hints('templates/_h.tpl', { ...texts, 'values.yaml': 'x: unused\n' }), []);
    assert.deepEqual(hints('templates/_h.tpl', { ...texts, 'templates/b.yaml': '{{ include .Values.x . }}' }), []);
    assert.deepEqual(hints('templates/_h.tpl', { ...texts, 'Chart.yaml': 'name: a\ntype: library\n' }), []);
  });

  const undefinedIn = (template: string, more: Texts = {}) =>
    hints('templates/a.yaml', {
      'values.yaml': 'image:\n  tag: a\nempty: {}\n',
      'templates/a.yaml': template,
      ...more,
    });

  it('name values that nothing says', () => {
    assert.deepEqual(undefinedIn('{{ .Values.image.tga }}\n{{ .Values.imag.tag | quote }}'), [
      '1: No values file says image.tga, and nothing stands in for it; image.tag is meant, perhaps',
      '2: No values file says imag, and nothing stands in for it; image is meant, perhaps',
    ]);
  });

  it('leave alone what is asked for, given elsewhere, or free', () => {
    for (const template of [
      '{{ .Values.image.x | default "a" }}',
      '{{ default "a" .Values.image.x }}',
      '{{ if .Values.image.x }}{{ .Values.image.x }}{{ end }}',
      '{{ with .Values.image.x }}{{ . }}{{ end }}',
      '{{ range .Values.image.x }}{{ . }}{{ end }}',
      '{{ required "say it" .Values.image.x }}',
      '{{ if and .Values.image.tag .Values.image.x }}{{ end }}{{ .Values.image.x }}',
      '{{ .Values.empty.x }}{{ .Values.global.x }}',
      '{{ include "h" (dict "x" .Values.image.x) }}{{ define "h" }}{{ .x }}{{ end }}',
      '{{ .Values.image.tag }}',
    ]) {
      assert.deepEqual(undefinedIn(template), [], template);
    }
    const read = '{{ .Values.image.x }}';
    assert.deepEqual(undefinedIn(read, { 'values-prod.yaml': 'image: {x: 1}\n' }), []);
    const schema = '{"properties": {"image": {"properties": {"x": {}}}}}';
    assert.deepEqual(undefinedIn(read, { 'values.schema.json': schema }), []);
    assert.deepEqual(undefinedIn(read, { 'templates/b.yaml': '{{ $_ := set .Values.image "x" 1 }}' }), []);
    assert.equal(undefinedIn(read).length, 1);
  });
});
