import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayBeManifest } from '../../../../server/documents/manifest/read/glance';
import { documentObjects } from '../../../../server/lint/readDocument';
import { optionsWith } from '../../lint/linting';

/** The letters of a word in JSON, some of them as escapes. */
const spelled = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((escaped) =>
      [...word]
        .map((letter, index) => (escaped[index] ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter))
        .join(''),
    );
const quoted = (word: string) =>
  fc.oneof(
    spelled(word).map((text) => `"${text}"`),
    fc.constantFrom(word, `'${word}'`),
  );
const space = fc.constantFrom('', ' ', '\n  ', '\t');
const entry = (name: string, value: string) =>
  fc.tuple(quoted(name), fc.constantFrom(': ', ' : ', ':\n '), quoted(value)).map((parts) => parts.join(''));
const pod = fc
  .tuple(space, fc.shuffledSubarray([0, 1, 2], { minLength: 2 }), entry('apiVersion', 'v1'), entry('kind', 'Pod'))
  .map(([gap, order, version, kind]) => {
    const entries = [version, kind, '"spec": {"containers": []}'];
    return `{${gap}${order.map((index) => entries[index]).join(`,${gap}`)}${gap}}`;
  });
const text = fc.oneof(
  pod,
  pod.map((item) => `{"apiVersion": "v1", "kind": "List", "items": [${item}]}`),
  pod.map((item) => `\uFEFF${item}\n`),
  pod.map((item) => `${item}\n${item}`),
  pod.map((item) => item.replace(/"spec": .*\}\}/, '"spec": {{ .Values.spec }}}')),
);

describe('a glance at a file', () => {
  it('passes over no object, in whatever style of JSON it is written', () => {
    let passedOver = 0;
    fc.assert(
      fc.property(text, (written) => {
        if (mayBeManifest(written)) return;
        passedOver++;
        assert.deepEqual(documentObjects({ name: '', text: written }, optionsWith()).subjects, [], written);
      }),
      { numRuns: 2000 },
    );
    assert.ok(passedOver > 0, 'some of the texts lack a key');
  });

  it('tells what can be no manifest, however much of it there is', () => {
    const entries = Array.from({ length: 50_000 }, (_, index) => [
      `node_modules/p${index}`,
      { version: '1', kind: 'a' },
    ]);
    for (const written of [
      '{"name": "web", "version": "1.0.0"}',
      JSON.stringify({ name: 'web', packages: Object.fromEntries(entries) }),
      `root:\n${'  kind: {{ .Values.kind }}\n  title: of an apiVersion\n'.repeat(50_000)}`,
    ]) {
      assert.equal(mayBeManifest(written), false, written.slice(0, 60));
    }
  });

  it('sees a key behind two million letters', () => {
    const written = `{"kind": "Pod", "metadata": {"annotations": {"a": "${'x'.repeat(2_000_000)}"}}, "apiVersion": "v1"}`;
    assert.equal(mayBeManifest(written), true);
    assert.equal(documentObjects({ name: '', text: written }, optionsWith()).subjects.length, 1);
  });
});
