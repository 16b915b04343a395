import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { completionsAt } from '../../../../server/editing/chart/answers/completion';
import { hoverAt } from '../../../../server/editing/chart/answers/hover';
import type { LeftToUs } from '../../../../server/editing/chart/answers/leftToUs';
import { signatureAt } from '../../../../server/editing/chart/answers/signatureHelp';
import { chartOf, type Texts } from './charts';

const values =
  'image:\n  # -- The *tag* to pull.\n  tag: v1\n  pull-policy: Always\nports:\n  - name: http\n    number: 80\n';

const hover = (texts: Texts, left: LeftToUs = 'all'): string | undefined => {
  const { index, at, offset } = chartOf(texts);
  const contents = hoverAt({ index, at, folder: 'file:///shop' }, offset, left)?.contents;
  if (contents === undefined) return undefined;
  assert.ok(MarkupContent.is(contents));
  return contents.value;
};
const offered = (text: string, more: Texts = {}, left: LeftToUs = 'all') => {
  const { index, at, offset } = chartOf({ 'values.yaml': values, 'templates/a.yaml': text, ...more });
  return completionsAt({ index, at, folder: 'file:///shop' }, offset, left);
};
const names = (text: string, more: Texts = {}) => offered(text, more)?.map(({ label }) => label);

describe('hovers in a chart', () => {
  it('say a value, where it comes from, and what is laid over it', () => {
    const texts = { 'values.yaml': values, 'values-prod.yaml': 'image: {tag: v2}\n' };
    const shown = hover({ ...texts, 'templates/a.yaml': '{{ .Values.image.ta‸g }}' });
    assert.equal(
      shown,
      [
        '**image.tag**',
        '- `v2` · [values-prod.yaml:1](file:///shop/values-prod.yaml#L1)\n- `v1` · [values.yaml:3](file:///shop/values.yaml#L3)',
        '> The \\*tag\\* to pull.',
      ].join('\n\n'),
    );
  });

  it('say what a comment elsewhere says of a parameter', () => {
    const described = `## @param image.tag [string] The tag\n## @param image.tags Others\n##\n${values}`;
    const shown = hover({ 'values.yaml': described, 'templates/a.yaml': '{{ .Values.image.ta‸g }}' });
    assert.match(shown ?? '', /> The tag$/);
  });

  it('say that nobody says a value', () => {
    assert.match(
      hover({ 'values.yaml': values, 'templates/a.yaml': '{{ .Values.image.no‸ne }}' }) ?? '',
      /No values file/,
    );
  });

  it('say of a key who reads it', () => {
    const shown = hover({
      'values.yaml': values.replace('tag:', 't‸ag:'),
      'templates/a.yaml': '\n{{ with .Values.image }}{{ .tag }}{{ end }}',
    });
    assert.match(shown ?? '', /Read in \[templates\/a\.yaml:2\]/);
  });

  it('say what functions, words and objects are', () => {
    const template = (text: string) => hover({ 'templates/a.yaml': text });
    assert.match(
      template('{{ .a | nin‸dent 2 }}') ?? '',
      /nindent\(columns int, text string\) string[\s\S]*Begins a new line/,
    );
    assert.match(template('{{ ra‸nge .a }}{{ end }}') ?? '', /for each item/);
    assert.match(template('{{ .Release.Na‸me }}') ?? '', /The name of the release/);
    assert.match(template('{{ .Chart.Vers‸ion }}') ?? '', /`Chart\.yaml` says `1\.0\.0`/);
    assert.match(template('{{ .Capabilities.KubeVersion.Maj‸or }}') ?? '', /first number/);
    assert.match(template('{{ .Files.G‸et "a" }}') ?? '', /What a file says/);
  });

  it('leave to others what they say too', () => {
    const value = { 'values.yaml': values, 'templates/a.yaml': '{{ .Values.image.ta‸g }}' };
    assert.match(hover(value, 'scopes') ?? '', /v1/);
    assert.equal(hover(value, 'nothing'), undefined);
    assert.equal(hover({ 'templates/a.yaml': '{{ quo‸te .a }}' }, 'scopes'), undefined);
    assert.equal(hover({ 'templates/a.yaml': '{{ .Release.Na‸me }}' }, 'scopes'), undefined);
  });

  it('say where a template is defined and what is written above it', () => {
    const shown = hover({
      'templates/_h.tpl': '{{/*\nThe full name.\n*/}}\n{{- define "shop.name" -}}x{{ end }}',
      'templates/a.yaml': '{{ include "shop.na‸me" . }}',
    });
    assert.match(shown ?? '', /templates\/_h\.tpl:4.*called once[\s\S]*> The full name/);
  });
});

