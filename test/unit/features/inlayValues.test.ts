import assert from 'node:assert/strict';
import { inlayValues } from '../../../server/features/charts/inlayValues';
import { type ChartTexts, render } from '../rendering/charts/rendering';

const path = 'templates/t.yaml';

/** The template with the values behind its actions. */
function shown(texts: ChartTexts): string {
  const rendered = render(texts);
  if (rendered.state === 'refused') assert.fail(rendered.message);
  const { text: whole } = rendered;
  const text = texts[path] ?? '';
  const lines = text.split('\n');
  for (const { position, label } of inlayValues({
    rendered: whole,
    path,
    text,
    values: 'values.yaml',
    kinds: [],
  }).reverse()) {
    const line = lines[position.line] ?? '';
    lines[position.line] = `${line.slice(0, position.character)}⟨${String(label)}⟩${line.slice(position.character)}`;
  }
  return lines.join('\n');
}

const values = 'image: web\ntag: "1.2"\nports: [80, 443]\ntable:\n  a: 1\n  b: 2\npassword: kJ8#mm2Lq9\n';

describe('The values beside actions', () => {
  it('are what each of them wrote', () => {
    const template =
      'a: "{{ .Values.image }}:{{ .Values.tag }}"\nb: {{ include "x" . }}\n{{ if false }}c: {{ .Values.tag }}{{ end }}\n';
    assert.equal(
      shown({
        'values.yaml': values,
        [path]: template,
        'templates/_h.tpl': '{{ define "x" }}<{{ .Values.tag }}>{{ end }}',
      }),
      'a: "{{ .Values.image }}⟨= web⟩:{{ .Values.tag }}⟨= 1.2⟩"\nb: {{ include "x" . }}⟨= <1.2>⟩\n{{ if false }}c: {{ .Values.tag }}{{ end }}\n',
    );
  });

  it('are shortened to a line, and counted where there are several', () => {
    const template =
      'a:\n  {{- toYaml .Values.table | nindent 2 }}\n{{- range .Values.ports }}\np{{ . }}: {{ . }}\n{{- end }}\n';
    assert.equal(
      shown({ 'values.yaml': values, [path]: template }),
      'a:\n  {{- toYaml .Values.table | nindent 2 }}⟨= a: 1…⟩\n{{- range .Values.ports }}\np{{ . }}⟨= 80, and 1 more⟩: {{ . }}⟨= 80, and 1 more⟩\n{{- end }}\n',
    );
  });

  it('hide secrets, and leave out what is random', () => {
    const template =
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Values.image }}\nstringData:\n  password: {{ .Values.password }}\n  other: {{ randAlphaNum 8 }}\n';
    assert.match(
      shown({ 'values.yaml': values, [path]: template }),
      /name: \{\{ \.Values\.image \}\}⟨= web⟩\nstringData:\n {2}password: \{\{ \.Values\.password \}\}⟨= \*+⟩\n {2}other: \{\{ randAlphaNum 8 \}\}\n/,
    );
  });
});
