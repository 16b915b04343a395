import assert from 'node:assert/strict';
import { remove, set } from '../../../../server/yaml/write/edits';
import { edited, lines } from '../editing';

describe('edits of flow collections', () => {
  it('replace, add and remove on one line', () => {
    assert.equal(edited('a: {b: true, c: x} # c\n', set(['a', 'b'], false)), 'a: {b: false, c: x} # c\n');
    assert.equal(edited('a: {b: true}\n', set(['a', 'c', 'd'], ['x'])), 'a: {b: true, c: {d: [x]}}\n');
    assert.equal(edited('a: [x, y, z]\n', remove(['a', 1])), 'a: [x, z]\n');
    assert.equal(edited('a: [x, y, z]\n', remove(['a', 0])), 'a: [y, z]\n');
    assert.equal(edited('a: [x, y, z]\n', remove(['a', 1]), remove(['a', 2])), 'a: [x]\n');
    assert.equal(edited('a: [x, y, z]\n', remove(['a', 0]), remove(['a', 2]), set(['a', 3], 'w')), 'a: [y, w]\n');
    assert.equal(edited('a: { b: 1 }\nc: 2\n', remove(['a', 'b'])), 'c: 2\n');
    assert.equal(edited('a: [{b: 1, c: 2}, {b: 3}]\n', remove(['a', 0, 'b']), remove(['a', 1, 'b'])), 'a: [{c: 2}]\n');
    assert.equal(edited('a: ["# x", y]\n', set(['a', 0], 'z')), 'a: ["z", y]\n');
    assert.equal(edited('a: {b: []}\n', set(['a', 'b', 0], 'z')), 'a: {b: [z]}\n');
  });

  it('keep the lines that a collection is spread over', () => {
    const text = lines('a: {', '  b: 1,', '  c: 2', '}', 'd: [', '  x, # x', '  y', ']');
    assert.equal(
      edited(text, set(['a', 'b'], 3), set(['a', 'e'], 4)),
      lines('a: {', '  b: 3,', '  c: 2,', '  e: 4', '}', 'd: [', '  x, # x', '  y', ']'),
    );
    assert.equal(edited(text, remove(['a', 'c'])), lines('a: {', '  b: 1', '}', 'd: [', '  x, # x', '  y', ']'));
  });

  it('are refused where a comment would go with them, or be left behind', () => {
    assert.equal(edited(lines('a: {', '    # why', '    b: 1,', '    c: 2', '  }'), remove(['a', 'b'])), undefined);
    assert.equal(edited(lines('d: [', '  x, # about x', '  y', ']'), remove(['d', 0])), undefined);
    assert.equal(edited(lines('d: [', '  x, # about x', '  y', ']'), remove(['d', 1])), undefined);
  });
});

describe('edits of JSON', () => {
  const pod = lines(
    '{',
    '  "kind": "Pod",',
    '  "spec": {',
    '    "hostNetwork": true,',
    '    "securityContext": {},',
    '    "containers": [',
    '      { "name": "web" }',
    '    ]',
    '  }',
    '}',
  );

  it('keep its layout and its quotes', () => {
    assert.equal(edited(pod, remove(['spec', 'hostNetwork'])), pod.replace('"hostNetwork": true,\n    ', ''));
    assert.equal(edited(pod, set(['spec', 'hostNetwork'], false)), pod.replace('true', 'false'));
    assert.equal(
      edited(pod, set(['spec', 'securityContext', 'seccompProfile'], { type: 'RuntimeDefault' })),
      pod.replace('{},', '{"seccompProfile": {"type": "RuntimeDefault"}},'),
    );
    assert.equal(
      edited(pod, set(['spec', 'hostUsers'], false)),
      pod.replace('    ]\n', '    ],\n    "hostUsers": false\n'),
    );
    const tabbed = pod.replace(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2));
    assert.equal(
      edited(tabbed, set(['spec', 'hostUsers'], false)),
      tabbed.replace('\t\t]\n', '\t\t],\n\t\t"hostUsers": false\n'),
    );
    assert.equal(edited(pod, set(['kind'], 'on')), pod.replace('Pod', 'on'));
    assert.equal(
      edited(pod, set(['spec', 'containers', 0, 'securityContext', 'privileged'], false)),
      pod.replace('"web"', '"web", "securityContext": {"privileged": false}'),
    );
  });

  it('give JSON again, compact or with the line ends of Windows', () => {
    const windows = pod.replace(/\n/g, '\r\n');
    for (const text of [windows, JSON.stringify(JSON.parse(pod)), JSON.stringify(JSON.parse(pod), undefined, '\t')]) {
      const result = edited(text, remove(['spec', 'hostNetwork']), set(['spec', 'list'], ['a', { b: null }]));
      const { hostNetwork, ...spec } = JSON.parse(pod).spec;
      assert.equal(hostNetwork, true);
      assert.deepEqual(JSON.parse(result ?? ''), { kind: 'Pod', spec: { ...spec, list: ['a', { b: null }] } });
    }
  });
});

