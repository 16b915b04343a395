import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { capabilitiesIn, capabilityNames } from '../../../../client/kubectl/run/capabilityMask';
import { explainedAppArmorProfile, explainedProcessStatus } from '../../../../client/kubectl/run/processStatus';

describe('what /proc says of a process', () => {
  it('names the capabilities of a mask', () => {
    assert.deepEqual(capabilitiesIn('0000000000000400'), ['NET_BIND_SERVICE']);
    assert.deepEqual(capabilitiesIn('0000000000000000'), []);
    assert.equal(capabilitiesIn('000001ffffffffff').length, capabilityNames.length);
    assert.deepEqual(capabilitiesIn('0000020000000000'), ['capability 41']);
    // What containerd gives a container by default.
    assert.deepEqual(capabilitiesIn('00000000a80425fb'), [
      ...[
        'CHOWN',
        'DAC_OVERRIDE',
        'FOWNER',
        'FSETID',
        'KILL',
        'SETGID',
        'SETUID',
        'SETPCAP',
        'NET_BIND_SERVICE',
        'NET_RAW',
      ],
      ...['SYS_CHROOT', 'MKNOD', 'AUDIT_WRITE', 'SETFCAP'],
    ]);
  });

  it('says what seccomp mode, privileges and capabilities mean', () => {
    const text =
      'Name:\tx\nCapEff:\t0000000000000000\nCapBnd:\t0000000000000400\nNoNewPrivs:\t1\nSeccomp:\t2\nSeccomp_filters:\t1\n';
    assert.equal(
      explainedProcessStatus(text),
      'Seccomp mode 2, filtered: a seccomp filter decides about each syscall. It can gain no new privileges. ' +
        'Effective capabilities: none. It may gain: NET_BIND_SERVICE.',
    );
    assert.match(explainedProcessStatus('Seccomp:\t0\n') ?? '', /0, disabled/);
    assert.equal(explainedProcessStatus('cat: not found'), undefined);
  });

  it('is understood as this kernel writes it', function () {
    if (!existsSync('/proc/self/status')) this.skip();
    assert.match(
      explainedProcessStatus(readFileSync('/proc/self/status', 'utf8')) ?? '',
      /^Seccomp mode \d.*Effective capabilities: /,
    );
  });

  it('names the AppArmor profile and its mode', () => {
    assert.match(
      explainedAppArmorProfile('cri-containerd.apparmor.d (enforce)\n') ?? '',
      /cri-containerd\.apparmor\.d in enforce mode: .* is denied/,
    );
    assert.match(explainedAppArmorProfile('k8s (complain)\0\n') ?? '', /nothing is denied/);
    assert.equal(explainedAppArmorProfile('unconfined\n'), 'No AppArmor profile confines the process.');
    assert.equal(explainedAppArmorProfile('cat: error'), undefined);
  });
});
