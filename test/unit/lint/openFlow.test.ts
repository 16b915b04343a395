import assert from 'node:assert/strict';
import { fixEdits } from '../../../server/fixes/applyFixes';
import { rules } from '../../../server/rules/catalogue';
import { foundIn, optionsWith } from './linting';

function podWith(securityContext: string): string {
  return `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      securityContext: ${securityContext}
      image: registry.example.com/b:1.0.0
  hostPID: true
`;
}

describe('a flow collection that nobody has closed yet', () => {
  it('counts as far as it is written, and so does what stands below', () => {
    for (const written of [
      '{privileged: true',
      '{privileged: true,',
      '{privileged: true # c',
      '{runAsNonRoot: true, capabilities: {drop: [ALL], privileged: false}, privileged: true',
      '{runAsNonRoot: true,\n        privileged: true',
      '{privileged: true,\n        capabilities: {add: [SYS_ADMIN',
    ]) {
      const found = foundIn(podWith(written)).map(({ finding }) => finding.rule.id);
      for (const id of ['privileged-container', 'host-pid', 'yaml-syntax'])
        assert.ok(found.includes(id), `${id}: ${written}`);
    }
  });

  it('has its key written a second time by no fix', () => {
    for (const written of ['{', '{privileged: true', '{privileged: true,\n        runAsNonRoot: true']) {
      for (const { finding } of foundIn(podWith(written), optionsWith(rules))) {
        for (const fix of finding.fixes) {
          const texts = (fixEdits(finding, fix) ?? []).map(({ newText }) => newText).join('');
          assert.doesNotMatch(texts, /^ {6}securityContext:/m, `${fix.title}: ${written}`);
        }
      }
    }
  });
});
