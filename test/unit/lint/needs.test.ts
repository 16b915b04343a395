import assert from 'node:assert/strict';
import { lint } from '../../../server/lint/lint';
import { hostNetwork } from '../../../server/rules/baseline/hostNetwork';
import { rules } from '../../../server/rules/catalogue';
import type { Rule } from '../../../server/rules/rule';
import { keysOf } from '../../../server/yaml/field/keysOf';
import { treeOf } from '../yaml/editing';
import { linesFound, optionsWith } from './linting';

const pod = (line: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${line}
  containers:
    - name: web
      image: registry.example.com/web:1.0
`;

/** The same rules, asked of every document. */
const needless = rules.map((rule): Rule => ('needs' in rule ? { ...rule, needs: ['apiVersion'] } : rule));

describe('the keys that a rule needs', () => {
  it('are those of all mappings, in lists, in flow style, behind anchors and quotes', () => {
    const tree = treeOf('a: {b: [{c: 1}]}\nd:\n  - "e": &x {f: 1}\n  - g: *x\n');
    assert.deepEqual([...keysOf(tree)].sort(), ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('decide whether it is asked', () => {
    const asked: string[] = [];
    const spied: Rule = {
      ...hostNetwork,
      looksAt: 'pod spec',
      needs: ['hostNetwork', 'hostPID'],
      check: ({ object }) => {
        asked.push(object.kind ?? '');
        return [];
      },
    };
    for (const line of ['  hostIPC: true', '  hostPID: false', '  # hostNetwork: true']) {
      lint(pod(line), optionsWith([spied]));
    }
    assert.deepEqual(asked, ['Pod']);
  });

  it('are never those without which it would still find something', () => {
    for (const { id, bad, good } of rules) {
      for (const text of [bad, good]) {
        assert.deepEqual(linesFound(text, optionsWith(rules)), linesFound(text, optionsWith(needless)), `by ${id}`);
      }
    }
  });
});
