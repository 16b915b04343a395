import assert from 'node:assert/strict';
import { secretsRules } from '../../../../server/rules/secrets/secretsRules';
import { assertMarked, findingsIn } from '../markedManifest';

const rules = secretsRules.filter(({ profile }) => profile === 'recommended');

describe('secret-in-helm-values', () => {
  it('reads values written out, single ones, and by their shape those in a text', () => {
    assertMarked(
      `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: db}
spec:
  chartRef: {kind: OCIRepository, name: db}
  values:
    auth:
      postgresPassword: hunter2 # ← secret-in-helm-values
      existingSecret: db
      existingSecretPasswordKey: db-password
      secretKeys: {adminPassword: password1}
      replicationPassword: \${REPLICATION_PASSWORD}
      apiPassword: vault:secret/data/db#password
    passwordSecretRef: {name: db, password: password1}
    sealedSecrets: {password: AgBy3i4OJSWKk3Yp0Vn8qLr2Zt6Wm1Xs9Bd4Hf7}
    imagePullSecrets: [db-registry1]
    passwordUpdateJob: {enabled: true}
    extraArgs:
      - --token=hunter2abc # ← secret-in-helm-values
    env:
      - name: DB_PASSWORD
        value: hunter2 # ← secret-in-helm-values
      - name: OTHER_PASSWORD
        valueFrom: {secretKeyRef: {name: db, key: password}}
    settings: |
      password=hunter2 # ← secret-in-helm-values
  valuesFrom:
    - {kind: Secret, name: db, valuesKey: password, targetPath: auth.password}
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: db}
spec:
  source:
    helm:
      parameters:
        - name: auth.password
          value: hunter2 # ← secret-in-helm-values
        - {name: auth.existingSecret, value: db-password1}
        - {name: auth.password, value: $ARGOCD_ENV_PASSWORD}
      valuesObject:
        rootPassword: hunter2 # ← secret-in-helm-values
      values: |
        auth:
          password: hV8mQz2LkT9wXc4R # ← secret-in-helm-values
          rootPassword: hunter2
          commit: 3f786850e387550fdab836ed7e6dc881de23001b
          secretKeys: {adminPassword: hV8mQz2LkT9wXc4R}
  sources:
    - helm:
        values: "auth: {password: hV8mQz2LkT9wXc4R}" # ← secret-in-helm-values
---
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: db}
spec:
  generators: []
  template:
    spec:
      source:
        helm:
          valuesObject: {password: "{{ .password }}"}
          parameters: [{name: password, value: hunter2}] # ← secret-in-helm-values
---
apiVersion: helm.cattle.io/v1
kind: HelmChart
metadata: {name: db}
spec:
  set:
    db.password: hunter2 # ← secret-in-helm-values
  valuesContent: |-
    url: postgres://web:hunter2@db/web # ← secret-in-helm-values
---
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
helmCharts:
  - name: db
    valuesInline:
      password: hunter2 # ← secret-in-helm-values
`,
      { rules },
    );
  });

  it('points at the secret within a text', () => {
    const text = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: db}
spec: {source: {helm: {values: "a: {password: hV8mQz2LkT9wXc4R}"}}}
`;
    const [found] = findingsIn(text, { rules });
    assert.ok(found);
    assert.equal(text.slice(found.finding.range.start, found.finding.range.end), 'hV8mQz2LkT9wXc4R');
  });
});

describe('kustomize-secret-literal', () => {
  it('reports literals that are secret', () => {
    assertMarked(
      `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
secretGenerator:
  - name: web
    literals:
      - username=web
      - password=hunter2 # ← kustomize-secret-literal
      - token=\${TOKEN}
`,
      { rules },
    );
  });
});
