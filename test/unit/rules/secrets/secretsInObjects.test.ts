import assert from 'node:assert/strict';
import { secretsRules } from '../../../../server/rules/secrets/secretsRules';
import { assertMarked, findingsIn } from '../markedManifest';

const rules = secretsRules.filter(({ profile }) => profile === 'recommended');

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
