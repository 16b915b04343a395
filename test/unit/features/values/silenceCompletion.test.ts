import assert from 'node:assert/strict';
import { rules } from '../../../../server/rules/catalogue';
import { chosenAt, inContainer, inPod, labelsAt } from './completing';

describe('Completion in silences', () => {
  it('offers what is broken on the line first, then every rule with its title', async () => {
    const labels = await labelsAt(inPod('hostNetwork: true # seaworthy-ignore ¦\nhostPID: true'));
    assert.equal(labels[0], 'host-network');
    assert.notEqual(labels[1], 'host-pid');
    assert.equal(labels.length, rules.length);
  });

  it('knows the next line, the whole file and what stands there already', async () => {
    assert.equal((await labelsAt(inPod('# seaworthy-ignore-next-line ¦\nhostPID: true')))[0], 'host-pid');
    assert.ok(
      (await labelsAt(`# seaworthy-ignore-file ¦\n${inPod('hostIPC: true')}`)).slice(0, 40).includes('host-ipc'),
    );
    const labels = await labelsAt(inPod('hostNetwork: true # seaworthy-ignore: host-network, ¦'));
    assert.ok(!labels.includes('host-network'));
  });

  it('goes by what was found a keystroke ago', async () => {
    const text = inPod('tty: true\nhostNetwork: true # seaworthy-ignore ¦\nhostPID: true');
    const lintedBefore = text.replace(' ¦', '');
    assert.equal((await labelsAt(text, { lintedBefore }))[0], 'host-network');
    assert.notEqual((await labelsAt(text, { lintedBefore }))[1], 'host-pid');
  });

  it('replaces the id at the cursor, and leaves reasons alone', async () => {
    const line = 'hostPID: true # seaworthy-ignore host-p¦x, host-ipc -- the agent needs it';
    assert.equal(
      await chosenAt(inPod(line), 'host-pid'),
      '  hostPID: true # seaworthy-ignore host-pid, host-ipc -- the agent needs it',
    );
    assert.deepEqual(await labelsAt(inPod('hostPID: true # seaworthy-ignore host-pid -- see ¦')), []);
  });

  it('offers rules in the annotation, and the annotation itself', async () => {
    const annotated = (value: string) =>
      inPod('hostPID: true').replace('name: web\n', `name: web\n  annotations:\n    ${value}\n`);
    assert.equal(
      await chosenAt(annotated('seaworthy.dev/ignore: "host-ipc, ¦"'), 'host-pid'),
      '    seaworthy.dev/ignore: "host-ipc, host-pid"',
    );
    assert.ok((await labelsAt(annotated('seaworthy.dev/ignore: ¦'))).slice(0, 30).includes('host-pid'));
    assert.equal(await chosenAt(annotated('sea¦'), 'seaworthy.dev/ignore'), '    seaworthy.dev/ignore: ');
  });

  it('offers the words that begin a silence when asked, but not at every space', async () => {
    const text = inContainer('# ¦');
    assert.deepEqual(await labelsAt(text), ['seaworthy-ignore', 'seaworthy-ignore-file', 'seaworthy-ignore-next-line']);
    assert.deepEqual(await labelsAt(text, { trigger: ' ' }), []);
  });
});
