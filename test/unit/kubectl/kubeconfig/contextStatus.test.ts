import assert from 'node:assert/strict';
import { contextStatus } from '../../../../client/kubectl/kubeconfig/contextStatus';
import type { Context } from '../../../../client/kubectl/kubeconfig/kubeconfig';
import type { KubeconfigInUse } from '../../../../client/kubectl/kubeconfig/kubeconfigInUse';

const production: Context = { name: 'eu', cluster: 'eu-prod', server: 'https://eu:6443', namespace: 'shop' };

function inUse(current: Context | undefined): KubeconfigInUse {
  return {
    kind: 'in use',
    files: ['/home/me/.kube/config'],
    kubeconfig: { kind: 'kubeconfig', current, contexts: [production] },
  };
}

describe('the current context in the status bar', () => {
  it('is named with its namespace', () => {
    assert.deepEqual(contextStatus(inUse(production), []), {
      text: '$(server-environment) eu / shop',
      tooltip: 'Context eu\nNamespace shop\nCluster eu-prod\nClick to switch.',
      label: 'Kubernetes context eu, namespace shop',
      isGuarded: false,
    });
  });

  it('says where changes ask for its name', () => {
    const status = contextStatus(inUse(production), ['*prod*']);
    assert.ok(status?.isGuarded);
    assert.match(status.tooltip, /\nProtected: changes ask for the name of the context\.\n/);
  });

  it('is offered to be chosen where none is current', () => {
    assert.match(contextStatus(inUse(undefined), ['*'])?.tooltip ?? '', /Click to choose one/);
  });

  it('is no word where there is no kubeconfig, and a warning where it can not be read', () => {
    assert.equal(contextStatus({ kind: 'problem', message: 'There is none.' }, []), undefined);
    const broken = contextStatus({ kind: 'problem', message: 'It is broken.', file: '/a' }, []);
    assert.equal(broken?.text, '$(warning) kubeconfig');
    assert.equal(broken?.label, 'Kubernetes: It is broken.');
  });
});
