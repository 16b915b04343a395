import assert from 'node:assert/strict';
import { seccompProfileAllowsByDefault as rule } from '../../../../server/rules/seccompProfiles/seccompProfileAllowsByDefault';
import { assertMarked, findingsIn } from '../markedManifest';

const linted = { rules: [rule] };

describe('seccomp-profile-allows-by-default', () => {
  it('reports a profile that lists what is forbidden', () => {
    assertMarked(
      `{
  "defaultAction": "SCMP_ACT_ALLOW", # ← seccomp-profile-allows-by-default
  "syscalls": [{ "names": ["ptrace"], "action": "SCMP_ACT_ERRNO" }]
}
`,
      linted,
    );
  });

  it('says so of one that forbids nothing', () => {
    const [found] = findingsIn('{ "defaultAction": "SCMP_ACT_ALLOW" }\n', linted);
    assert.equal(found?.finding.message, 'The profile allows every system call');
  });

  it('tells of one that only takes notes', () => {
    const [found] = findingsIn('{"defaultAction":"SCMP_ACT_LOG","syscalls":[]}\n', linted);
    assert.equal(found?.finding.severity, 'information');
  });

  it('leaves alone a list of what is allowed, and what is no profile', () => {
    for (const text of [
      rule.good,
      '{ "defaultAction": "Allow", "ipRules": [] }\n',
      'defaultAction: SCMP_ACT_ALLOW\nsyscalls: []\n',
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"defaultAction":"SCMP_ACT_ALLOW"}}\n',
    ])
      assert.deepEqual(findingsIn(text, linted), [], text);
  });

  it('is kept quiet by a comment field of the profile, and of nothing else', () => {
    const profile = (comment: string) =>
      `{ "comment": "${comment}", "defaultAction": "SCMP_ACT_ALLOW", "syscalls": [] }\n`;
    assert.deepEqual(
      findingsIn(profile('seaworthy-ignore: seccomp-profile-allows-by-default -- a test rig'), linted),
      [],
    );
    assert.equal(findingsIn(profile('allows all'), linted).length, 1);
  });
});
