import assert from 'node:assert/strict';
import { lines } from '../yaml/editing';
import { linesFound } from './linting';

const before = [
  'apiVersion: apps/v1',
  'kind: Deployment',
  'metadata:',
  '  name: "web"',
  'spec:',
  '  template:',
  '    spec:',
  '      hostPID: true',
  "      serviceAccountName: 'web'",
];
const behind = [
  '      hostNetwork: true',
  '      containers:',
  '        - name: "web"',
  '          image: "nginx:1.25"',
  '          args: ["-c", "it\'s"]',
  '          securityContext:',
  '            privileged: true',
];
const inContainer = '          ';

/** What is found with some lines typed at the place that an index of the lines gives. */
function foundWith(typed: readonly string[], index: number): string[] {
  const all = [...before, ...behind];
  const text = lines(...all.slice(0, index), ...typed, ...all.slice(index));
  const moved = linesFound(text).filter((found) => !found.startsWith('yaml-syntax'));
  return moved.map((found) => {
    const [rule, line = ''] = found.split(' ');
    return `${rule} ${Number(line) > index ? Number(line) - typed.length : line}`;
  });
}

const everything = ['host-pid 8', 'host-network 10', 'privileged-container 16'];

const halfTyped: Record<string, string> = {
  'a word without its colon': 'dnsPol',
  'two words without a colon': 'dns policy',
  'a quoted word without its colon': '"dnsPolicy"',
  'a key without a space behind its colon': 'dnsPolicy:None',
  'a key with two colons': 'dnsPolicy: None: x',
  'a double quote that is not closed': 'dnsPolicy: "None',
  'a single quote that is not closed': "dnsPolicy: 'None",
  'a quote instead of a key': '"dnsPol',
  'a quoted value with something behind it': 'dnsPolicy: "None" x',
  'a bracket that is not closed': 'tolerations: [a, b',
  'a brace that is not closed': 'affinity: {a: b',
  'a bracket and a quote that are not closed': 'tolerations: ["a',
  'a closing bracket too many': 'tolerations: ]',
  'a closing brace alone': '}',
  'an opening bracket alone': '[',
  'a dash alone': '-',
  'a dash with a word': '- name',
  'several dashes': '- - -',
  'a dash behind a key': 'tolerations: - a',
  'an anchor without a name': 'dnsPolicy: &',
  'an alias without a name': 'dnsPolicy: *',
  'an alias of nothing': '<<: *none',
  'a character that is reserved': 'dnsPolicy: @x',
  'a percent sign': 'dnsPolicy: %',
  'a tag without a value': 'dnsPolicy: !',
  'a question mark': '?',
  'a colon alone': ':',
  'a tab before a key': '\tdnsPolicy: None',
  'an action of a template that is not closed': 'dnsPolicy: {{ .Values.x',
};

describe('with a half-typed line, everything else is still found at its line:', () => {
  for (const [what, typed] of Object.entries(halfTyped)) {
    it(what, () => {
      for (const index of [8, 9, 10]) {
        assert.deepEqual(foundWith([`      ${typed}`], index), everything, `typed before line ${index + 1}`);
      }
      assert.deepEqual(foundWith([inContainer + typed], 14), everything, 'typed into the container');
    });
  }

  it('a word or a quote typed first or last in a mapping', () => {
    for (const typed of ['dnsPol', '"dnsPolicy"', '"dnsPol', "'dnsPol", '-']) {
      assert.deepEqual(foundWith([`      ${typed}`], 7), everything, `${typed} first`);
      assert.deepEqual(foundWith([`            ${typed}`], 15), everything, `${typed} first`);
      assert.deepEqual(foundWith([`            ${typed}`], 16), everything, `${typed} last`);
    }
  });

  it('a line that is indented too much or too little', () => {
    assert.deepEqual(foundWith(['       dnsPolicy: None'], 10), everything);
    assert.deepEqual(foundWith(['         dnsPolicy: None'], 14), everything);
  });

  it('several half-typed lines at a time', () => {
    assert.deepEqual(foundWith(['      dnsPol', '      affinity: {a: b', '      tolerations: "x'], 10), everything);
    const text = lines(...before, '      dnsPol', ...behind.slice(0, 4), `${inContainer}comm`, ...behind.slice(4));
    assert.deepEqual(
      linesFound(text).filter((found) => !found.startsWith('yaml-syntax')),
      ['host-pid 8', 'host-network 11', 'privileged-container 18'],
    );
  });

  it('tabs instead of all indentation', () => {
    const text = lines(...before, ...behind).replace(/^ +/gm, (indent) => '\t'.repeat(indent.length / 2));
    assert.deepEqual(
      linesFound(text).filter((found) => !found.startsWith('yaml-syntax')),
      everything,
    );
  });
});

describe('JSON that is still being typed', () => {
  const json = [
    '{',
    '  "apiVersion": "v1",',
    '  "kind": "Pod",',
    '  "spec": {',
    '    "hostNetwork": true,',
    '    "containers": [',
    '      { "name": "web", "securityContext": { "privileged": true } }',
    '    ]',
    '  }',
    '}',
  ];

  it('keeps what is found around a line without its comma, its value or its quote', () => {
    for (const typed of ['"hostPID": true', '"dnsPolicy":', '"dnsPolicy"', '"dnsPolicy": "', '"dnsPol']) {
      const text = lines(...json.slice(0, 5), `    ${typed}`, ...json.slice(5));
      const found = linesFound(text);
      for (const expected of ['host-network 5', 'privileged-container 8']) {
        assert.ok(found.includes(expected), `${expected} is not found beside ${typed}: ${found.join(', ')}`);
      }
    }
  });
});
