import assert from 'node:assert/strict';
import { usualLimits } from '../../../../server/rendering/charts/evaluation/budget';
import type { Rendering } from '../../../../server/rendering/charts/renderChart';
import { type ChartTexts, render, rendered } from './rendering';

/** Why a chart is refused, and the text of the place that is to blame. */
function refusalOf(texts: ChartTexts, more: Partial<Rendering> = {}): readonly [reason: string, place: string] {
  const result = render(texts, more);
  assert.ok(result.state === 'refused', 'it is rendered');
  const { place } = result;
  return [result.reason, place ? `${place.file.path}: ${place.file.text.slice(place.start, place.end)}` : ''];
}

const deep = (count: number, open: string, close: string) => open.repeat(count) + close.repeat(count);
/** A table that holds another one twice, which holds another one twice, and so on. */
const doubled = '{{ $d := dict "a" 1 }}{{ range until 40 }}{{ $d = dict "x" $d "y" $d }}{{ end }}';

/** A template that includes itself so often, in some way. */
const nested = (count: number, call: string): ChartTexts => ({
  'templates/_h.tpl': `{{ define "n" }}{{ if gt (int .n) 1 }}${call.replace('DOWN', '(dict "n" (sub .n 1) "t" .t)')}{{ end }}x{{ end }}`,
  'templates/t.yaml': `a: {{ include "n" (dict "n" ${count} "t" .Template) | len }}\n`,
});

