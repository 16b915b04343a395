import assert from 'node:assert/strict';
import { renderedPieces } from '../../../../server/rendering/charts/origins/renderedPieces';
import { type ChartTexts, render } from './rendering';

/** The rendered lines, each piece followed by the texts that say it. */
function toldPieces(texts: ChartTexts): string[] {
  const rendered = render(texts);
  if (rendered.state === 'refused') assert.fail(rendered.message);
  const lines = rendered.text.text.split('\n');
  return renderedPieces(rendered.text).flatMap(({ line, character, places }) => {
    const said = places.map(({ file, start, end }) => `${file.path} ${JSON.stringify(file.text.slice(start, end))}`);
    return said.length === 0 ? [] : [`${lines[line]?.slice(character)} ← ${said.join(', ')}`];
  });
}

const values = 'image: web\ntag: "1.2"\nsecurityContext:\n  privileged: true\n';

describe('The pieces of a rendered text', () => {
  it('are the template’s own words and the values, with the actions that wrote them', () => {
    const told = toldPieces({
      'values.yaml': values,
      'templates/t.yaml': 'a: "{{ .Values.image }}:{{ .Values.tag }}" # x\n',
    });
    assert.deepEqual(told, [
      'a: "web:1.2" # x ← templates/t.yaml "a: \\""',
      'web:1.2" # x ← values.yaml "web", templates/t.yaml "{{ .Values.image }}"',
      ':1.2" # x ← templates/t.yaml ":"',
      '1.2" # x ← values.yaml "1.2\\"", templates/t.yaml "{{ .Values.tag }}"',
      '" # x ← templates/t.yaml "\\" # x"',
    ]);
  });

  it('lead through toYaml to the value, and through include to the action in the template', () => {
    const told = toldPieces({
      'values.yaml': values,
      'templates/_h.tpl': '{{ define "n" }}name: x{{ end }}',
      'templates/t.yaml': '{{ include "n" . }}\nb:\n  {{- toYaml .Values.securityContext | nindent 2 }}\n',
    });
    assert.deepEqual(told[0], 'name: x ← templates/_h.tpl "name: x", templates/t.yaml "{{ include \\"n\\" . }}"');
    assert.match(told.join('\n'), /^true ← values.yaml "true", templates\/t.yaml "{{- toYaml/m);
  });

  it('are told of templates with Windows line ends at the same lines', () => {
    const told = toldPieces({
      'values.yaml': 'a: 1\r\nb: two\r\n',
      'templates/t.yaml': 'x: y\r\nb: {{ .Values.b }}\r\n',
    });
    assert.deepEqual(told.slice(1), [
      'b: two ← templates/t.yaml "b: "',
      'two ← values.yaml "two", templates/t.yaml "{{ .Values.b }}"',
    ]);
  });
});
