import assert from 'node:assert/strict';
import { labelFacts } from '../../../../server/manifests/facts/labelFacts';
import { labelSelectorFacts } from '../../../../server/manifests/facts/labelSelectorFacts';
import { inSameNamespace } from '../../../../server/manifests/objects/namespace';
import { holdsLabels, isEmpty, selects } from '../../../../server/manifests/relations/labelSelector';
import { type Field, member, rootField } from '../../../../server/yaml/field/field';
import { parseTree } from '../../../../server/yaml/read/tree';
import { maskedText } from '../../../../server/yaml/templates/templates';

function fieldOf(text: string): Field {
  const parsed = parseTree(maskedText(text), 0, text);
  assert.equal(parsed.outcome, 'parsed');
  return rootField(parsed.tree);
}

function answerOf(selector: string, labels: string) {
  const facts = labelSelectorFacts(fieldOf(selector));
  assert.ok(facts);
  return selects(facts, labelFacts(fieldOf(labels)));
}

const labels = 'app: web\ntier: front\nempty:\nchart: {{ .Chart.Name }}\n';

describe('a label selector', () => {
  const answers: readonly (readonly [selector: string, answer: boolean | null])[] = [
    ['{}', true],
    ['matchLabels: {app: web}', true],
    ['matchLabels: {app: web, tier: front}', true],
    ['matchLabels: {app: web, tier: back}', false],
    ['matchLabels: {team: a}', false],
    ['matchLabels: {empty: ""}', true],
    ['matchLabels: {chart: shop}', null],
    ['matchLabels: {chart: shop, tier: back}', false],
    ['matchLabels: {app: "{{ .Values.app }}"}', null],
    ['matchLabels:\n  app: web\n  {{- toYaml .Values.more | nindent 2 }}', null],
    ['matchLabels:\n  app: api\n  {{- toYaml .Values.more | nindent 2 }}', false],
    ['matchExpressions: [{key: app, operator: In, values: [api, web]}]', true],
    ['matchExpressions: [{key: app, operator: In, values: [api]}]', false],
    ['matchExpressions: [{key: app, operator: In, values: [api, "{{ .a }}"]}]', null],
    ['matchExpressions: [{key: app, operator: In, values: [web, "{{ .a }}"]}]', true],
    ['matchExpressions: [{key: team, operator: In, values: ["{{ .a }}"]}]', false],
    ['matchExpressions: [{key: app, operator: NotIn, values: [api]}]', true],
    ['matchExpressions: [{key: app, operator: NotIn, values: [web]}]', false],
    ['matchExpressions: [{key: team, operator: NotIn, values: [web]}]', true],
    ['matchExpressions: [{key: app, operator: Exists}]', true],
    ['matchExpressions: [{key: chart, operator: Exists}]', true],
    ['matchExpressions: [{key: team, operator: Exists}]', false],
    ['matchExpressions: [{key: app, operator: DoesNotExist}]', false],
    ['matchExpressions: [{key: team, operator: DoesNotExist}]', true],
    ['matchExpressions: [{key: "{{ .key }}", operator: Exists}]', null],
    ['matchExpressions: {{ .Values.expressions }}', null],
  ];
  for (const [selector, answer] of answers) {
    it(`answers ${answer} to ${JSON.stringify(selector)}`, () => assert.equal(answerOf(selector, labels), answer));
  }

  it('says nothing of labels that a template may add', () => {
    const open = 'app: web\n{{- toYaml .Values.labels | nindent 0 }}\n';
    assert.equal(answerOf('matchLabels: {team: a}', open), null);
    assert.equal(answerOf('matchLabels: {app: web}', open), true);
    assert.equal(answerOf('matchLabels: {app: api, team: a}', open), false);
    assert.equal(answerOf('matchExpressions: [{key: team, operator: DoesNotExist}]', open), null);
  });
});

describe('a selector of labels alone', () => {
  it('selects whoever has all of them', () => {
    const own = labelFacts(fieldOf(labels));
    assert.equal(holdsLabels(labelFacts(fieldOf('app: web')), own), true);
    assert.equal(holdsLabels(labelFacts(fieldOf('app: web\nteam: a')), own), false);
    assert.equal(holdsLabels(labelFacts(fieldOf('chart: shop')), own), null);
  });

  it('is empty only if nothing can be added to it', () => {
    assert.equal(isEmpty(labelFacts(fieldOf('{}'))), true);
    assert.equal(isEmpty(labelFacts(fieldOf('app: web'))), false);
    assert.equal(isEmpty(labelFacts(member(fieldOf('labels: {{ .Values.labels }}'), 'labels'))), false);
  });
});

describe('the namespace of an object', () => {
  const namespaces: readonly (readonly [string | null | undefined, string | null | undefined, boolean | null])[] = [
    ['shop', 'shop', true],
    ['shop', 'blog', false],
    [undefined, undefined, true],
    [undefined, 'shop', null],
    [null, 'shop', null],
    [null, null, null],
  ];
  for (const [one, other, answer] of namespaces) {
    it(`is the same as another's: ${one} and ${other}: ${answer}`, () => {
      assert.equal(inSameNamespace({ namespace: one }, { namespace: other }), answer);
      assert.equal(inSameNamespace({ namespace: other }, { namespace: one }), answer);
    });
  }
});
