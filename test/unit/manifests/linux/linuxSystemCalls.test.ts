import assert from 'node:assert/strict';
import {
  isRefusedByDefault,
  systemCallNames,
  whatSystemCallDoes,
} from '../../../../server/manifests/linux/systemCalls/linuxSystemCalls';
import { linuxSystemCalls } from '../../../snippets/linuxSystemCalls';

describe('the table of system calls', () => {
  it('has every system call of Linux on x86-64, and no other', () => {
    assert.deepEqual(systemCallNames, [...linuxSystemCalls].sort());
  });

  it('says in a line what each does', () => {
    for (const name of systemCallNames) assert.match(whatSystemCallDoes(name) ?? '', /^[A-Z].{4,108}[^.]$/, name);
  });

  it('knows those that runtimes refuse, all of them system calls', () => {
    assert.ok(isRefusedByDefault('mount') && !isRefusedByDefault('read') && !isRefusedByDefault('ptrace'));
    assert.equal(systemCallNames.filter(isRefusedByDefault).length, 61);
  });
});
