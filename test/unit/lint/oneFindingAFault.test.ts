import assert from 'node:assert/strict';
import { hostPathVolume } from '../../../server/rules/baseline/hostPathVolume';
import { runtimeSocketMount } from '../../../server/rules/nodeAccess/runtimeSocketMount';
import { sensitiveHostPath } from '../../../server/rules/nodeAccess/sensitiveHostPath';
import { writableHostPath } from '../../../server/rules/nodeAccess/writableHostPath';
import type { Rule } from '../../../server/rules/rule';
import { unusedIgnore } from '../../../server/rules/silences/unusedIgnore';
import { foundIn, linesFound, optionsWith } from './linting';

const ofHostPaths = [hostPathVolume, runtimeSocketMount, sensitiveHostPath, writableHostPath];

/** A pod with one volume of the node: mounted in line 10, `hostPath` in line 13, its path in line 14. */
const mounted = (path: string, { more = '', comment = '' } = {}) => `apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  containers:
    - name: agent
      image: registry.example.com/agent:1.0
      volumeMounts:
        - {name: node, mountPath: /node${more}}
  volumes:
    - name: node
      hostPath:
        path: ${path}${comment}
`;
const mountedReadOnly = (path: string) => mounted(path, { more: ', readOnly: true' });
const found = (text: string, ...rules: Rule[]) => linesFound(text, optionsWith(rules));

describe('One fault of a volume of the node', () => {
  it('is told by the rule that says most of it', () => {
    assert.deepEqual(found(mounted('/var/run/docker.sock'), ...ofHostPaths), ['runtime-socket-mount 14']);
    assert.deepEqual(found(mounted('/etc/kubernetes'), ...ofHostPaths), ['sensitive-host-path 14']);
    assert.deepEqual(found(mountedReadOnly('/srv/data'), ...ofHostPaths), ['host-path-volume 13']);
    assert.deepEqual(found(mountedReadOnly('{{ .Values.path }}'), ...ofHostPaths), ['host-path-volume 13']);
  });

  it('is told beside another one that is mended by itself', () => {
    assert.deepEqual(found(mounted('/srv/data'), ...ofHostPaths), ['writable-host-path 10', 'host-path-volume 13']);
    assert.deepEqual(found(mounted('/usr/bin'), ...ofHostPaths), ['host-path-volume 13', 'sensitive-host-path 14']);
    assert.deepEqual(found(mountedReadOnly('/usr/bin'), ...ofHostPaths), ['host-path-volume 13']);
  });

  it('is told by the next best rule where that one is switched off', () => {
    const text = mounted('/etc/kubernetes');
    assert.deepEqual(found(text, hostPathVolume, writableHostPath), ['writable-host-path 10', 'host-path-volume 13']);
    assert.deepEqual(found(text, hostPathVolume), ['host-path-volume 13']);
  });

  it('is as bad as the worst that there is to say of it', () => {
    const severityOf = (text: string, ...rules: Rule[]) =>
      foundIn(text, optionsWith(rules)).map(({ finding }) => finding.severity);
    assert.deepEqual(severityOf(mounted('/etc/kubernetes'), ...ofHostPaths), ['error']);
    assert.deepEqual(severityOf(mounted('/etc/kubernetes'), sensitiveHostPath), ['warning']);
  });

  it('is not mixed up with that of another volume', () => {
    const text = `${mounted('/etc/kubernetes')}    - name: data\n      hostPath:\n        path: /srv/data\n`;
    assert.deepEqual(found(text, ...ofHostPaths), ['sensitive-host-path 14', 'host-path-volume 16']);
  });

  it('says that it can be changed, which no rule says beside it', () => {
    const messages = (text: string) => foundIn(text, optionsWith(ofHostPaths)).map(({ finding }) => finding.message);
    assert.match(messages(mounted('/etc'))[0] ?? '', /, and lets it be changed$/);
    assert.doesNotMatch(messages(mountedReadOnly('/etc'))[0] ?? '', /changed/);
  });

  it('stays told under another name where one is silenced, and no silence is left without use', () => {
    const rules = [...ofHostPaths, unusedIgnore];
    const silencing = (rule: string) =>
      mounted('/etc').replace(
        '      hostPath:',
        `      # seaworthy-ignore-next-line ${rule} -- an agent of the node\n      hostPath:`,
      );
    assert.deepEqual(found(silencing('host-path-volume'), ...rules), ['sensitive-host-path 15']);
    const precise = mounted('/etc', { comment: ' # seaworthy-ignore sensitive-host-path -- an agent of the node' });
    assert.deepEqual(found(precise, hostPathVolume, sensitiveHostPath, unusedIgnore), ['host-path-volume 13']);
  });
});
