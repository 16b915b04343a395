import assert from 'node:assert/strict';
import { type LintedText, lint } from '../../../server/lint/lint';
import type { LintOptions } from '../../../server/lint/lintOptions';
import type { Rule } from '../../../server/rules/rule';
import { member } from '../../../server/yaml/field/field';
import { optionsWith } from './linting';

/** Reports every ConfigMap of which no pod of the file has the name. */
function countingRule() {
  const judged: string[] = [];
  const rule: Rule = {
    id: 'config-map-without-pod',
    title: 'Have a pod for every ConfigMap',
    severity: 'warning',
    profile: 'all',
    standards: [],
    why: '',
    remedy: '',
    links: [{ title: '', url: 'https://example.com' }],
    bad: '',
    good: '',
    looksAt: 'object',
    kinds: ['/ConfigMap'],
    among: ['workloads'],
    *checkAmong({ root }, { objects }) {
      const own = objects.find(({ range, kind }) => kind === 'ConfigMap' && range.start > 0);
      judged.push(root.tree.source);
      const pods = objects.filter(({ pod }) => pod);
      if (pods.some(({ name }) => name === own?.name)) return;
      yield {
        at: member(root, 'kind'),
        message: 'No pod has its name',
        related: pods.map((object) => ({ object, message: 'This one has not' })),
      };
    },
  };
  return { rule, judged };
}

const pod = (name: string, image = 'a') => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
    - name: a
      image: ${image}
`;
const configMap = `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
`;

describe('a rule about several objects', () => {
  function fresh(): { options: LintOptions; judged: string[] } {
    const { rule, judged } = countingRule();
    return { options: optionsWith([rule]), judged };
  }

  const found = ({ documents }: LintedText) => documents.map(({ document }) => document.findings.length);

  it('sees the objects of all documents of the file, before and behind', () => {
    const { options } = fresh();
    assert.deepEqual(found(lint(`${configMap}---\n${pod('web')}`, options)), [0, 0]);
    assert.deepEqual(found(lint(`${pod('web')}---\n${configMap}`, options)), [0, 0]);
    assert.deepEqual(found(lint(`${pod('api')}---\n${configMap}`, options)), [0, 1]);
  });

  it('sees the items of Lists', () => {
    const { options } = fresh();
    const list = `{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"containers": []}}]}\n`;
    assert.deepEqual(found(lint(`${configMap}---\n${list}`, options)), [0, 0]);
  });

  it('judges anew when a fact elsewhere changes, and only then', () => {
    const { options, judged } = fresh();
    let linted = lint(`${configMap}---\n${pod('web')}`, options);
    assert.equal(judged.length, 1);
    linted = lint(`${configMap}---\n${pod('web', 'another')}`, options, linted);
    assert.equal(judged.length, 1, 'an image is no fact that counts here');
    linted = lint(`# above\n${configMap}---\n${pod('web', 'another')}`, options, linted);
    assert.equal(judged.length, 2, 'the document itself changed');
    linted = lint(`# above\n${configMap}---\n${pod('api', 'another')}`, options, linted);
    assert.equal(judged.length, 3);
    assert.deepEqual(found(linted), [1, 0]);
    linted = lint(`# above\n${configMap}---\n${pod('api')}---\n${pod('web')}`, options, linted);
    assert.deepEqual(found(linted), [0, 0, 0], 'another document came');
  });

  it('names the other objects it is about by their place among all objects of the file', () => {
    const { options } = fresh();
    const linted = lint(`${pod('a')}---\n${configMap}---\n${pod('b')}`, options);
    const [finding] = linted.documents[1]?.document.findings ?? [];
    assert.deepEqual(finding?.related, [
      { index: 0, message: 'This one has not' },
      { index: 2, message: 'This one has not' },
    ]);
  });
});
