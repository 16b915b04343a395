import assert from 'node:assert/strict';
import { budget, usualLimits } from '../../../../server/rendering/charts/evaluation/budget';
import { keptTexts } from '../../../../server/rendering/charts/evaluation/keptTexts';
import { SharedEntries, sharing } from '../../../../server/rendering/charts/evaluation/sharedEntries';
import { keptChart } from '../../../../server/rendering/charts/keptChart';
import type { Manifest } from '../../../../server/rendering/charts/output/writtenFile';
import { type Rendering, renderChart } from '../../../../server/rendering/charts/renderChart';
import { table, text } from '../../../../server/rendering/charts/values/value';
import { type ChartTexts, renderingOf } from './rendering';
import { assertSameRendering } from './sameRendering';

/**
 * Renders a chart, edits it and renders it again; all must be as if it were rendered anew.
 *
 * @returns the names of the templates whose documents are the very same as before
 */
function keptAfter(texts: ChartTexts, edit: ChartTexts, more: Partial<Rendering>[] = [{}, {}]): string[] {
  const kept = keptChart();
  let before: readonly Manifest[] = [];
  let now: readonly Manifest[] = [];
  for (const [turn, turnTexts] of [texts, { ...texts, ...edit }].entries()) {
    const rendering = renderingOf(turnTexts, more[turn]);
    const result = kept.render(rendering);
    assertSameRendering(result, renderChart(rendering), `turn ${turn}`);
    before = now;
    now = result.state === 'rendered' ? result.documents.manifests : [];
  }
  return now.filter((one) => before.includes(one)).map(({ path }) => path.replace('c/templates/', ''));
}

const values = 'a: 1\nb:\n  c: x\n  d: [1, 2]\n';
const two: ChartTexts = {
  'values.yaml': values,
  'templates/a.yaml': 'kind: A\na: {{ .Values.a }}\n',
  'templates/b.yaml': 'kind: B\nb: {{ .Values.b.c | quote }}\nd: {{ toJson .Values.b.d }}\n',
};