describe('A chart that takes too much', () => {
  it('is refused after so many steps, at the action that was one too many', () => {
    const texts = {
      'templates/t.yaml': 'a: 1\n{{ range until 1000 }}{{ range until 1000 }}{{ print 1 }}{{ end }}{{ end }}',
    };
    const limits = { ...usualLimits, steps: 1_000_000 };
    assert.deepEqual(refusalOf(texts, { limits }), [
      'More than 1 million steps were taken',
      'templates/t.yaml: until 1000',
    ]);
  });

  it('is refused for more text than there may be, at the action that made it', () => {
    const texts = { 'templates/t.yaml': 'a: {{ repeat 17000000 "x" }}' };
    const expected = ['More than 16 MB of text were written', 'templates/t.yaml: repeat 17000000 "x"'];
    assert.deepEqual(refusalOf(texts), expected);
  });

  for (const [title, call] of [
    ['include', '{{ include "n" DOWN }}'],
    ['include with more behind it', '{{ include "n" DOWN | trim | nindent 0 }}'],
    [
      'include in parentheses and branches',
      '{{ with . }}{{ range list 1 }}{{ with $ }}{{ $x := (include "n" DOWN) | trim }}{{ $x }}{{ end }}{{ end }}{{ end }}',
    ],
    ['include in a condition', '{{ if include "n" DOWN }}y{{ end }}'],
    ['template', '{{ template "n" DOWN }}'],
  ] as const) {
    it(`may call ${title} 1,000 deep`, () => {
      assert.doesNotMatch(rendered(nested(1000, call)), /deep|nested|error/);
    });
  }

  it('may include a template in itself 1,001 times, and is refused in the words of helm after that', () => {
    const call = '{{ include "n" DOWN }}';
    assert.match(rendered(nested(1001, call)), /a: 1001/);
    assert.match(
      rendered(nested(1002, call)),
      /rendering template has a nested reference name: n: unable to execute template/,
    );
    const [reason, place] = refusalOf(nested(1002, call));
    assert.equal(reason, 'The template "n" includes itself more than 1,000 times.');
    assert.match(place, /^templates\/_h\.tpl: include "n"/);
  });

  for (const [title, texts] of [
    [
      'templates that include each other',
      {
        'templates/t.yaml':
          '{{ define "r" }}{{ include "s" . }}{{ end }}{{ define "s" }}{{ include "r" . }}{{ end }}{{ include "r" . }}',
      },
    ],
    [
      'template that calls itself',
      { 'templates/t.yaml': '{{ define "r" }}{{ template "r" . }}{{ end }}{{ template "r" . }}' },
    ],
    [
      'tpl of a text that calls tpl',
      { 'values.yaml': 't: "{{ tpl .Values.t . }}"\n', 'templates/t.yaml': '{{ tpl .Values.t . }}' },
    ],
  ] as const) {
    it(`is refused for ${title} without end`, () => {
      assert.equal(refusalOf(texts)[0], 'Templates are called more than 1,000 deep in each other');
    });
  }

  it('is refused where includes lie too deep in the arguments of other calls', () => {
    const [reason, place] = refusalOf(nested(1000, '{{ printf "%s" (include "n" DOWN) }}'));
    assert.equal(reason, 'Templates or values lie too deep in each other');
    assert.match(place, /^templates\/_h\.tpl: /);
  });

  for (const [title, texts, expected] of [
    ['lists in lists', { 'values.yaml': `a: ${deep(100_000, '[', ']')}` }, /no YAML: exceeded max depth/],
    ['lists that never end', { 'values.yaml': `a: ${'['.repeat(100_000)}` }, /no YAML: exceeded max depth/],
    ['tables in tables', { 'values.yaml': `a: ${'{a: '.repeat(100_000)}` }, /no YAML: exceeded max depth/],
    ['dashes behind dashes', { 'values.yaml': '- '.repeat(100_000) }, /no YAML: exceeded max depth/],
    [
      'lists in lists of what is rendered',
      { 'templates/t.yaml': `a: ${'['.repeat(100_000)}` },
      /no YAML: exceeded max depth/,
    ],
    ['lists in lists of JSON', { 'templates/t.yaml': '{{ mustFromJson (repeat 100000 "[") }}' }, /exceeded max depth/],
    ['lists in lists of TOML', { 'templates/t.yaml': '{{ print "a = " (repeat 100000 "[") | fromToml }}' }, /too deep/],
    ['a schema of schemas that double', { 'values.schema.json': doubling() }, /500,000 steps/],
    [
      'a schema that is itself',
      { 'values.schema.json': '{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/a"}}}' },
      /refers to itself/,
    ],
    ['a schema', { 'values.schema.json': '['.repeat(100_000) }, /exceeded max depth/],
    ['parentheses', { 'templates/t.yaml': `{{ ${deep(100_000, '(', ')')} }}` }, /expression depth exceeded/],
    ['branches', { 'templates/t.yaml': deep(10_000, '{{ if 1 }}', '{{ end }}') }, /too deep/],
    ['aliases of aliases', { 'values.yaml': bomb() }, /excessive aliasing/],
    [
      'a table that holds itself',
      { 'templates/t.yaml': '{{ $d := dict }}{{ $_ := set $d "a" $d }}{{ $d }}' },
      /holds itself/,
    ],
    [
      'a table that is written twice, and twice, and twice',
      { 'templates/t.yaml': `${doubled}{{ toYaml $d }}` },
      /20 million steps/,
    ],
    [
      'a table that is printed twice, and twice, and twice',
      { 'templates/t.yaml': `${doubled}{{ $d }}` },
      /20 million steps/,
    ],
    [
      'a table that is copied twice, and twice, and twice',
      { 'templates/t.yaml': `${doubled}{{ $e := deepCopy $d }}` },
      /20 million steps/,
    ],
    [
      'a text that is doubled',
      { 'templates/t.yaml': '{{ $s := "x" }}{{ range until 40 }}{{ $s = print $s $s }}{{ end }}' },
      /16 MB/,
    ],
    ['quotes around quotes', { 'templates/t.yaml': `{{ "\\\\" ${'| quote '.repeat(60)} }}` }, /16 MB/],
    ['a list without end', { 'templates/t.yaml': '{{ until 2000000000 }}' }, /20 million steps/],
    [
      'a text in too many parts',
      { 'templates/t.yaml': '{{ splitList "" (repeat 10000000 "x") }}' },
      /20 million steps/,
    ],
    ['what is no UTF-8', { 'values.yaml': 'a: \udcff' }, /invalid leading UTF-8 octet/],
    ['what is no UTF-8 in a template', { 'templates/t.yaml': 'a: \udcff' }, /invalid leading UTF-8 octet/],
  ] as const) {
    it(`is refused for ${title}`, () => {
      assert.match(refusalOf(texts)[0], expected);
    });
  }

  it('may hold numbers of any size', () => {
    const texts = {
      'values.yaml': `a: ${'9'.repeat(100_000)}\n`,
      'templates/t.yaml': 'a: {{ mulf 1e308 1e308 }}{{ .Values.a | len }}\n',
    };
    assert.match(rendered(texts), /a: \+Inf100000/);
  });
});

function bomb(): string {
  const names = [...'abcdefghij'];
  const lines = names
    .slice(1)
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${names[index]}`).join(',')}]`);
  return `a: &a [x,x,x,x,x,x,x,x,x]\n${lines.join('\n')}\n`;
}

/** A schema that is made of another one twice, which is made of another one twice, and so on. */
function doubling(): string {
  const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
  const definitions = names.map((name, index) => {
    const next = { $ref: `#/$defs/${names[index + 1] ?? 'end'}` };
    return [name, { allOf: [next, next] }];
  });
  return JSON.stringify({ $ref: '#/$defs/s0', $defs: { ...Object.fromEntries(definitions), end: {} } });
}
