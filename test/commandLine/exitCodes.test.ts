import assert from 'node:assert/strict';
import { atBaseline, folderWith, riskyPod, seaworthy, soundPod } from './seaworthy';

describe('the exit code of seaworthy lint', function () {
  this.timeout(30_000);

  const exitCode = (pod: string, configuration: string, ...args: string[]) =>
    seaworthy(folderWith({ 'pod.yaml': pod, '.seaworthy.yaml': configuration }), ['lint', ...atBaseline, ...args]).code;
  const asHints = 'rules:\n  host-network: hint\n  privileged-container: information\n';

  it('is 0 if nothing is found', () => {
    assert.equal(exitCode(soundPod, ''), 0);
  });

  it('is 1 if something is found that is bad enough', () => {
    assert.equal(exitCode(riskyPod, ''), 1);
    assert.equal(exitCode(riskyPod, '', '--fail-on', 'error'), 1);
    assert.equal(exitCode(riskyPod, asHints, '--fail-on', 'information'), 1);
    assert.equal(exitCode(riskyPod, asHints, '--fail-on', 'hint'), 1);
  });

  it('is 0 if what is found is not bad enough', () => {
    assert.equal(exitCode(riskyPod, asHints), 0);
    assert.equal(
      exitCode(riskyPod, 'rules:\n  host-network: warning\n  privileged-container: warning\n', '--fail-on', 'error'),
      0,
    );
    assert.equal(exitCode(riskyPod, '', '--fail-on', 'never'), 0);
  });

  it('is 1 for text that is not YAML', () => {
    assert.equal(exitCode(`${soundPod}  dnsPolicy: [\n`, '', '--fail-on', 'error'), 1);
  });

  it('is 2 for a wrong path even if nothing shall fail', () => {
    assert.equal(exitCode(soundPod, '', '--fail-on', 'never', 'nowhere.yaml'), 2);
  });
});
