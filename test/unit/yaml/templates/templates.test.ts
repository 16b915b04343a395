import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeholder } from '../../../../server/yaml/parsing/placeholder';
import { maskedText } from '../../../../server/yaml/templates/templates';
import { linesFound } from '../../lint/linting';
import { lines } from '../editing';

/** A pod with some lines in its spec, `hostNetwork: true` on the line behind them. */
function podWith(...spec: readonly string[]): string {
  return lines('apiVersion: v1', 'kind: Pod', 'spec:', ...spec, '  hostNetwork: true', '  containers: []');
}

const templated: Record<string, readonly string[]> = {
  'a value': ['  a: {{ .Values.a }}', '  b: {{ .Values.b }}:{{ .Values.c }} # {{ .Values.d }}'],
  'part of a value': [
    '  image: {{ .repository }}:v{{ .tag }}',
    '  c: "x {{ "y" }}: {{ .z }}"',
    "  d: '{{ .x | quote }}'",
  ],
  'a key': ['  {{ .key }}: a', '  {{ .key }}-b: {{ .value }}', '  "{{ .key }}": c'],
  'braces in strings': ['  a: {{ printf "}}" }}', '  b: {{ printf `}} "` }}', '  c: {{ "\\"}}" }}'],
  'a quote as a character': ["  a: {{ split '\"' .x }}", '  b: {{ "y" }}'],
  'a raw string of two lines': ['  a: {{ `', '    }} {{ ` }}'],
  'a comment with braces': ['  a: b {{/* }} {{ */}}', '  {{- /* }}', '  }} */ -}}'],
  'an action of several lines': ['  a: {{ include "x" (dict', '      "a" 1', '      "b" 2) }}'],
  'lines that an action of several lines writes': ['  {{- include "x" (dict', '    "a" 1) | nindent 2 }}'],
  assignments: ['  {{- $x := .Values.x }}', '  {{- $x = 1 -}}', '  {{ $i, $y := 1 }}'],
  'two actions on a line': [
    '  {{ include "a" . }}{{ include "b" . }}',
    '  {{ if a }}{{ if b }}',
    '  x: 1',
    '  {{ end }}{{ end }}',
  ],
  'a block below a key': ['  a: {{- toYaml .a | nindent 4 }}', '  b:', '    {{- toYaml .b | nindent 4 }}'],
  'a block from column 0': ['  a:', '{{ toYaml .a | indent 4 }}', '  b: |-', '{{ .Files.Get "b" | indent 4 }}'],
  'items of a list': ['  a:', '  - {{ .a }}', '  - {{- include "b" . | nindent 4 }}', '  - c: {{ .c }}'],
  'a condition': ['  {{- if and .a (eq .b "}}") }}', '  a: b', '  {{- end }}'],
  'a condition around a value': ['  a: {{ if .a -}}', '    x', '  {{- end }}'],
  'a choice on one line': ['  a: {{ if .a }}1{{ else }}2{{ end }}', '  {{ if .b }}dnsPolicy: None{{ end }}'],
  'a key by choice': ['  {{ if .a }}b{{ else }}c{{ end }}: true'],
  'control lines in a block scalar': [
    '  a: |',
    '    {{- if .a }}',
    '    b',
    '    {{- else }}',
    '    c',
    '    {{- end }}',
  ],
  'control lines at column 0': [
    '  a: |',
    '{{ if .a }}',
    '    b',
    '{{ end }}',
    '{{- with .b }}',
    '  b: c',
    '{{- end }}',
  ],
  loops: ['  a:', '  {{- range $k, $v := .a }}', '    {{ $k }}: {{ $v }}', '  {{- end }}'],
  'flow collections': ['  a: {x: {{ .x }}, y: [{{ .y }}, z], {{ .k }}: {{ .v }}}'],
  'an action that is still being typed': ['  a: {{ .Values.x', '  b: {{ .Values.y }}'],
  'an action without anything in it yet': ['  a: {{'],
  'a string that is still being typed': ['  a: {{ "x', '  b: {{ .y }}'],
  'a raw string that is still being typed': ['  a: {{ `x'],
  'an end too many and a branch that never ends': ['  {{- end }}', '  {{- if .a }}'],
};

