import assert from 'node:assert/strict';
import { lineOrigins } from '../../../../server/rendering/charts/origins/lineOrigins';
import { trace } from '../../../../server/rendering/charts/origins/trace';
import type { Text } from '../../../../server/rendering/charts/values/value';
import { type ChartTexts, render } from './rendering';

function textOf(texts: ChartTexts, set: readonly string[] = []): Text {
  const rendered = render(texts, { set });
  if (rendered.state === 'refused') assert.fail(rendered.message);
  return rendered.text;
}

/** The places that say the line in which a text stands. */
function placesOf(texts: ChartTexts, part: string, set: readonly string[] = []): readonly string[] {
  return lineOrigins(textOf(texts, set)).find(({ line }) => line.includes(part))?.places ?? [];
}

/** What the characters of a part of the rendered text are copied from, in the files' own words. */
function copied(texts: ChartTexts, part: string): string {
  const text = textOf(texts);
  const start = text.text.indexOf(part);
  const characters = [...part].map((_, index) => {
    const [found] = trace(text.source, start + index).spots;
    return found?.offset === undefined ? '·' : found.spot.file.text[found.offset];
  });
  return characters.join('');
}

const values = 'name: web\ntable:\n  b: [x, "y z"]\n  a: 1\nshout: AbC\nlines: |\n  first\n  second\n';
const chart = (template: string, helpers = ''): ChartTexts => ({
  'values.yaml': values,
  'templates/t.yaml': template,
  'templates/_h.tpl': helpers,
});

