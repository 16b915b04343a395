import assert from 'node:assert/strict';
import { type ChartTexts, render } from './rendering';

interface Expected {
  readonly reason: string;
  /** The file that is to blame, and the part of its text. */
  readonly at: readonly [path: string, text: string] | undefined;
}

function check(texts: ChartTexts, { reason, at }: Expected): void {
  const result = render(texts);
  assert.ok(result.state === 'refused', 'it is rendered');
  const { place } = result;
  const found = place && [place.file.path, place.file.text.slice(place.start, place.end)];
  assert.deepEqual({ reason: result.reason, at: found }, { reason, at });
}

const file = 'templates/t.yaml';

describe('Why a chart is not rendered is told in plain words, at what is to blame', () => {
  for (const [template, reason, blamed] of [
    [
      'a: {{ .Values.a.b }}',
      '".Values.a" has no value, so that "b" can\'t be read of it. Set it in the values, or ask for it first with "if" or "with".',
      '.Values.a.b',
    ],
    ['a: {{ .Values.word.b }}', '"b" can\'t be read of a value that is no table.', '.Values.word.b'],
    [
      'a: {{ .Release.Nope.x }}',
      '".Release.Nope" has no value, so that "x" can\'t be read of it. Set it in the values, or ask for it first with "if" or "with".',
      '.Release.Nope.x',
    ],
    ['a: {{ include "no" . }}', 'No file of the chart defines a template "no".', 'include "no" .'],
    ['a: {{ template "no" . }}', 'No file of the chart defines a template "no".', '{{ template "no" . }}'],
    ['a: 1\nb: {{ nope 1 }}', 'Helm\'s templates have no function "nope".', 'b: {{ nope 1 }}'],
    ['a: {{ $x }}', 'No variable $x is declared here.', 'a: {{ $x }}'],
    [
      'a: {{ required "Set the name" .Values.nope }}',
      'The chart requires a value here: Set the name',
      'required "Set the name" .Values.nope',
    ],
    ['a: {{ fail "No such mode" }}', 'The chart refuses to be rendered: No such mode', 'fail "No such mode"'],
    ['a: {{ upper 1 }}', '1 stands where a text has to be.', '1'],
    [
      'a: {{ upper .Values.number }}',
      'This has to be a text, and is a number with decimals (as all numbers of values files are).',
      '.Values.number',
    ],
    ['a: {{ upper .Values.nope }}', 'This has to be a text, and is nothing.', '.Values.nope'],
    ['a: {{ trunc 1 2 3 }}', '"trunc" takes 2 arguments, and is given 3.', 'trunc'],
    [
      'a: {{ eq .Values.number 1 }}',
      "A number with decimals (as all numbers of values files are) can't be compared with a whole number.",
      'eq .Values.number 1',
    ],
    ['a: {{ index .Values.list 7 }}', '"index" fails: index out of range: 7', 'index .Values.list 7'],
    ['{{ range .Values.word }}{{ end }}', '"range" goes over lists, tables and counts; this is web.', '.Values.word'],
    [
      'a: {{ tpl "{{ .b.c }}" . }}',
      '".b" has no value, so that "c" can\'t be read of it. Set it in the values, or ask for it first with "if" or "with".',
      '.b.c',
    ],
    ['a: {{ tpl "{{ if }}" . }}', 'Missing value for if', '}'],
    ['a: {{ if }}', 'Missing value for if', 'a: {{ if }}'],
    [
      'a: b: {{ .Values.word }}',
      'What is written here is no YAML: mapping values are not allowed in this context.',
      'a: b: {{ .Values.word }}',
    ],
    ['metadata:\n  name:\n    x: 1', '"metadata.name" has to be a text, and is a table.', 'x: 1'],
    ['- a\n- b', 'This has to be a table of keys and values, and is a list.', '- a'],
  ] as const) {
    it(template, () => {
      const texts = { 'values.yaml': 'word: web\nnumber: 1\nlist: [1]\n', [file]: template };
      check(texts, { reason, at: [file, blamed] });
    });
  }

  it('in what includes are made of, where it lies innermost', () => {
    const helpers = '{{ define "n" }}\n{{- range .list }}{{ .x.y }}{{ end }}{{ end }}';
    check(
      { 'templates/_h.tpl': helpers, [file]: 'a: {{ include "n" (dict "list" (list (dict))) | upper }}' },
      {
        reason:
          '".x" has no value, so that "y" can\'t be read of it. Set it in the values, or ask for it first with "if" or "with".',
        at: ['templates/_h.tpl', '.x.y'],
      },
    );
  });

  for (const [title, texts, reason, at] of [
    [
      'YAML that a value breaks',
      { 'values.yaml': 'v: "x: y"\n', [file]: 'a: b\nc: {{ .Values.v }}\n' },
      'What is written here is no YAML: mapping values are not allowed in this context.',
      [file, '{{ .Values.v }}'],
    ],
    [
      'YAML that an include breaks',
      { 'templates/_h.tpl': '{{ define "n" }}\nx: y: z\n{{ end }}', [file]: 'a:\n{{ include "n" . | indent 2 }}\n' },
      'What is written here is no YAML: mapping values are not allowed in this context.',
      ['templates/_h.tpl', 'x: y: z'],
    ],
    [
      'a template in a value',
      { 'values.yaml': 'v: "{{ .b.c }}"\n', [file]: 'a: {{ tpl .Values.v . }}\n' },
      '".b" has no value, so that "c" can\'t be read of it. Set it in the values, or ask for it first with "if" or "with".',
      ['values.yaml', '.b.c'],
    ],
    [
      'a values file',
      { 'values.yaml': 'a: 1\nb: [\nc: 2\n' },
      "This is no YAML: did not find expected ',' or ']'.",
      ['values.yaml', 'c: 2'],
    ],
    [
      'a values file that is a list',
      { 'values.yaml': '- 1\n' },
      'This has to be a table of keys and values, and is a list.',
      ['values.yaml', '- 1'],
    ],
    [
      'a dependency that is not there',
      { 'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies:\n  - name: db\n    version: 1.0.0\n' },
      'Dependencies of the chart are not in its folder "charts": db. "helm dependency build" gets them.',
      ['Chart.yaml', 'name: db\n    version: 1.0.0'],
    ],
    [
      'a version of Kubernetes',
      { 'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\nkubeVersion: ">=9.0.0"\n' },
      'The chart asks for Kubernetes >=9.0.0, and is rendered for v1.35.0.',
      ['Chart.yaml', '">=9.0.0"'],
    ],
    [
      'a value that its schema refuses',
      {
        'values.yaml': 'a: 1\nb: {c: x}\n',
        'values.schema.json': '{"properties":{"b":{"properties":{"c":{"type":"number"}}}}}',
      },
      "The values break the schema of the chart: c:\n- at '/b/c': got string, want number",
      ['values.yaml', 'x'],
    ],
  ] as const) {
    it(title, () => check(texts, { reason, at }));
  }
});