describe('completion in a chart', () => {
  it('offers the keys of values behind a dot, in all scopes', () => {
    assert.deepEqual(names('{{ .Values.‸ }}'), ['image', 'ports']);
    assert.deepEqual(names('{{ .Values.im‸ }}'), ['image', 'ports']);
    assert.deepEqual(names('{{ .Values.image.‸'), ['tag']);
    assert.deepEqual(names('{{ with .Values.image }}{{ .‸ }}{{ end }}'), ['tag']);
    assert.deepEqual(names('{{ range .Values.ports }}{{ .n‸ }}{{ end }}'), ['name', 'number']);
    assert.deepEqual(names('{{ $p := index .Values "image" }}{{ $p.‸ }}'), ['tag']);
    assert.deepEqual(names('{{ if $.Values.image.‸\nb: {{ .c }}'), ['tag']);
    assert.deepEqual(names('{{ index .Values "image" "‸" }}'), ['tag', 'pull-policy']);
  });

  it('replaces the name that is typed', () => {
    const [first] = offered('a: {{ .Values.im‸ag }}') ?? [];
    assert.deepEqual(first?.textEdit, {
      range: { start: { line: 0, character: 14 }, end: { line: 0, character: 18 } },
      newText: 'image',
    });
  });

  it('offers what helm gives, behind the dot of a file and of what is called with it', () => {
    assert.deepEqual(names('{{ .‸ }}')?.slice(0, 4), ['Values', 'Release', 'Chart', 'Capabilities']);
    assert.ok(names('{{ .Release.‸ }}')?.includes('Namespace'));
    assert.ok(names('{{ .Capabilities.APIVersions.‸ }}')?.includes('Has'));
    assert.ok(names('{{ define "a" }}{{ .Chart.‸ }}{{ end }}')?.includes('AppVersion'));
  });

  it('offers templates, functions, words and variables', () => {
    const helpers = { 'templates/_h.tpl': '{{ define "shop.name" }}{{ end }}' };
    assert.deepEqual(names('{{ include "‸" . }}', helpers), ['shop.name']);
    assert.deepEqual(names('{{ include "sh‸', helpers), ['shop.name']);
    assert.ok(names('{{ .Values.image | to‸ }}')?.includes('toYaml'));
    assert.ok(names('{{ i‸ }}')?.includes('if'));
    assert.ok(!names('{{ .a | i‸ }}')?.includes('if'));
    assert.ok(names('{{ ‸ }}')?.includes('.Values'));
    assert.deepEqual(names('{{ $one := 1 }}{{ $‸ }}'), ['$', '$one']);
    assert.deepEqual(names('{{ .Files.Get "‸" }}', { 'config/a.conf': '' }), ['config/a.conf']);
  });

  it('offers what the schema says beside the values', () => {
    const schema = '{"properties": {"size": {"description": "How large."}}}';
    const found = offered('{{ .Values.‸ }}', { 'values.schema.json': schema });
    assert.ok(found?.some(({ label, documentation }) => label === 'size' && documentation !== undefined));
  });

  it('offers the same while a file is typed as when all others are read again', () => {
    const texts = {
      'values.yaml': values,
      'templates/a.yaml': '{{ include "h" (dict "image" .Values.image) }}',
    };
    const before = chartOf({ ...texts, 'templates/_h.tpl': '{{ define "h" }}{{ .image }}{{ end }}' }).index.reading;
    for (const [typed, expected] of [
      ['{{ define "h" }}{{ .image.‸ }}{{ end }}', ['tag']],
      ['{{ define "new" }}{{ .Values.‸ }}{{ end }}', ['image', 'ports']],
    ] as const) {
      const { index, at, offset } = chartOf({ ...texts, 'templates/_h.tpl': typed }, before);
      const found = completionsAt({ index, at, folder: 'file:///shop' }, offset, 'all');
      assert.deepEqual(
        found?.map(({ label }) => label),
        expected,
      );
    }
  });

  it('leaves to others what they offer too', () => {
    const beside = (text: string, left: LeftToUs) => offered(text, {}, left)?.map(({ label }) => label);
    assert.deepEqual(beside('{{ .Values.image.‸ }}', 'scopes'), []);
    assert.deepEqual(beside('{{ $.Values.‸ }}', 'scopes'), []);
    assert.deepEqual(beside('{{ .Values.image | to‸ }}', 'scopes'), []);
    assert.deepEqual(beside('{{ with .Values.image }}{{ .‸ }}{{ end }}', 'scopes'), ['tag']);
    assert.deepEqual(beside('{{ $i := .Values.image }}{{ $i.‸ }}', 'scopes'), ['tag']);
    assert.deepEqual(beside('{{ with .Values.image }}{{ .‸ }}{{ end }}', 'nothing'), []);
  });

  it('offers nothing outside of actions and in comments', () => {
    for (const text of ['a: ‸\n{{ .b }}', 'a: {‸{ .b }}', '{{ .b }}‸', '{{/* .Values.‸ */}}']) {
      assert.equal(offered(text), undefined, text);
    }
  });
});

describe('signatures in a chart', () => {
  const active = (text: string) => {
    const { at, offset } = chartOf({ 'templates/a.yaml': text });
    const help = signatureAt(at.file, offset);
    const [signature] = help?.signatures ?? [];
    const label = signature?.parameters?.[help?.activeParameter ?? 0]?.label;
    return signature && Array.isArray(label) ? signature.label.slice(label[0], label[1]) : undefined;
  };

  it('tell the argument that is typed', () => {
    assert.equal(active('{{ indent ‸ }}'), 'columns int');
    assert.equal(active('{{ indent 2 ‸ }}'), 'text string');
    assert.equal(active('{{ indent 2‸ }}'), 'columns int');
    assert.equal(active('{{ replace "a" (quote .b) ‸'), 'text string');
    assert.equal(active('{{ replace "a" (quote ‸'), 'values any…');
    assert.equal(active('{{ replace $.Values.a.b ‸'), 'new string');
    assert.equal(active('{{ if contains ‸ }}'), 'part string');
    assert.equal(active('{{ $a := ternary 1 ‸ }}'), 'no any');
    assert.equal(active('{{ list 1 2 3 ‸ }}'), 'items any…');
  });

  it('count what is piped in', () => {
    assert.equal(active('{{ .a | replace "a" ‸ }}'), 'new string');
    assert.equal(active('{{ .a | replace "a" "b" ‸ }}'), undefined);
  });

  it('are told of functions alone', () => {
    for (const text of ['{{ .a ‸ }}', '{{ quo‸ }}', 'quote ‸', '{{ none ‸ }}'])
      assert.equal(active(text), undefined, text);
  });
});
