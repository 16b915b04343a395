import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { blockHighlights } from '../../../../server/editing/chart/template/blockHighlights';
import { coloursOf } from '../../../../server/editing/chart/template/colours';
import { colourTypes } from '../../../../server/editing/chart/template/colourTypes';
import { foldingOf } from '../../../../server/editing/chart/template/folding';
import { type OpenTemplate, openTemplate } from '../../../../server/editing/chart/template/openTemplate';
import { outlineOf } from '../../../../server/editing/chart/template/outline';

function templateOf(text: string): OpenTemplate {
  const document = TextDocument.create('file:///shop/templates/t.yaml', 'yaml', 1, text);
  const open = openTemplate(document, { folder: 'file:///shop', own: 'file:///shop', path: 'templates/t.yaml' });
  assert.ok(open);
  return open;
}

/** Each coloured part with what it is. */
function colours(text: string): string[] {
  const { document, ...template } = templateOf(text);
  const packed = coloursOf({ document, ...template });
  const told: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < packed.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = packed.slice(at, at + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const start = { line, character };
    told.push(`${document.getText({ start, end: { line, character: character + length } })} ${colourTypes[type]}`);
  }
  return told;
}

/** What can be folded, as first and last line, by place. */
function folds(text: string): string[] {
  const ranges = foldingOf(templateOf(text)).sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  return ranges.map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);
}

function outline(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, children = [] }) => [
    `${'  '.repeat(depth)}${name}`,
    ...outline(children, depth + 1),
  ]);
}

const template = `{{- /* What it is,
     in two lines */ -}}
{{- if .Values.on }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "full" . }}
spec:
  {{- with .Values.spec }}
  replicas: 1
  {{- else if .x }}
  replicas: 2
  {{- end }}
  containers:
  - name: web
    image: web
  - name: db
---
kind: Service
metadata:
  labels:
    name: no
  name: "web"
{{- end }}
{{ define "full" }}
web
{{ end }}
`;

describe('The look of a template', () => {
  it('tells what each part of an action is', () => {
    assert.deepEqual(colours('a: {{- $x := default "b" .Values.c | quote -}} d'), [
      '{{- operator',
      '$x variable',
      ':= operator',
      'default function',
      '"b" string',
      '.Values property',
      '.c property',
      '| operator',
      'quote function',
      '-}} operator',
    ]);
    assert.deepEqual(colours('{{ if and true (eq . 1) }}{{ end }}'), [
      '{{ operator',
      'if keyword',
      'and function',
      'true keyword',
      'eq function',
      '. variable',
      '1 number',
      '}} operator',
      '{{ operator',
      'end keyword',
      '}} operator',
    ]);
  });

  it('colours each line of comments and raw strings, with either line end', () => {
    assert.deepEqual(colours('{{/* a\r\n b */}}{{ `x\n\ny` }}'), [
      '{{/* a comment',
      ' b */}} comment',
      '{{ operator',
      '`x string',
      'y` string',
      '}} operator',
    ]);
  });

  it('colours what is half typed as far as it goes', () => {
    assert.deepEqual(colours('a: {{ include "x\nb: {{ .Values.'), [
      '{{ operator',
      'include function',
      '"x string',
      '{{ operator',
      '.Values property',
      '. variable',
    ]);
  });

  it('folds blocks up to what comes next, comments, and the text by its indentation', () => {
    assert.deepEqual(folds(template), [
      '0-1 comment',
      '2-22',
      '5-6',
      '7-16',
      '8-9',
      '10-11',
      '13-16',
      '14-15',
      '19-22',
      '20-21',
      '24-25',
    ]);
  });

  it('folds what lies in a block with what holds the block', () => {
    assert.deepEqual(folds('a:\n  {{- if .x }}\n  b: 1\n  {{- end }}\nc: 2\n'), ['0-3', '1-2']);
  });

  it('folds a block without an end up to the end of the text', () => {
    assert.deepEqual(folds('{{ if .x }}\na: 1\nb: 2'), ['0-2']);
  });

  it('outlines definitions, blocks and the objects that the text names', () => {
    assert.deepEqual(outline(outlineOf(templateOf(template))), [
      'if .Values.on',
      '  Deployment {{ include "full" . }}',
      '    with .Values.spec',
      '  Service web',
      'full',
    ]);
  });

  it('names no object twice, and none that a definition makes', () => {
    assert.deepEqual(outline(outlineOf(templateOf('{{ define "x" }}\nkind: Pod\nmetadata:\n  name: a\n{{ end }}\n'))), [
      'x',
    ]);
  });

  it('shows which keywords belong together', () => {
    const marked = (at: string) => {
      const { document, ...rest } = templateOf(template);
      const found = blockHighlights({ document, ...rest }, template.indexOf(at) + 1);
      return found?.map(({ range }) => `${range.start.line} ${document.getText(range)}`);
    };
    assert.deepEqual(marked('with'), ['8 with', '10 else', '12 end']);
    assert.deepEqual(marked('else'), ['8 with', '10 else', '12 end']);
    assert.deepEqual(marked('define'), ['24 define', '26 end']);
    assert.equal(marked('apiVersion'), undefined);
  });

  it('takes time that grows with the text alone', () => {
    const text = 'a:\n  {{- if .x }}\n  - b: {{ .y }} {{/* c */}}\n  {{- end }}\n'.repeat(5000);
    const open = templateOf(text);
    assert.equal(foldingOf(open).length, 15_000 - 5000);
    assert.equal(coloursOf(open).length % 5, 0);
    assert.equal(outlineOf(open).length, 5000);
  });
});
