import assert from 'node:assert/strict';
import { referenceMissing } from '../../../../server/rules/secrets/referenceMissing';
import { findingsIn } from '../markedManifest';
import { factsNamed, faultsAmong } from '../workspaceRules';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      env:
        - name: PASSWORD
          valueFrom: {secretKeyRef: {name: web, key: password}}
        - name: MAYBE
          valueFrom: {configMapKeyRef: {name: maybe, key: a, optional: true}}
      envFrom:
        - configMapRef: {name: web}
        - configMapRef: {name: kube-root-ca.crt}
        - configMapRef: {name: "{{ .Values.name }}"}
  volumes:
    - name: data
      persistentVolumeClaim: {claimName: web}
`;

function missing(...present: Parameters<typeof factsNamed>[]): string[] {
  const facts = present.map((object) => factsNamed(...object));
  return faultsAmong(referenceMissing, pod, facts).map(({ message }) => message.split(' ').slice(3, 5).join(' '));
}

describe('reference-missing', () => {
  it('waits for the workspace', () => {
    assert.deepEqual(findingsIn(pod, { rules: [referenceMissing] }), []);
  });

  it('reports what is nowhere, in its namespace, where others of its kind are kept', () => {
    const kept: Parameters<typeof factsNamed>[] = [
      ['v1', 'ConfigMap', 'another', 'shop'],
      ['v1', 'PersistentVolumeClaim', 'another', 'shop'],
      ['v1', 'ServiceAccount', 'another', 'shop'],
    ];
    assert.deepEqual(missing(...kept).sort(), ['ConfigMap web', 'PersistentVolumeClaim web', 'ServiceAccount web']);
    assert.deepEqual(
      missing(
        ...kept,
        ['v1', 'ConfigMap', 'web', 'shop'],
        ['v1', 'PersistentVolumeClaim', 'web', 'other'],
        ['v1', 'ServiceAccount', null, null],
      ),
      ['PersistentVolumeClaim web'],
    );
    assert.deepEqual(missing(), [], 'they may be kept somewhere else');
  });

  it('reports a Secret only where another one was meant, as most are made by other means', () => {
    assert.deepEqual(missing(['v1', 'Secret', 'another', 'shop']), []);
    assert.deepEqual(missing(['v1', 'Secret', 'wbe', 'shop']), ['Secret web']);
    assert.deepEqual(missing(['v1', 'Secret', 'web1', 'shop']), [], 'one of several');
  });

  it('counts the claims that a StatefulSet makes itself', () => {
    const set = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      containers: [{name: db, image: "registry.example.com/db:1.0"}]
      volumes:
        - name: data
          persistentVolumeClaim: {claimName: data}
        - name: other
          persistentVolumeClaim: {claimName: other}
  volumeClaimTemplates:
    - metadata: {name: data}
`;
    const found = faultsAmong(referenceMissing, set, [factsNamed('v1', 'PersistentVolumeClaim', 'another', undefined)]);
    assert.deepEqual(
      found.map(({ message }) => message),
      ['There is no PersistentVolumeClaim other in this workspace'],
    );
  });

  it('counts what generators and controllers make', () => {
    assert.ok(!missing(['external-secrets.io/v1', 'ExternalSecret', 'web', 'shop']).includes('Secret web'));
    assert.ok(!missing(['bitnami.com/v1alpha1', 'SealedSecret', 'web', 'shop']).includes('Secret web'));
    assert.ok(!missing(['cert-manager.io/v1', 'Certificate', 'other', 'shop']).includes('Secret web'));
    assert.ok(
      !missing(['kustomize.config.k8s.io/v1beta1', 'Kustomization', null, undefined]).includes('ConfigMap web'),
    );
  });

  it('judges its own examples', () => {
    const [bad, good] = [referenceMissing.bad, referenceMissing.good].map((text) =>
      faultsAmong(referenceMissing, text.split('---\n')[0] ?? '', [factsNamed('v1', 'ConfigMap', 'web', undefined)]),
    );
    assert.equal(bad?.length, 1);
    assert.equal(good?.length, 0);
  });
});