describe('What templates wrote before an edit', () => {
  it('is taken over where another template is edited', () => {
    assert.deepEqual(keptAfter(two, { 'templates/a.yaml': 'kind: A\nnew: 1\n' }), ['b.yaml']);
  });

  it('is taken over where nothing is edited', () => {
    assert.deepEqual(keptAfter(two, {}), ['a.yaml', 'b.yaml']);
  });

  it('is written again where a value that it asks for is another', () => {
    keptAfter(two, { 'values.yaml': values.replace('a: 1', 'a: 2') });
    keptAfter(two, { 'values.yaml': values.replace('2]', '3]') });
  });

  it('has its places in a values file that has moved', () => {
    keptAfter(two, { 'values.yaml': `# more\n${values}` });
    keptAfter(two, { 'values.yaml': values.replace('b:\n', 'b:\n  new: 1\n') });
    keptAfter(two, { 'values.yaml': values.replace('c: x', 'c: xy') });
  });

  it('has its places in a defined template that has moved', () => {
    const helper = '{{ define "n" }}n: {{ .Values.a }}{{ end }}';
    const texts = { ...two, 'templates/_h.tpl': helper, 'templates/c.yaml': 'kind: C\n{{ include "n" . }}\n' };
    keptAfter(texts, { 'templates/_h.tpl': `{{/* more */}}\n${helper}` });
    keptAfter(texts, { 'templates/_h.tpl': helper.replace('n: ', 'name: ') });
    keptAfter(texts, { 'templates/_h.tpl': `${helper}{{ define "n2" }}{{ end }}` });
  });

  it('is written again behind a template that sets something else now', () => {
    const texts = (value: number) => ({
      'values.yaml': 'a: {}\n',
      'templates/a.yaml': 'kind: A\na: {{ .Values.a.set }}\n',
      'templates/b.yaml': `kind: B\n{{ $_ := set .Values.a "set" ${value} }}`,
    });
    assert.deepEqual(keptAfter(texts(1), texts(2)), []);
    assert.deepEqual(keptAfter(texts(1), {}), ['a.yaml']);
  });

  it('is written again where a table that a template has made is shared', () => {
    keptAfter(
      {
        'values.yaml': 'a: 1\n',
        'templates/a.yaml': 'kind: A\na: {{ toJson .Values.made }}\n',
        'templates/b.yaml': 'kind: B\nb: {{ $_ := set .Values.made "k" .Values.a }}\n',
        'templates/c.yaml': 'kind: C\nc: {{ $_ := set .Values "made" (dict) }}\n',
      },
      {},
    );
  });

  it('is written again where what was one table is two', () => {
    const shared = 'kind: B\n{{ $_ := set .Values "d" .Values.b }}';
    keptAfter(
      {
        'values.yaml': 'b: {c: 1}\nd: {c: 1}\n',
        'templates/a.yaml': 'kind: A\nsame: {{ deepEqual .Values.b .Values.d }} {{ .Values.b.c }} {{ .Values.d.c }}\n',
        'templates/b.yaml': shared,
      },
      { 'values.yaml': 'b: {c: 1}\nd: {c: 2}\n', 'templates/b.yaml': 'kind: B\n' },
    );
  });

  it('is written again where a template that it includes is another one, or comes to be there', () => {
    const user = { 'templates/a.yaml': 'kind: A\n{{ include "n" . }}\n' };
    keptAfter(
      { ...user, 'templates/_h.tpl': '{{ define "n" }}a: 1{{ end }}' },
      { 'templates/_a.tpl': '{{ define "n" }}a: 2{{ end }}' },
    );
    keptAfter(
      { 'templates/a.yaml': 'kind: A\n{{ tpl "{{ define \\"n\\" }} {{ end }}{{ include \\"n\\" . }}" . }}\n' },
      { 'templates/_h.tpl': '{{ define "n" }}a: 1{{ end }}' },
    );
  });

  it('is written again where a file that it shows, the release or the versions are others', () => {
    const texts = {
      'notes/a.txt': 'one',
      'templates/a.yaml': 'kind: A\na: {{ .Files.Get "notes/a.txt" }}\n',
      'templates/b.yaml': 'kind: B\nb: {{ .Release.Name }} {{ .Capabilities.KubeVersion.Version }}\n',
    };
    assert.deepEqual(keptAfter(texts, { 'notes/a.txt': 'two' }), ['b.yaml']);
    assert.deepEqual(keptAfter(texts, {}, [{}, { release: 'other' }]), ['a.yaml']);
    assert.deepEqual(keptAfter(texts, {}, [{}, { kubernetesVersion: '1.30' }]), ['a.yaml']);
  });

  it('is written again where keys come, go, or change their order', () => {
    const texts = (list: string) => ({
      'values.yaml': `m: ${list}\n`,
      'templates/a.yaml': 'kind: A\n{{ range $k, $v := .Values.m }}{{ $k }}: {{ $v }}\n{{ end }}',
      'templates/b.yaml':
        'kind: B\nb: {{ if .Values.m }}1{{ end }} {{ len .Values.m }} {{ hasKey .Values.m "b" }} {{ keys .Values.m }}\n',
    });
    for (const list of ['{a: 1, b: 2}', '{b: 1, a: 1}', '{}', '{a: 1}']) keptAfter(texts('{a: 1}'), texts(list));
  });

  it('names the values file of each set', () => {
    const set = (text: string): Partial<Rendering> => ({ values: [{ path: `${text}.yaml`, text }] });
    keptAfter(two, {}, [set('a: 2'), set('a: 3')]);
    keptAfter(two, {}, [set('b: {c: 2}'), set('b: {d: 3}')]);
  });

  it('is not written again where what it asks for comes from elsewhere', () => {
    const texts = keptTexts();
    const limits = budget(usualLimits);
    let count = 0;
    for (const source of ['one', 'other'].map((by) => ({ kind: 'given' as const, by }))) {
      const dot = sharing(texts.recorder)(table(new Map([['a', text('1', source)]])));
      const { entries } = dot;
      assert.ok(entries instanceof SharedEntries);
      const present = { dot: entries, templateNamed: () => undefined };
      const written = texts.written('set', { name: 'a.yaml', present, budget: limits }, () => {
        count++;
        return text('a: 1', entries.get('a')?.source);
      });
      assert.deepEqual(written.text.source, source);
    }
    assert.equal(count, 1);
  });

  it('is refused for too many steps as if it were written', () => {
    const texts = { 'templates/a.yaml': 'kind: A\n{{ range until 60000 }}{{ end }}', 'templates/b.yaml': 'kind: B\n' };
    const more = { 'templates/b.yaml': 'kind: B\n{{ range until 60000 }}{{ end }}' };
    const limits = { limits: { steps: 100_000, output: 1_000_000, depth: 100 } };
    keptAfter(texts, more, [limits, limits]);
  });
});
