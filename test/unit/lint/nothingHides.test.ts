import assert from 'node:assert/strict';
import { linesFound } from './linting';

const pod = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  hostPID: true
  containers: [{name: a, image: "registry.example.com/a:1.0.0"}]
`;

function assertFound(text: string, line: number): void {
  assert.ok(linesFound(text).includes(`host-pid ${line}`), text);
}

describe('in a manifest that is no template', () => {
  it('no comment hides what stands below by an action that it opens', () => {
    for (const [opening, closing] of [
      ['{{/*', '*/}}'],
      ['{{- /*', '*/ -}}'],
      ['{{ x', '}}'],
      ['{{ `', '` }}'],
      ['{{ define "x" }}', '{{ end }}'],
    ]) {
      assertFound(`# ${opening}\n${pod}# ${closing}\n`, 6);
      assertFound(pod.replace('  hostPID: true\n', `  # ${opening}\n  hostPID: true\n  # ${closing}\n`), 6);
    }
    const branches = Array.from({ length: 12 }, (_, index) => `  # {{ else if .${index} }}\n`).join('');
    assertFound(
      pod.replace('  hostPID: true\n', `  # {{ if .a }}\n${branches}  hostPID: true\n${branches}  # {{ end }}\n`),
      18,
    );
  });

  it('no string hides what stands below', () => {
    const text = pod.replace('  hostPID: true\n', '  hostname: "{{/*"\n  hostPID: true\n  subdomain: "*/}}"\n');
    assertFound(text, 6);
  });

  it('a comment with an action that writes lines hides nothing that is missing', () => {
    const text = pod.replace('  hostPID: true\n', '  # x: {{ "" | nindent 2 }}\n');
    assert.deepEqual(linesFound(text), linesFound(text.replace('{{ "" | nindent 2 }}', '')));
  });

  it('no private-use character does', () => {
    assertFound(pod.replace('name: web', 'name: "\uE000"'), 5);
    assertFound(pod.replace('  hostPID', '  "\uE000": a\n  hostPID'), 6);
    const image = (name: string) =>
      linesFound(pod.replace('image: "registry.example.com/a:1.0.0"', `image: "${name}"`));
    assert.deepEqual(image('a\uE000'), image('aé'));
    assert.deepEqual(image('a\\ue000'), image('aé'));
  });

  it('keys may be written with escapes, and as binary text', () => {
    for (const spelt of [
      '"\\u0061piVersion"',
      '"\\x61piVersion"',
      '"apiVersi\\U0000006Fn"',
      '? "api\\\n  Version"\n',
      '!!binary YXBpVmVyc2lvbg==',
    ]) {
      const text = pod.replace('apiVersion', spelt);
      assertFound(text, 5 + (text.split('\n').length - pod.split('\n').length));
    }
    assertFound(pod.replace('kind', '"\\u006bind"').replace('apiVersion', '"\\u0061piVersion"'), 5);
    assertFound(pod.replace('hostPID', '"host\\u0050ID"'), 5);
  });
});

describe('in a template', () => {
  it('comments of the template stay hidden, and so do the actions on several lines', () => {
    const hidden = '{{- /*\napiVersion: v1\nkind: Pod\nspec: {hostPID: true}\n*/}}\n';
    assert.deepEqual(linesFound(`${hidden}apiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ .a }}}\n`), []);
    const value = pod.replace('hostPID: true', 'hostPID: {{ include "x"\n    (dict "a" .b) }}');
    assert.ok(!linesFound(value).some((found) => found.startsWith('host-pid')));
  });
});
