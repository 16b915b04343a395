import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { fingerprintsOfFile } from '../../../server/lint/fingerprints/fingerprints';
import { lint } from '../../../server/lint/lint';
import { rules } from '../../../server/rules/catalogue';
import { optionsWith } from './linting';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: log
      image: log:1
      securityContext:
        capabilities:
          add: [SYS_ADMIN, NET_ADMIN]
    - name: app
      image: app:1
`;

/** The fingerprints of version 2 that the findings of some rules have in a text. */
function fingerprintsIn(text: string, ...ids: readonly string[]): string[] {
  const fingerprintOf = fingerprintsOfFile(2, (hashed) => createHash('sha256').update(hashed).digest('hex'));
  const linted = lint(text, optionsWith(rules));
  return linted.documents
    .flatMap(({ document }) => document.findings.map((finding) => ({ finding, text: document.text })))
    .filter(({ finding }) => ids.includes(finding.rule.id))
    .map(({ finding, text: source }) => fingerprintOf(finding, source))
    .sort();
}

describe('fingerprints of version 2', () => {
  it('stay where a finding about something missing is shown at another place', () => {
    const shownAtContext = pod.replace('app:1\n', 'app:1\n      securityContext: {}\n');
    const ids = ['privilege-escalation', 'read-only-root-filesystem'];
    assert.equal(fingerprintsIn(pod, ...ids).length, 4);
    assert.deepEqual(fingerprintsIn(shownAtContext, ...ids), fingerprintsIn(pod, ...ids));
  });

  it('stay where containers and items change places, and where the object goes into a List', () => {
    const ids = ['privilege-escalation', 'added-capability'];
    const [head = '', log = '', app = ''] = pod.split(/(?= {4}- name)/);
    const turned = head + app + log.replace('SYS_ADMIN, NET_ADMIN', 'NET_ADMIN, SYS_ADMIN');
    assert.equal(fingerprintsIn(pod, ...ids).length, 4);
    assert.deepEqual(fingerprintsIn(turned, ...ids), fingerprintsIn(pod, ...ids));
    const list = `apiVersion: v1\nkind: List\nitems:\n  - ${pod.trimEnd().replaceAll('\n', '\n    ')}\n`;
    assert.deepEqual(fingerprintsIn(list, ...ids), fingerprintsIn(pod, ...ids));
    const inner = pod.trimEnd().replaceAll('\n', '\n    ');
    const template = `apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: {name: shop}\nobjects:\n  - ${inner}\n`;
    assert.deepEqual(fingerprintsIn(template, ...ids), fingerprintsIn(pod, ...ids));
  });

  it('stay where an API version is replaced', () => {
    const job = (version: string) =>
      `apiVersion: batch/${version}\nkind: CronJob\n${pod.slice(pod.indexOf('metadata'))}`;
    const cronJob = (version: string) =>
      job(version).replace('spec:\n', 'spec:\n  jobTemplate: {spec: {template: {spec: {hostPID: true}}}}\n');
    assert.equal(fingerprintsIn(cronJob('v1'), 'host-pid').length, 1);
    assert.deepEqual(fingerprintsIn(cronJob('v1beta1'), 'host-pid'), fingerprintsIn(cronJob('v1'), 'host-pid'));
  });

  it('tell apart objects, namespaces, containers and values', () => {
    const other = [
      pod.replace('name: web', 'name: shop'),
      pod.replace('name: web', 'name: web\n  namespace: shop'),
      pod.replace('name: log', 'name: logs'),
      pod.replace('SYS_ADMIN', 'SYS_TIME'),
    ];
    const before = fingerprintsIn(pod, 'added-capability');
    for (const text of other) assert.notDeepEqual(fingerprintsIn(text, 'added-capability'), before);
    assert.equal(new Set(fingerprintsIn(`${pod}---\n${pod}`, 'added-capability')).size, 4);
  });
});
