import assert from 'node:assert/strict';
import { encodeUtf8 } from '../../../../server/rendering/charts/go/bytes';
import { keptChart } from '../../../../server/rendering/charts/keptChart';
import { lineOrigins } from '../../../../server/rendering/charts/origins/lineOrigins';
import { renderChart } from '../../../../server/rendering/charts/renderChart';
import { type ChartTexts, renderingOf } from './rendering';

/** What a chart that is kept renders of each of these, one after the other, beside what each renders alone. */
function bothOf(...turns: readonly ChartTexts[]) {
  const kept = keptChart();
  const shown = (result: ReturnType<typeof renderChart>) =>
    result.state === 'rendered' ? result.text.text : result.message;
  return turns.map((texts) => {
    const rendering = renderingOf(texts);
    return { kept: shown(kept.render(rendering)), alone: shown(renderChart(rendering)) };
  });
}

function assertSame(...turns: readonly ChartTexts[]): void {
  for (const [turn, { kept, alone }] of bothOf(...turns).entries()) assert.equal(kept, alone, `turn ${turn}`);
}

const template = 'a: {{ .Values.a }}\n';

/** The places that say each line, of a chart that is kept and of one that isn't. */
function originsOf(...turns: readonly ChartTexts[]) {
  const kept = keptChart();
  const origins = (result: ReturnType<typeof renderChart>) =>
    result.state === 'rendered' ? lineOrigins(result.text) : [];
  return turns.map((texts) => {
    const rendering = renderingOf(texts);
    return [origins(kept.render(rendering)), origins(renderChart(rendering))] as const;
  });
}

describe('A chart that is kept', () => {
  for (const [title, before, after] of [
    ['a number that is written otherwise', 'number: 1000000\na: 1\n', 'number: 1e6\na: 1\n'],
    ['a text on several lines that has moved', 'a: |\n  x\n  y\n', '# more\n\na: |\n  x\n  y\n'],
    ['a text that is written on one line', 'a: |\n  x\n  y\n', 'a: "x\\ny\\n"\n'],
  ] as const) {
    it(`leads ${title} to where it stands now`, () => {
      const files = (values: string) => ({
        'values.yaml': values,
        'templates/a.yaml': 'a: {{ toJson .Values.a }}\nb: {{ toJson .Values.number }}\nc: {{ .Values.number }}\n',
      });
      for (const [kept, alone] of originsOf(files(before), files(after), files(before))) assert.deepEqual(kept, alone);
    });
  }

  it('shows what a template says now', () => {
    assertSame(
      { 'values.yaml': 'a: 1\n', 'templates/a.yaml': template },
      { 'values.yaml': 'a: 1\n', 'templates/a.yaml': `${template}b: 2\n` },
    );
  });

  it('shows what the values say now', () => {
    assertSame(
      { 'values.yaml': 'a: 1\n', 'templates/a.yaml': template },
      { 'values.yaml': 'a: 2\n', 'templates/a.yaml': template },
    );
  });

  it('takes over what is set in a table for no later rendering', () => {
    const texts = {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\nannotations: {x: "1"}\n',
      'values.yaml': 'a: {b: 1}\n',
      'templates/a.yaml':
        'a: {{ toJson .Values.a }}\nc: {{ toJson .Chart.Annotations }}\n{{ $_ := set .Values.a "n" (len .Values.a) }}',
    };
    assertSame(texts, texts, texts);
  });

  it('tells charts under two names apart', () => {
    const dependency = (alias: string) => `{name: s, version: 1.0.0, alias: ${alias}}`;
    const texts = {
      'Chart.yaml': `apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies: [${dependency('one')}, ${dependency('two')}]\n`,
      'charts/s/Chart.yaml': 'apiVersion: v2\nname: s\nversion: 1.0.0\n',
      'charts/s/templates/a.yaml': 'a: {{ .Template.Name }} {{ .Chart.Name }}\n',
    };
    assertSame(texts, texts);
  });

  it('is refused for the same reason again, and renders when that is mended', () => {
    const broken = { 'templates/a.yaml': 'a: {{ .Values.a' };
    assertSame(broken, broken, { 'templates/a.yaml': 'a: 1\n' }, broken);
  });

  it('forgets a file that is gone', () => {
    const helper = { 'templates/_a.tpl': '{{ define "a" }}1{{ end }}' };
    const user = { 'templates/a.yaml': 'a: {{ include "a" . }}\n' };
    assertSame({ ...helper, ...user }, user, { ...helper, ...user });
  });

  it('holds values against the schema as it is now', () => {
    const texts = (type: string) => ({
      'values.yaml': 'a: 1\n',
      'values.schema.json': `{"properties": {"a": {"type": "${type}"}}}`,
      'templates/a.yaml': template,
    });
    assertSame(texts('integer'), texts('string'), texts('integer'));
  });

  it('reads a values file again when its text is another', () => {
    const kept = keptChart();
    const files = [
      { path: 'Chart.yaml', bytes: encodeUtf8('apiVersion: v2\nname: c\nversion: 1.0.0\n') },
      { path: 'templates/a.yaml', bytes: encodeUtf8(template) },
    ];
    for (const value of ['1', '2', '2']) {
      const result = kept.render({ ...renderingOf({}), files, values: [{ path: 'v.yaml', text: `a: ${value}\n` }] });
      assert.ok(result.state === 'rendered' && result.text.text.includes(`a: ${value}\n`));
    }
  });
});
