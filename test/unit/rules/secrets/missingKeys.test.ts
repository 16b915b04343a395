import assert from 'node:assert/strict';
import type { ObjectFacts } from '../../../../server/manifests/facts/objectFacts';
import { referenceMissing } from '../../../../server/rules/secrets/referenceMissing';
import { assertMarked, findingsIn } from '../markedManifest';
import { factsNamed, faultsAmong } from '../workspaceRules';

const options = { rules: [referenceMissing] };

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: prepare
      image: registry.example.com/web:1.4.2
      env:
        - name: A
          valueFrom:
            configMapKeyRef:
              name: settings
              key: lvel # ← reference-missing
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      env:
        - name: A
          valueFrom: {configMapKeyRef: {name: settings, key: level}}
        - name: B
          valueFrom: {configMapKeyRef: {name: settings, key: none, optional: true}}
        - name: C
          valueFrom: {configMapKeyRef: {name: settings, key: "{{ .Values.key }}"}}
        - name: D
          valueFrom: {configMapKeyRef: {name: elsewhere, key: none}}
        - name: E
          valueFrom: {secretKeyRef: {name: keys, key: password}}
        - name: F
          valueFrom: {secretKeyRef: {name: keys, key: user}}
        - name: G
          valueFrom:
            secretKeyRef:
              name: keys
              key: pasword # ← reference-missing
  volumes:
    - name: settings
      configMap:
        name: settings
        items:
          - {key: logo.png, path: logo.png}
          - key: logo.jpg # ← reference-missing
            path: logo.jpg
    - name: optional
      secret:
        secretName: keys
        optional: true
        items: [{key: none, path: none}]
    - name: all
      projected:
        sources:
          - secret:
              name: keys
              items:
                - key: none # ← reference-missing
                  path: none
          - configMap:
              name: settings
              items: [{key: level, path: level}]
`;

const others = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  level: debug
binaryData:
  logo.png: aGVsbG8=
---
apiVersion: v1
kind: Secret
metadata:
  name: keys
data:
  user: d2Vi
stringData:
  password: ""
`;

describe('a key of a ConfigMap or Secret', () => {
  it('is missed where the object stands in the file and lacks it', () => {
    assertMarked(pod + others, options);
    const [first] = findingsIn(pod + others, options);
    assert.equal(
      first?.finding.message,
      'The ConfigMap settings has no key lvel, so the container is not started; perhaps level is meant',
    );
    assert.equal(first?.finding.severity, 'warning');
  });

  it('is not missed where a template, a controller or nobody has written the keys', () => {
    const unmarked = pod.replaceAll(' # ← reference-missing', '');
    const without = (text: string) => assertMarked(unmarked + text, options);
    const secret = (more: string, data: string) =>
      `---\napiVersion: v1\nkind: Secret\nmetadata: {name: keys${more}}\n${data}`;
    without('');
    without(secret('', ''));
    without(secret('', 'type: kubernetes.io/service-account-token\ndata: {token: ""}\n'));
    without(secret(', annotations: {replicator.v1.mittwald.de/replicate-from: other/keys}', 'data: {a: ""}\n'));
    without(secret('', 'data:\n  a: ""\n{{- toYaml .Values.more | nindent 2 }}\n'));
    without(secret('', 'data: ${KEYS}\n'));
    without(`${secret('', 'data: {a: ""}\n')}${secret('', 'data: {none: "", pasword: "", user: "", password: ""}\n')}`);
    without(
      `${secret('', 'data: {a: ""}\n')}---\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: other}\nspec: {target: {name: keys, creationPolicy: Merge}}\n`,
    );
    without(secret(', namespace: other', 'data: {a: ""}\n').replace('name: keys', 'name: unasked'));
  });

  it('is not missed where a kustomization generates an object of the name', () => {
    const generated = factsNamed('v1', 'ConfigMap', 'settings', undefined);
    const written = {
      ...factsNamed('v1', 'ConfigMap', 'settings', undefined),
      keys: { names: ['level', 'logo.png'], mayHaveMore: false },
    };
    const missed = (...objects: readonly ObjectFacts[]) =>
      faultsAmong(referenceMissing, pod, objects).filter(({ message }) => message.includes('has no key'));
    assert.equal(missed(written).length, 2);
    assert.equal(missed(written, generated).length, 0);
  });
});
