import assert from 'node:assert/strict';
import { chosenAt, inContainer, inPod, labelsAt, offeredAt } from './completing';

const alone = { hasSchemas: false };

describe('The keys of pods and containers', () => {
  it('are offered in a security context with what hover says of them', async () => {
    const marked = inContainer('securityContext:\n  privileged: false\n  runA¦');
    const offered = await offeredAt(marked, alone);
    const begun = offered.filter(({ label }) => label.startsWith('runA'));
    assert.deepEqual(
      begun.map(({ label }) => label),
      ['runAsNonRoot', 'runAsUser', 'runAsGroup'],
    );
    const { documentation } = begun[0] ?? {};
    assert.match(
      typeof documentation === 'object' ? documentation.value : '',
      /refuses to start.*Default: not checked/s,
    );
    assert.ok(!offered.some(({ label }) => label === 'privileged'), 'what stands there is not offered again');
    assert.equal(await chosenAt(marked, 'runAsUser', alone), '            runAsUser: ');
    assert.equal(await chosenAt(marked, 'seccompProfile', alone), '            seccompProfile:');
  });

  it('are those of the place: of a pod, of a container, of an item of a list', async () => {
    const pod = await labelsAt(inPod('hostI¦'), alone);
    assert.ok(pod.includes('hostIPC') && pod.includes('securityContext') && !pod.includes('image'), pod.join());
    const container = await labelsAt(inContainer('imageP¦'), alone);
    assert.ok(container.includes('imagePullPolicy') && !container.includes('hostIPC'), container.join());
    assert.ok(!container.includes('image'), 'what stands there is not offered again');
    const port = await labelsAt(inContainer('ports:\n  - containerPort: 80\n    pro¦'), alone);
    assert.deepEqual(port.toSorted(), ['hostIP', 'hostPort', 'name', 'protocol']);
    assert.deepEqual(await labelsAt(inPod('securityContext:\n  seccompProfile:\n    t¦'), alone), [
      'type',
      'localhostProfile',
    ]);
    assert.ok((await labelsAt(inContainer('volumeMounts:\n  - m¦'), alone)).includes('mountPath'));
  });

  it('are left to the extension that knows the schemas', async () => {
    assert.deepEqual(await labelsAt(inContainer('securityContext:\n  runA¦'), { hasSchemas: true }), []);
    assert.deepEqual(await labelsAt('metadata:\n  na¦\n', alone), []);
  });
});