describe('edits near anchors and aliases', () => {
  it('are refused where they would change other places too', () => {
    const text = lines('base: &base', '  a: 1', 'use: *base', 'flag: &flag true', 'more: *flag', 'end: 1');
    assert.equal(edited(text, set(['use', 'a'], 2)), undefined);
    assert.equal(edited(text, set(['base', 'a'], 2)), undefined);
    assert.equal(edited(text, set(['base', 'b'], 2)), undefined);
    assert.equal(edited(text, remove(['base'])), undefined);
    assert.equal(edited(text, set(['flag'], false)), undefined);
    assert.equal(edited(text, remove(['flag'])), undefined);
    assert.equal(edited('a:\n  b: &b 1\nc: *b\n', remove(['a', 'b'])), undefined);
    assert.equal(edited('a:\n  b: &b 1\nc: *b\n', remove(['a'])), undefined);
  });

  it('may replace or remove an alias, and go on beside it', () => {
    const text = lines('base: &base', '  a: 1', 'use: *base', 'end: 1');
    assert.equal(edited(text, remove(['use'])), lines('base: &base', '  a: 1', 'end: 1'));
    assert.equal(edited(text, set(['other'], 2)), `${text}other: 2\n`);
    assert.equal(edited(text, set(['use'], 2)), text.replace('*base', '2'));
  });

  it('may touch an anchor that nothing refers to', () => {
    assert.equal(edited('a: &a true\nb: 1\n', set(['a'], false)), 'a: &a false\nb: 1\n');
    assert.equal(edited('a: &a\n  b: 1\n', set(['a', 'c'], 2)), 'a: &a\n  b: 1\n  c: 2\n');
    assert.equal(edited('a: &a true\nb: 1\n', remove(['a'])), 'b: 1\n');
  });

  it('write over what a merge key brings, and leave what it merges', () => {
    const text = lines('base: &base', '  privileged: true', 'own:', '  <<: *base', '  a: 1');
    assert.equal(edited(text, set(['own', 'privileged'], false)), `${text}  privileged: false\n`);
    assert.equal(edited(text, remove(['own', 'a'])), lines('base: &base', '  privileged: true', 'own:', '  <<: *base'));
    assert.equal(edited(text, remove(['own', 'privileged'])), undefined);
  });
});

describe('edits near templates', () => {
  it('change literals beside them', () => {
    const text = lines('spec:', '  a: {{ .Values.a }}', '  hostNetwork: true # {c}', '  b: {{ .Values.b | quote }}');
    assert.equal(
      edited(text, remove(['spec', 'hostNetwork'])),
      lines('spec:', '  a: {{ .Values.a }}', '  b: {{ .Values.b | quote }}'),
    );
    assert.equal(edited(text, set(['spec', 'hostNetwork'], false)), text.replace('true', 'false'));
    assert.equal(edited('a: [{{ .a }}, x, "{{ .b }}"]\n', remove(['a', 1])), 'a: [{{ .a }}, "{{ .b }}"]\n');
  });

  it('are refused where they would change what a template writes', () => {
    assert.equal(edited('a: {{ .a }}\nb: 1\n', set(['a'], 1)), undefined);
    assert.equal(edited('a: {{ .a }}\nb: 1\n', remove(['a'])), undefined);
    assert.equal(edited('a: 1 {{/* why */}}\nb: 1\n', remove(['a'])), undefined);
    assert.equal(edited('a:\n  {{- toYaml .a | nindent 2 }}\nb: 1\n', set(['a'], 1)), undefined);
    assert.equal(edited('a:\n  x: 1\n  {{- if .c }}\n  y: 2\n  {{- end }}\nb: 1\n', remove(['a'])), undefined);
  });

  it('stay inside of the branch that holds what they change', () => {
    const text = lines('spec:', '  {{- if .a }}', '  hostPID: true', '  hostIPC: true', '  {{- end }}', '  b: 1');
    assert.equal(edited(text, remove(['spec', 'hostIPC'])), text.replace('  hostIPC: true\n', ''));
    assert.equal(edited(text, set(['spec', 'hostPID'], false)), text.replace('hostPID: true', 'hostPID: false'));
    assert.equal(edited(text, set(['spec', 'c'], 1)), `${text}  c: 1\n`);
  });

  it('add nothing to what a template may already have added to', () => {
    const text = lines('spec:', '  a: 1', '  {{- include "more" . | nindent 2 }}');
    assert.equal(edited(text, set(['spec', 'b'], 2)), undefined);
    assert.equal(edited(`${text}end: 1\n`, remove(['spec'])), undefined);
    assert.equal(edited('a:\n  {{- toYaml .a | nindent 2 }}\nb: 1\n', remove(['a'])), undefined);
    assert.equal(edited('a:\n- b: 1\n  {{- toYaml .a | nindent 2 }}\n- c\n', remove(['a', 0])), undefined);
  });
});

describe('edits of keys that are written twice', () => {
  it('are refused, since the other one would come to count', () => {
    assert.equal(edited('a: 1\na: 2\nb: 3\n', remove(['a'])), undefined);
  });
});