describe('Where rendered text comes from', () => {
  it('is the template for its own text and the values file for what is filled in', () => {
    assert.deepEqual(placesOf(chart('kind: {{ .Values.name }}\n'), 'kind'), [
      'templates/t.yaml:1:1',
      'values.yaml:1:7',
    ]);
  });

  for (const [title, template, part, expected] of [
    ['trunc, trim and substr', 'a: {{ .Values.name | trunc 2 }}', 'we', 'we'],
    ['printf', 'a: {{ printf "<%s>" .Values.name }}', '<web>', '<web>'],
    ['quote', 'a: {{ .Values.name | quote }}', '"web"', '·web·'],
    ['replace', 'a: {{ replace "e" "o" .Values.name }}', 'wob', 'wob'],
    ['regular expressions', 'a: {{ regexReplaceAll "(w)e" .Values.name "${1}-" }}', 'w-b', 'w-b'],
    ['indent and nindent', 'a: {{ .Values.name | nindent 2 }}', 'web', 'web'],
    ['join and lists', 'a: {{ join "+" (list .Values.name "z") }}', 'web+z', 'web+z'],
    ['toYaml', 'a: {{ toYaml .Values.table | nindent 2 }}', 'y z', 'y z'],
    ['toJson', 'a: {{ toJson .Values.table }}', '["x","y z"]', '··x···y z··'],
    ['splitList', 'a: {{ index (splitList "e" .Values.name) 1 }}', 'a: b', 'a: b'],
    ['lower', 'a: {{ lower .Values.shout }}', 'abc', '·b·'],
    ['fromYaml of toYaml', 'a: {{ index (fromYaml (toYaml .Values.table)).b 1 }}', 'y z', 'y z'],
    ['default', 'a: {{ default "other" .Values.nope }}', 'other', 'other'],
    ['get, pick and merge', 'a: {{ get (merge (dict) (pick .Values "name")) "name" }}', 'web', 'web'],
  ] as const) {
    it(`is kept through ${title}, character by character`, () => {
      assert.equal(copied(chart(template), part), expected);
    });
  }

  it('is kept through include, with the way there', () => {
    const text = textOf(chart('a: {{ include "n" . | trim }}\n', '{{ define "n" }} {{ .Values.name }}{{ end }}'));
    const { spots, way } = trace(text.source, text.text.indexOf('web'));
    assert.deepEqual(
      spots.map(({ spot }) => spot.file.path),
      ['values.yaml'],
    );
    assert.deepEqual(
      way.map(({ template, start, end }) => template.text.slice(start, end)),
      ['{{ include "n" . | trim }}', '{{ .Values.name }}'],
    );
  });

  it('is the value for what tpl renders, and the action is the way there', () => {
    const texts = { 'values.yaml': 't: "x-{{ .Values.m }}"\nm: 5\n', 'templates/t.yaml': 'a: {{ tpl .Values.t . }}\n' };
    assert.deepEqual(placesOf(texts, 'a: '), ['templates/t.yaml:1:1', 'values.yaml:1:5', 'values.yaml:2:4']);
  });

  it('is each item of a range, and its key', () => {
    const template = '{{ range $k, $v := .Values.table }}\n{{ $k }}: {{ toJson $v }}\n{{ end }}';
    assert.deepEqual(placesOf(chart(template), 'b:'), [
      'values.yaml:3:3',
      'templates/t.yaml:2:9',
      'values.yaml:3:7',
      'values.yaml:3:10',
    ]);
  });

  it('is the file that wins, and what --set says', () => {
    assert.deepEqual(placesOf(chart('a: {{ .Values.name }}'), 'a:', ['name=x']), [
      'templates/t.yaml:1:1',
      '--set name=x',
    ]);
  });

  it('is all that a hash or a calculation was made of', () => {
    assert.deepEqual(placesOf(chart('a: {{ sha256sum (print .Values.name .Values.shout) }}'), 'a:'), [
      'templates/t.yaml:1:1',
      'values.yaml:1:7',
      'values.yaml:5:8',
    ]);
  });

  it('is unknown for what is random or of the day, also behind other functions', () => {
    for (const made of [
      'randAlphaNum 5',
      'now | date "2006"',
      'uuidv4 | b64enc | quote',
      'htpasswd "a" "b" | sha256sum',
    ]) {
      const text = textOf(chart(`a: {{ ${made} }}`));
      assert.ok(trace(text.source, text.text.indexOf('a: ') + 4).isUnknown, made);
    }
  });

  it('survives splitting and sorting', () => {
    const template = 'kind: Zebra\n---\n\nkind: Namespace\nname: {{ .Values.name }}\n';
    assert.equal(copied(chart(template), 'kind: Namespace\nname: web'), 'kind: Namespace\nname: web');
  });

  it('is told of scalars on several lines, line by line', () => {
    const texts = {
      'values.yaml': 't: |\n  one: 1\n  two: {{ .Values.m }}\nm: 5\nq: "a\\tb\n  c"\n',
      'templates/t.yaml': 'a: {{ tpl .Values.t . | nindent 2 }}\nb: "{{ .Values.q }}"\n',
    };
    assert.equal(copied(texts, 'one: 1\n  two: 5'), 'one: 1\n··two: 5');
    assert.equal(copied(texts, 'a\tb c'), 'a·b·c');
    assert.deepEqual(placesOf(texts, 'two: 5'), ['values.yaml:3:3', 'values.yaml:4:4']);
  });

  for (const [title, template, part, expected] of [
    ['a number in the same digits', 'a: {{ .Values.number }}', '1e+06', '·····'],
    ['a number as YAML writes it', 'a: {{ toYaml .Values.number }}', '1000000', '1000000'],
    ['a number that is cast', 'a: {{ .Values.number | int64 }}', '1000000', '1000000'],
    ['a word for true', 'a: {{ .Values.yes }}', 'true', '····'],
    ['a key of which nobody wrote the characters', '{{ (.Files.Glob "f").AsConfig }}', 'f: x', '···x'],
    [
      'a verb for quotes',
      '# {{ printf "%q %5s %.1s %%" .Values.w .Values.w .Values.w }}',
      '"ab"    ab a %',
      '·ab· ···ab a %',
    ],
    ['abbrev', 'a: {{ abbrev 5 .Values.long }}', 'ab...', 'ab···'],
    ['snakecase', 'a: {{ snakecase .Values.camel }}', 'one_two', '·······'],
    ['a table that is written into', 'a: {{ set (dict) "k" .Values.w | toJson }}', '"k":"ab"', '·k···ab·'],
    ['an empty table', 'a: {{ dict | toJson }}', '{}', '··'],
  ] as const) {
    it(`says of ${title} only what stands there`, () => {
      const texts = {
        'values.yaml': 'number: 1000000\nyes: yes\nw: ab\nlong: abcdefgh\ncamel: oneTwo\n',
        'templates/t.yaml': `${template}\n`,
        f: 'x',
      };
      assert.equal(copied(texts, part), expected);
    });
  }

  it('is the call for what it made of nothing', () => {
    assert.deepEqual(placesOf({ 'templates/t.yaml': 'a: {{ toYaml (dict) }}\n' }, 'a:'), [
      'templates/t.yaml:1:1',
      'templates/t.yaml:1:15',
    ]);
  });

  describe('tells which actions kept something out', () => {
    const withoutOf = (template: string, helpers = '') =>
      lineOrigins(textOf(chart(template, helpers))).flatMap(({ line, without }) =>
        without.length > 0 ? [`${line}: ${without.join(' ')}`] : [],
      );

    for (const [title, template, expected] of [
      ['an if', 'a: 1\n{{- if .Values.nope }}\nb: 2\n{{- end }}\nc: 3', ['a: 1: templates/t.yaml:2:1']],
      [
        'the other branch',
        'a: 1\n{{- if .Values.name }}\nb: 2\n{{- else }}\nc: 3\n{{- end }}',
        ['a: 1: templates/t.yaml:2:1'],
      ],
      ['a range over nothing', 'a: 1\n{{- range .Values.nope }}\nb: 2\n{{- end }}', ['a: 1: templates/t.yaml:2:1']],
      ['a value that is not there', 'a: 1\nb: {{ .Values.nope }}\nc: 3', ['b: : templates/t.yaml:2:4']],
      [
        'an include that writes nothing',
        'a: 1\n{{- include "n" . | nindent 0 }}\nb: 2',
        ['a: 1: templates/_h.tpl:1:17'],
      ],
    ] as const) {
      it(title, () => {
        assert.deepEqual(withoutOf(template, '{{ define "n" }}{{ if .Values.nope }}x{{ end }}{{ end }}'), expected);
      });
    }
  });
});
