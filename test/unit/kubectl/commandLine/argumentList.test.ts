import assert from 'node:assert/strict';
import { helperById } from '../../../../client/kubectl/catalogue/catalogue';
import { argumentList } from '../../../../client/kubectl/commandLine/argumentList';

describe('an argument list', () => {
  const target = { kubeconfig: '/home/me/.kube/config', context: 'kind', namespace: 'shop' };

  it('names kubeconfig, context and namespace before anything else', () => {
    const helper = kubectlHelper('busybox-debug-pod');
    const [step] = helper.steps;
    assert.ok(step);
    assert.deepEqual(argumentList(helper, step, { busyboxImage: 'busybox', suffix: 'x1y2' }, target), {
      kind: 'arguments',
      list: [
        ...['--kubeconfig=/home/me/.kube/config', '--context=kind', '--namespace=shop'],
        ...['run', 'debug-x1y2', '-it', '--rm', '--image=busybox', '--restart=Never', '--', 'sh'],
      ],
    });
  });

  it('leaves out what was left open', () => {
    const helper = kubectlHelper('shell-in-container');
    const [step] = helper.steps;
    assert.ok(step);
    const open = argumentList(helper, step, { pod: 'web' }, {});
    assert.deepEqual(open, { kind: 'arguments', list: ['exec', 'web', '-it', '--', 'sh'] });
    const given = argumentList(helper, step, { pod: 'web', container: 'app' }, {});
    assert.deepEqual(given, { kind: 'arguments', list: ['exec', 'web', '-it', '--container=app', '--', 'sh'] });
  });

  it('is refused when a value would be taken for an option', () => {
    const helper = kubectlHelper('logs');
    const [step] = helper.steps;
    assert.ok(step);
    assert.equal(argumentList(helper, step, { pod: '--all' }, target).kind, 'refused');
  });

  it('is refused when a value is missing', () => {
    const helper = kubectlHelper('logs');
    const [step] = helper.steps;
    assert.ok(step);
    assert.equal(argumentList(helper, step, {}, target).kind, 'refused');
  });

  function kubectlHelper(id: string) {
    const helper = helperById(id);
    assert.ok(helper?.kind === 'kubectl');
    return helper;
  }
});
