import assert from 'node:assert/strict';
import { secretsRules } from '../../../../server/rules/secrets/secretsRules';
import { shapedKeys } from '../../manifests/secrets/shapedKeys';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const rules = secretsRules.filter(({ profile }) => profile === 'recommended');

function pod(container: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n${container}`;
}

describe('secret-in-env', () => {
  it('reports literal values, and no references, templates or placeholders', () => {
    assertMarked(
      pod(`      env:
        - name: DB_PASSWORD
          value: hunter2 # ← secret-in-env
        - {name: JWT_SECRET, value: hunter2} # ← secret-in-env
        - value: hunter2 # ← secret-in-env
          name: REDIS_PASSWORD
        - name: ADMIN_PASSWORD
          value: "12345" # ← secret-in-env
        - name: DATABASE_URL
          value: postgres://web:hunter2@$(DB_HOST)/web # ← secret-in-env
        - name: OTHER_URL
          value: postgres://web:$(DB_PASSWORD)@db/web
        - name: DEFAULT_PASSWORD
          value: \${DEFAULT_PASSWORD:=hunter2} # ← secret-in-env
        - name: COPY
          value: $(DB_PASSWORD)
        - name: API_TOKEN
          value: {{ .Values.token }}
        - name: API_KEY
          value: "prefix-{{ .Values.key }}"
        - name: SMTP_PASSWORD
          value: ""
        - name: SMTP_SECRET
          value: <secret>
        - name: TOKEN_TTL
          value: 24h
        - name: OTHER_PASSWORD
          valueFrom: {secretKeyRef: {name: web, key: password}}
`),
      { rules },
    );
  });

  it('is worse where the shape leaves no doubt', () => {
    const severities = findingsIn(
      pod(
        `      env:\n        - {name: A, value: "${shapedKeys['a GitHub token']}"}\n        - {name: B_TOKEN, value: hunter2}\n`,
      ),
      { rules },
    ).map(({ finding }) => finding.severity);
    assert.deepEqual(severities, ['error', 'warning']);
  });

  it('never repeats the secret', () => {
    for (const key of Object.values(shapedKeys)) {
      const text = pod(`      env:\n        - name: DB_PASSWORD\n          value: ${JSON.stringify(key)}\n`);
      const [found, ...others] = findingsIn(text, { rules });
      assert.deepEqual(others, []);
      assert.ok(found);
      const said = JSON.stringify([found.finding.message, found.finding.fixes.map(({ title }) => title)]);
      for (let start = 0; start + 8 <= key.length; start++) {
        const piece = key.slice(start, start + 8);
        assert.ok(!said.includes(piece), `${said} repeats ${piece}`);
      }
    }
  });

  it('is mended by a reference to a Secret', () => {
    const text = pod('      env:\n        - name: DB_PASSWORD\n          value: hunter2\n');
    assert.equal(
      fixed(text, '', { rules }),
      pod(`      env:
        - name: DB_PASSWORD
          valueFrom:
            secretKeyRef:
              name: web
              key: db-password
`),
    );
  });
});

describe('secret-in-args', () => {
  it('reports no name of an object, and no program that fetches its secret', () => {
    assertMarked(
      pod(`      command: [bash, -c]
      args:
        - kubectl create secret generic admin-token --from-file=token=/shared/token --from-literal=other="$(cat /shared/other)"
      livenessProbe:
        exec: {command: [python, -c, "import os; connect(password=os.environ['DB_PASSWORD'])"]}
      readinessProbe:
        exec: {command: [node, -e, "const token = process.env.TOKEN; run({secret: token1})"]}
      startupProbe:
        exec: {command: [sh, -c, "kafka_set \\"login username=\\\\\\"$NAME\\\\\\" password=\\\\\\"$PASSWORD\\\\\\";\\""]}
      lifecycle:
        preStop:
          exec: {command: [curl, -H, "Authorization: Bearer Zq7!kGhTr5LmNpQx", "https://example.com"]} # ← secret-in-args
        postStart:
          exec: {command: [sh, -c, "echo Zq7kGhTr5LmNpQx | docker login --password-stdin"]} # ← secret-in-args
`),
      { rules },
    );
  });

  it('reads options, their values in the next argument, and scripts', () => {
    assertMarked(
      pod(`      command:
        - sh
        - -c
        - |
          export PGPASSWORD=hunter2 # ← secret-in-args
          export OTHER_PASSWORD="$1"
          curl -H "Authorization: Bearer $TOKEN" https://example.com
          mysql -uroot -phunter2 web # ← secret-in-args
      args:
        - --user=web
        - --password=hunter2 # ← secret-in-args
        - --token
        - hunter2 # ← secret-in-args
        - --password-file=/run/secrets/web/password
        - --api-key=$(API_KEY)
        - --tls-secret=web-tls
        - --token-ttl=24h
        - --secret-key
        - --verbose
        - --db-password
        - ""
        - serve
        - --password={{ .Values.password }}
      livenessProbe:
        exec:
          command: [mysqladmin, ping, -phunter2] # ← secret-in-args
`),
      { rules },
    );
  });
});

describe('secret-in-config-map', () => {
  it('reads values and the lines of files', () => {
    assertMarked(
      `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  password: hunter2 # ← secret-in-config-map
  server-tokens: "false"
  tls-secret: web-tls
  secretName: web
  .env: |
    DB_USER=web
    DB_PASSWORD=hunter2 # ← secret-in-config-map
    # OLD_PASSWORD=hunter2
    API_TOKEN=\${API_TOKEN}
  app.ini: |
    [database]
    ;password = hunter2
    password = hunter2 # ← secret-in-config-map
    password_min_length = 8
  app.yaml: |
    database:
      password: "hunter2" # ← secret-in-config-map
      passwordFile: /run/secrets/web/password
      existingSecret: web
    env:
      - name: DB_PASSWORD
        value: hunter2 # ← secret-in-config-map
  app.json: '{"apiKey": "hunter2-9"}' # ← secret-in-config-map
  script.sh: |
    psql "postgres://web:hunter2@db/web" # ← secret-in-config-map
    psql "postgres://web:$DB_PASSWORD@db/web"
  templated.yaml: |
    password: {{ .Values.password }}
  public.pem: |
    -----BEGIN CERTIFICATE-----
    MIIBszCCAVmgAwIBAgIUQpGYk3Yp0Vn8qLr2Zt6Wm1Xs9Bd4Hf7Jg5Ca0Ue3Io2P
    -----END CERTIFICATE-----
`,
      { rules },
    );
  });

  it('points at the secret within a file', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata:\n  .env: |\n    A=1\n    PASSWORD=hunter2\n';
    const [found] = findingsIn(text, { rules });
    assert.ok(found);
    assert.equal(text.slice(found.finding.range.start, found.finding.range.end), 'hunter2');
  });
});

describe('secret-in-manifest', () => {
  it('reports a Secret once, where it holds more than settings', () => {
    assertMarked(
      `apiVersion: v1
kind: Secret
metadata:
  name: encoded
data:
  username: d2Vi
  password: aHVudGVyMg== # ← secret-in-manifest
  token: aHVudGVyMg==
---
apiVersion: v1
kind: Secret
metadata:
  name: settings
stringData:
  config.yaml: |
    level: debug
    ca: /etc/ssl/ca.pem
---
apiVersion: v1
kind: Secret
metadata:
  name: file
stringData:
  config.yaml: |
    level: debug
    password: hunter2 # ← secret-in-manifest
---
apiVersion: v1
kind: Secret
metadata:
  name: templated
data:
  password: {{ .Values.password | b64enc }}
---
apiVersion: v1
kind: Secret
metadata:
  name: placeholder
stringData:
  password: <your-password>
---
apiVersion: v1
kind: Secret
metadata:
  name: encrypted
stringData:
  password: ENC[AES256_GCM,data:p673w==,iv:YY=,aad:UQ==,tag:UQ==,type:str]
sops:
  version: 3.9.0
---
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: sealed
spec:
  encryptedData:
    password: AgBy3i4OJSWK
---
apiVersion: v1
kind: Secret
metadata:
  name: registry
type: kubernetes.io/dockerconfigjson
data:
  .dockerconfigjson: ${Buffer.from('{"auths":{"r":{"auth":"d2ViOmh1bnRlcjI="}}}').toString('base64')} # ← secret-in-manifest
`,
      { rules },
    );
  });
});

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

describe('service-account-token-secret', () => {
  it('reports the type, and no other Secret of a ServiceAccount', () => {
    assertMarked(
      `apiVersion: v1
kind: Secret
metadata:
  name: build
type: kubernetes.io/service-account-token # ← service-account-token-secret
---
apiVersion: v1
kind: Secret
metadata:
  name: build
type: Opaque
`,
      { rules },
    );
  });
});

describe('secret-as-env', () => {
  const asEnv = secretsRules.filter(({ id }) => id === 'secret-as-env');

  it('reports variables and whole Secrets', () => {
    assertMarked(
      pod(`      env:
        - name: DB_PASSWORD
          valueFrom:
            secretKeyRef: # ← secret-as-env
              name: web
              key: password
      envFrom:
        - secretRef: # ← secret-as-env
            name: web
        - configMapRef:
            name: web
`),
      { rules: asEnv },
    );
  });

  it('mounts beside what is mounted already', () => {
    const text = pod(`      env:
        - name: DB_PASSWORD
          valueFrom:
            secretKeyRef:
              name: web
              key: password
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      emptyDir: {}
`);
    assert.equal(
      fixed(text, '', { rules: asEnv }),
      pod(`      env:
        - name: DB_PASSWORD_FILE
          value: /run/secrets/web/password
      volumeMounts:
        - name: data
          mountPath: /data
        - name: web-secret
          mountPath: /run/secrets/web
          readOnly: true
  volumes:
    - name: data
      emptyDir: {}
    - name: web-secret
      secret:
        secretName: web
`),
    );
  });
});
