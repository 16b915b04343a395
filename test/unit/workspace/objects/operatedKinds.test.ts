import assert from 'node:assert/strict';
import { judgeText, readText } from '../../../../server/lint/lint';
import { indexedObjects } from '../../../../server/workspace/objects/indexedFile';
import { mayMakePods, operatedFacts } from '../../../../server/workspace/objects/operatedKinds';
import { optionsOf } from './indexing';

describe('what operators make pods of', () => {
  it('is a custom resource of a group that is not known to make none', () => {
    assert.equal(mayMakePods('postgresql.cnpg.io', 'Cluster'), true);
    assert.equal(mayMakePods('monitoring.coreos.com', 'Prometheus'), true);
  });

  it('is nothing of Kubernetes itself, nor a kind or group that describes other things than pods', () => {
    assert.equal(mayMakePods('apps', 'Deployment'), false);
    assert.equal(mayMakePods('networking.k8s.io', 'Ingress'), false);
    assert.equal(mayMakePods('', 'Service'), false);
    assert.equal(mayMakePods('monitoring.coreos.com', 'ServiceMonitor'), false);
    assert.equal(mayMakePods('cert-manager.io', 'Issuer'), false);
    assert.equal(mayMakePods(null, 'Cluster'), false, 'a group that a template writes');
  });

  it('is known at first glance with its namespace, and with pods whose labels may be any', () => {
    const text = 'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: db\n  namespace: shop\n';
    const facts = operatedFacts(text);
    assert.equal(facts?.namespace, 'shop');
    assert.equal(facts?.pod?.labels.mayHaveMore, true);
    assert.equal(operatedFacts(text.replace('Cluster', 'ClusterRoute')), undefined);
  });

  it('stays the same object while something else is typed in the file, so that nobody is told of it again', () => {
    const text =
      'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: db\n---\napiVersion: v1\nkind: Pod\n';
    const options = optionsOf();
    const before = readText(text, options);
    const after = readText(`${text}# typed\n`, options, judgeText(before));
    assert.equal(indexedObjects(before)[0]?.facts.kind, 'Cluster');
    assert.equal(indexedObjects(after)[0]?.facts, indexedObjects(before)[0]?.facts);
  });
});
