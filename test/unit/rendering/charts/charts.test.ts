import assert from 'node:assert/strict';
import { refusedCharts } from './recorded/refusedCharts';
import { renderedCharts } from './recorded/renderedCharts';
import { render, rendered } from './rendering';

describe('A chart', () => {
  for (const { title, files, set, answer } of renderedCharts) {
    it(`is rendered as helm renders it: ${title}`, () => assert.equal(rendered(files, { set: set ?? [] }), answer));
  }
  for (const { title, files, set, answer } of refusedCharts) {
    it(`is refused with helm's words: ${title}`, () =>
      assert.equal(rendered(files, { set: set ?? [] }).trim(), answer));
  }

  it('ends where it takes too many steps, writes too much or is not wanted any more', () => {
    const endless = { 'templates/x.yaml': '{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}' };
    const steps = rendered(endless, { limits: { steps: 100_000, output: 1 << 20, depth: 100 } });
    assert.equal(steps, 'more than 0.1 million steps were taken');
    assert.equal(rendered(endless, { isCancelled: () => true }), 'rendering was cancelled');
    const long = { 'templates/x.yaml': 'a: {{ range until 9 }}{{ repeat 1000000 "x" }}{{ end }}' };
    assert.equal(
      rendered(long, { limits: { steps: 1e9, output: 1 << 20, depth: 100 } }),
      'more than 1 MB of text were written',
    );
    assert.equal(
      rendered({ 'templates/x.yaml': '{{ repeat 1000000000 "xx" }}' }),
      'more than 16 MB of text were written',
    );
  });

  it('that includes itself without end is refused', () => {
    const loop = {
      'templates/_h.tpl': '{{ define "x" }}{{ include "x" . }}{{ end }}',
      'templates/x.yaml': '{{ include "x" . }}',
    };
    assert.match(rendered(loop), /nested reference name: x|nests too deep/);
  });

  it('that calls a template that is not there is refused with the place of its name', () => {
    const message = rendered({ 'templates/x.yaml': 'a:\n  {{- template "no" . }}\n' });
    assert.equal(message.split('\n')[0], 'c/templates/x.yaml:2:15');
  });

  it('tells the action that is to blame', () => {
    const helpers = '{{ define "x" }}\n  {{ .a.b.c }}{{ end }}';
    const result = render({
      'templates/_h.tpl': helpers,
      'templates/x.yaml': 'b: {{ include "x" (dict "a" (dict)) }}\n',
    });
    assert.ok(result.state === 'refused' && result.place);
    const { file, start, end } = result.place;
    assert.equal(file.path, 'templates/_h.tpl');
    assert.equal(file.text.slice(start, end), '.a.b.c');
  });
});
