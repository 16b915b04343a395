import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shapedKeys } from '../unit/manifests/secrets/shapedKeys';
import { folderWith, seaworthy } from './seaworthy';

/** In every place a manifest has for it, and beside findings of other rules. */
function manifestWith(secret: string): string {
  const quoted = JSON.stringify(secret);
  const block = secret.trimEnd().split('\n').join('\n    ');
  return `apiVersion: v1
kind: Secret
metadata:
  name: plain
stringData:
  setting: ${quoted}
  file: |
    ${block}
---
apiVersion: v1
kind: Secret
metadata:
  name: encoded
data:
  setting: ${Buffer.from(secret).toString('base64')}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  DB_PASSWORD: ${quoted}
  file: |
    ${block}
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  containers:
    - name: web
      image: nginx
      # DB_PASSWORD: ${JSON.stringify(secret)}
      securityContext: {privileged: true}
      env: [{name: DB_PASSWORD, value: ${quoted}}]
      args: ["--db-password", ${quoted}]
      ports: [{containerPort: 80, hostPort: 80}]
  volumes:
    - {name: host, hostPath: {path: ${/[-_\w]{30}/.test(secret) ? quoted : '/srv'}}}
---
apiVersion: v1
kind: Pod
spec: {containers: [{name: web, env: [{name: DB_PASSWORD, value: ${quoted}}]}], hostPID: true, hostIPC: true}
---
apiVersion: v1
kind: Pod
spec:
  hostNetwork: true
  containers: [{name: web, env: [{name: DB_PASSWORD, value: ${quoted}}]
`;
}

const outputs: readonly (readonly string[])[] = [
  [],
  ['--format', 'json'],
  ['--format', 'sarif'],
  ['--format', 'github'],
  ['--fix', '--diff', '--harden', 'restricted'],
];

/** Eight letters of a secret would be too many. */
function assertUntold(output: string, secret: string): void {
  const lines = secret.split('\n').filter((line) => !/^-----|^$/.test(line));
  for (const line of [...lines, Buffer.from(secret).toString('base64')]) {
    const told = (start: number) => output.includes(line.slice(start, start + 8));
    const start = line.length < 8 ? -1 : [...Array(line.length - 7).keys()].findIndex(told);
    assert.ok(start < 0, `"${line.slice(start, start + 8)}" is told in\n${output.slice(0, 4000)}`);
  }
}

/** What addresses and headers hold beside the secret may be shown. */
const wholeSecrets = Object.entries({ ...shapedKeys, 'a password': 'staple-battery-7' }).filter(
  ([what]) => !/address|connection|account key|webhook|login|bearer/.test(what),
);

describe('secrets in output', function () {
  this.timeout(300_000);

  for (const profile of ['all', 'baseline']) {
    it(`are told in no format, with the rules about secrets ${profile === 'all' ? 'on' : 'off'}`, () => {
      const files = Object.fromEntries(
        wholeSecrets.flatMap(([what, secret]) => {
          const open = manifestWith(secret);
          const name = what.replaceAll(' ', '-');
          // What is open is shown, and left alone by fixes.
          return [
            [`${name}.yaml`, open],
            [`${name}-closed.yaml`, open.replace(/\n$/, '}]\n')],
          ];
        }),
      );
      const folder = folderWith(files);
      for (const output of outputs) {
        const { out, err } = seaworthy(folder, ['lint', '--profile', profile, ...output]);
        assert.match(out, /host/i);
        for (const [, secret] of wholeSecrets) assertUntold(out + err, secret);
      }
    });
  }

  it('are hidden where the finding is another one in the same line', () => {
    const folder = folderWith({
      'pod.yaml':
        'apiVersion: v1\nkind: Pod\nspec: {containers: [{name: web, env: [{name: PASSWORD, value: hunter2}]}], hostPID: true}\n',
    });
    const { out } = seaworthy(folder, ['lint', '--profile', 'baseline']);
    assert.match(out, /value: \*{7}/);
    assert.doesNotMatch(out, /hunter2/);
  });

  it('leave a diff that applies where they stand beside the change', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - name: DB_PASSWORD
          value: hunter2
      image: nginx
      securityContext:
        privileged: true
`;
    const folder = folderWith({ 'pod.yaml': pod });
    const { out } = seaworthy(folder, ['lint', '--profile', 'baseline', '--fix', '--diff', '--harden', 'baseline']);
    assert.doesNotMatch(out, /hunter2/);
    assert.match(out, /^\+ {8}privileged: false$/m);
    const diff = out.slice(out.indexOf('--- '));
    const applied = spawnSync('git', ['apply', '--check', '-'], { cwd: folder, input: diff, encoding: 'utf8' });
    assert.equal(applied.status, 0, `${applied.stderr}\n${diff}`);
  });

  it('leave a diff without the changes that would show them, which are named', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostPID: true
  containers:
    - name: web
      image: nginx
    - {name: db, image: nginx, env: [{name: DB_PASSWORD, value: "hunter22"}], securityContext: {privileged: true}}
`;
    const folder = folderWith({ 'pod.yaml': pod });
    const fix = ['lint', '--profile', 'baseline', '--fix', '--harden', 'baseline'];
    const { out, err } = seaworthy(folder, [...fix, '--diff']);
    assert.doesNotMatch(out + err, /hunter22/);
    assert.match(
      err,
      /^seaworthy: pod\.yaml: the diff leaves out the change at line 10, since it would show a secret/m,
    );
    const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: out, encoding: 'utf8' });
    assert.equal(applied.status, 0, `${applied.stderr}\n${out}`);
    assert.equal(readFileSync(path.join(folder, 'pod.yaml'), 'utf8'), pod.replace('  hostPID: true\n', ''));
  });

  it('are lost by no fix that a SARIF log offers', () => {
    const folder = folderWith({
      'pod.yaml':
        'apiVersion: v1\nkind: Pod\nspec: {containers: [{name: web, env: [{name: PASSWORD, value: hunter2}], securityContext: {privileged: true}}]}\n',
    });
    const { out } = seaworthy(folder, ['lint', '--format', 'sarif', '--profile', 'baseline']);
    assert.doesNotMatch(out, /insertedContent[^}]*\*{3}/);
  });
});