describe('a literal near a template', () => {
  for (const [what, spec] of Object.entries(templated)) {
    it(`is found at its line beside ${what}`, () => {
      const text = podWith(...spec);
      assert.deepEqual(linesFound(text), [`host-network ${4 + spec.length}`]);
      assert.deepEqual(linesFound(text.replace(/\n/g, '\r\n')), [`host-network ${4 + spec.length}`]);
    });
  }

  it('is found in every branch of if, else if and else, of with and of range', () => {
    const text = podWith(
      ...['  {{- if .a }}', '  hostPID: true', '  {{- else if .b }}', '  hostPID: true', '  {{- else }}'],
      ...['  hostPID: true', '  {{- end }}', '  {{- with .c }}', '  hostIPC: true', '  {{- else }}', '  hostIPC: true'],
      ...['  {{- end }}', '  {{- range .d }}', '  x: 1', '  {{- else }}', '  hostUsers: 1', '  {{- end }}'],
    );
    assert.deepEqual(linesFound(text), [
      ...['host-pid 5', 'host-pid 7', 'host-pid 9', 'host-ipc 12', 'host-ipc 14'],
      'host-network 21',
    ]);
  });

  it('is found in branches inside of branches, of a list and of whole documents', () => {
    const text = podWith(
      ...['  {{- if .a }}', '  {{- if .b }}', '  hostPID: true', '  {{- else }}', '  hostIPC: true', '  {{- end }}'],
      ...['  {{- else }}', '  hostPID: true', '  {{- end }}'],
    );
    assert.deepEqual(linesFound(text), ['host-pid 6', 'host-ipc 8', 'host-pid 11', 'host-network 13']);
    const pod = podWith();
    assert.deepEqual(linesFound(`{{- if .a }}\n${pod}{{- else }}\n${pod}{{- end }}\n`), [
      'host-network 5',
      'host-network 11',
    ]);
    assert.deepEqual(linesFound(`{{- range .all }}\n---\n${pod}{{- end }}\n`), ['host-network 6']);
    assert.deepEqual(linesFound(`{{- define "pod" -}}\n${pod}{{- end -}}\n{{- define "b" }}\na: b\n{{ end }}\n`), [
      'host-network 5',
    ]);
  });

  it('is found in objects whose version or kind a template writes', () => {
    for (const head of [
      'apiVersion: {{ .v }}\nkind: Pod',
      'apiVersion: v1\nkind: {{ .k }}',
      '{{ include "v" . }}\nkind: Pod',
    ]) {
      assert.deepEqual(linesFound(`${head}\nspec:\n  hostNetwork: true\n  containers: []\n`), ['host-network 4'], head);
    }
  });

  it('is not found where it is commented out', () => {
    assert.deepEqual(linesFound(podWith('  {{- /*', '  hostPID: true', '  */}}')), ['host-network 7']);
  });
});

describe('masking templates', () => {
  it('turns values into placeholders, lines into comments and control into empty space', () => {
    const { variants, gaps } = maskedText('a: {{ .a }}\n{{- if .b }}\nb: c\n{{- end }}\n  {{ include "d" . }}\n');
    const [masked = ''] = variants;
    assert.equal(masked.slice(0, 12), `a: ${placeholder.repeat(8)}\n`);
    assert.equal(masked.slice(12, 24).trim(), '');
    assert.match(masked, /\nb: c\n/);
    assert.deepEqual(gaps, [{ offset: 43, end: 62, column: 2 }]);
    assert.equal(masked.slice(41, 44), '  #');
  });

  it('knows the column of what is written from indent and nindent', () => {
    const columns = (text: string) => maskedText(text).gaps.map(({ column }) => column);
    assert.deepEqual(columns('{{ a | indent 4 }}\n'), [4]);
    assert.deepEqual(columns('  {{- a | nindent 8 -}}\n'), [8]);
    assert.deepEqual(columns('a: {{- b | nindent 2 }} # c\n'), [2]);
    assert.deepEqual(columns('a: {{ b | indent 2 | quote }}x\n'), []);
    assert.deepEqual(columns('   {{ a }}\n'), [3]);
  });

  it('gives as many variants as the longest choice has branches, and no more than eight', () => {
    const choice = (count: number) =>
      `${Array.from({ length: count }, (_, index) => `{{ ${index > 0 ? 'else if' : 'if'} .v${index} }}\na: 0\n`).join('')}{{ end }}\n`;
    assert.equal(maskedText('a: {{ .a }}\n').variants.length, 1);
    assert.equal(maskedText(choice(2) + choice(3)).variants.length, 3);
    assert.equal(maskedText(choice(20)).variants.length, 8);
  });

  it('keeps every offset and what no action touches, whatever is written', () => {
    const part = fc.constantFrom(
      ...['{{', '}}', '{{-', '-}}', ' if .a ', ' else ', ' end ', 'a: ', 'b', '\n', '\r\n', '"', '`', '/*', '*/', '  '],
      ...['{{ .x }}', '{{- if .x }}', '{{- end }}', '{{ else }}', '{{/* c */}}', '- ', '| nindent 4 ', ':=', '$x'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        const { variants, gaps } = maskedText(text);
        for (const masked of variants) {
          assert.equal(masked.length, text.length);
          assert.ok(!masked.includes('{{'), 'an action is left');
          for (const [index, unit] of [...masked].entries()) {
            const isFiller = unit === placeholder || unit === ' ' || unit === '\n' || unit === '#';
            assert.ok(isFiller || unit === text.charAt(index), `${unit} stands where ${text.charAt(index)} stood`);
          }
          for (const index of text.matchAll(/\n/g)) assert.match(masked.charAt(index.index), /\s/);
        }
        for (const { offset } of gaps) assert.equal(text.slice(offset, offset + 2), '{{');
      }),
      { numRuns: 500 },
    );
  });
});
