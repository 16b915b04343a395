import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHalfTyped } from '../../../../../server/rendering/charts/language/halfTyped/parseHalfTyped';
import { isEmpty, parseTemplate } from '../../../../../server/rendering/charts/language/parser';
import type { Parsed } from '../../../../../server/rendering/charts/language/tree';
import { writtenNode } from '../../../../../server/rendering/charts/language/written';

const folder = path.resolve('../shared/charts');

function templatesBelow(at: string): string[] {
  return readdirSync(at, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\/templates(?:\/|$)/.test(entry.parentPath))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Of definitions of one name the one that counts, as Go takes it. */
function counting(templates: readonly Parsed[]): Map<string, Parsed> {
  const found = new Map<string, Parsed>();
  for (const parsed of templates) {
    const before = found.get(parsed.name);
    if (!before || isEmpty(before.nodes)) found.set(parsed.name, parsed);
  }
  return found;
}

function assertSame(text: string) {
  const strict = parseTemplate('t', text, () => true);
  assert.equal(strict.error, undefined);
  assert.deepEqual(counting(parseHalfTyped('t', text).templates), counting(strict.templates));
}

/** The file's own nodes as they would be written, in order. */
function nodes(text: string): string[] {
  const own = parseHalfTyped('t', text).templates.at(-1);
  return (own?.nodes ?? []).map(writtenNode);
}

describe('a half-typed template', () => {
  it('is read as Go reads it once it is valid', () => {
    for (const text of [
      'a {{- .b }} {{ .c.d -}}\n e {{/* f */}} g {{- /* h */ -}} i',
      '{{ if eq .a "b" }}1{{ else if .c }}2{{ else }}3{{ end }}',
      '{{ with $x := .a }}{{ $x.y }}{{ else with .b }}{{ . }}{{ else }}-{{ end }}',
      '{{ range $i, $e := .list }}{{ if $i }}{{ continue }}{{ end }}{{ break }}{{ else }}none{{ end }}',
      '{{ define "a" }}{{ .x }}{{ end }}{{ template "a" . }}{{ template "b" }}{{ block "c" .d }}{{ .e }}{{ end }}',
      '{{ (index .a 1).b.c | default `raw {{` | printf "%s\\n" \'x\' 1.5 0x1F nil true }}',
      '{{ $a := 1 }}{{ $a = 2 }}{{ $.Values.x }}{{ $a }}',
      '{{\n  include "a" (dict\n "b" .c)\n}}',
    ])
      assertSame(text);
  });

  it('is read as Go reads it in all templates of real charts', function () {
    if (!existsSync(folder)) this.skip();
    const files = templatesBelow(folder);
    assert.ok(files.length > 1000);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      if (parseTemplate('t', text, () => true).error === undefined) assertSame(text);
    }
  });

  it('keeps what is whole where an action is not closed', () => {
    assert.deepEqual(nodes('a: {{ .Values.\nb: {{ .c }}\n'), ['a: ', '{{.Values.}}', '\nb: ', '{{.c}}', '\n']);
    assert.deepEqual(nodes('a: {{ include "b\nc: {{ .d }}'), ['a: ', '{{include "b}}', '\nc: ', '{{.d}}']);
    assert.deepEqual(nodes('{{ include "b }} {{ .c }}'), ['{{include "b}}', ' ', '{{.c}}']);
    assert.deepEqual(nodes('{{ .a\r\n{{ .b }}'), ['{{.a}}', '\r\n', '{{.b}}']);
    assert.deepEqual(nodes('{{/* never ended\n{{ .b }}'), ['\n', '{{.b}}']);
  });

  it('keeps the name before a dot that nothing follows yet', () => {
    assert.deepEqual(nodes('{{ .Values.a. }}{{ $. }}{{ (.b). }}{{ $x.y. }}'), [
      '{{.Values.a.}}',
      '{{$.}}',
      '{{(.b).}}',
      '{{$x.y.}}',
    ]);
  });

  it('leaves out what makes no sense, and keeps the rest of the action', () => {
    assert.deepEqual(nodes('{{ .a-b | quote }}'), ['{{.a | quote}}']);
    assert.deepEqual(nodes('{{ .a | | quote | }}'), ['{{.a | quote}}']);
    assert.deepEqual(nodes('{{ ) (.a ; quote }}'), ['{{(.a quote)}}']);
    assert.deepEqual(nodes('{{ }}{{ , }}'), ['{{}}', '{{}}']);
  });

  it('ends what has no end where a definition begins or the text ends', () => {
    const { templates } = parseHalfTyped('t', '{{ define "a" }}{{ if .x }}{{ .y }}\n{{ define "b" }}{{ .z }}');
    assert.deepEqual(
      templates.map(({ name, nodes }) => [name, nodes.map(writtenNode)]),
      [
        ['a', ['{{if .x}}']],
        ['b', ['{{.z}}']],
        ['t', []],
      ],
    );
    assert.deepEqual(nodes('{{ end }}{{ else }}{{ .a }}{{ end }}'), ['{{.a}}']);
  });

  it('can be deep, long and broken in every action', () => {
    const started = process.cpuUsage();
    for (const text of [
      '{{ if .a }}'.repeat(20_000),
      '{{ if .a }}{{ else '.repeat(20_000),
      '{{ (((((((((('.repeat(20_000),
      `{{ ${'('.repeat(50_000)}`,
      '{{ `'.repeat(20_001),
      '{{/* '.repeat(50_000),
      '{{ "a\n'.repeat(50_000),
      `${'{{ $a.b. '.repeat(30_000)}}}`,
      `{{ ${'.a-'.repeat(50_000)} }}`,
      `{{ ${'.a | '.repeat(50_000)} }}`,
    ])
      parseHalfTyped('t', text);
    assert.ok(process.cpuUsage(started).user < 10_000_000);
  });

  it('is never too broken: every prefix of a template is read, and what stood before it is kept', () => {
    const text =
      '{{- define "a" -}}\n{{ with .Values.b }}x: {{ .c | default (include "d" $) | quote }}\n{{- end }}{{ end }}\n' +
      '{{ range $k, $v := .Values.e }}{{ $k }}: {{ `raw` }}{{/* f */}}{{ else if }}{{ end }}\n';
    for (let end = 0; end <= text.length; end++) parseHalfTyped('t', text.slice(0, end));
    for (let start = 0; start < text.length; start++) {
      for (const length of [1, 2, 5, 17]) parseHalfTyped('t', text.slice(0, start) + text.slice(start + length));
    }
  });

  it('is read at every prefix of real templates', function () {
    if (!existsSync(folder)) this.skip();
    const files = templatesBelow(folder).filter((_, index) => index % 150 === 0);
    for (const file of files) {
      const text = readFileSync(file, 'utf8').slice(0, 4000);
      const whole = parseHalfTyped('t', text).actions;
      for (let end = 0; end < text.length; end += 1) {
        const { actions } = parseHalfTyped('t', text.slice(0, end));
        const before = whole.filter((action) => action.isClosed && action.end <= end);
        // The last one may be taken for more than it is while its string isn't closed.
        assert.deepEqual(actions.slice(0, before.length), before, `${file} up to ${end}`);
      }
    }
  });
});
