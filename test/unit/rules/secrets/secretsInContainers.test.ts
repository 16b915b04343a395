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
