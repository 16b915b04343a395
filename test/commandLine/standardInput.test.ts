import assert from 'node:assert/strict';
import { atBaseline, folderWith, hardenedPod, riskyPod, seaworthy } from './seaworthy';

describe('standard input', function () {
  this.timeout(30_000);

  it('is linted for the path -', () => {
    const { code, out } = seaworthy(folderWith({}), ['lint', ...atBaseline, '-'], { input: riskyPod });
    assert.equal(code, 1);
    assert.match(out, /^<stdin>:6:16: error\[host-network\]: /);
  });

  it('is asked to be YAML', () => {
    const { code, out } = seaworthy(folderWith({}), ['lint', '-'], { input: 'a: [\n' });
    assert.equal(code, 1);
    assert.match(out, /error\[yaml-syntax\]/);
  });

  it('follows the configuration of the name that it is given', () => {
    const folder = folderWith({
      'deploy/.seaworthy.yaml':
        'profile: baseline\noverrides:\n  - files: ["legacy/**"]\n    rules:\n      host-network: hint\n',
    });
    const args = ['lint', '--format', 'github', '--stdin-filename', 'deploy/legacy/pod.yaml', '-'];
    const { out } = seaworthy(folder, args, { input: riskyPod });
    assert.match(out, /^::notice file=deploy\/legacy\/pod\.yaml,line=6,/);
  });

  it('is linted beside files', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod });
    const { out } = seaworthy(folder, ['lint', ...atBaseline, 'pod.yaml', '-'], { input: riskyPod });
    assert.match(out, /<stdin>:6:16/);
    assert.match(out, /^pod\.yaml:6:16/m);
  });

  it('is printed fixed, with what is left to be said on standard error', () => {
    const args = ['lint', ...atBaseline, '--fix', '--harden', 'baseline', '-'];
    const { code, out, err } = seaworthy(folderWith({}), args, { input: riskyPod });
    assert.deepEqual({ code, out }, { code: 0, out: hardenedPod });
    assert.equal(err, 'Fixed 2 findings in 1 file; no findings in 1 file\n');
  });

  it('is printed as it is if there is nothing to fix, or if it is excluded', () => {
    const folder = folderWith({ '.seaworthy.yaml': 'exclude: ["pod.yaml"]\n' });
    const fix = ['lint', ...atBaseline, '--fix', '-'];
    assert.equal(seaworthy(folder, fix, { input: riskyPod }).out, riskyPod);
    const excluded = seaworthy(folder, [...fix, '--harden', 'baseline', '--stdin-filename', 'pod.yaml'], {
      input: riskyPod,
    });
    assert.equal(excluded.out, riskyPod);
  });
});
