import assert from 'node:assert/strict';
import { secretsRules } from '../../../../server/rules/secrets/secretsRules';
import { assertMarked, fixed } from '../markedManifest';

function pod(container: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n${container}`;
}

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
