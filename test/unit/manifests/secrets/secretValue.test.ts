import assert from 'node:assert/strict';
import { secretIn } from '../../../../server/manifests/secrets/secretValue';
import { shapedKeys } from './shapedKeys';

describe('a named value', () => {
  it('is a secret by its shape whatever its name', () => {
    for (const [what, key] of Object.entries(shapedKeys)) {
      const found = secretIn('setting', `before ${key} behind`);
      assert.deepEqual([what, found?.what, found?.by], [what, what, 'shape']);
    }
  });

  it('is no secret where documentation would have put it', () => {
    for (const sample of [
      'AKIAIOSFODNN7EXAMPLE',
      `ghp_${'x'.repeat(36)}`,
      '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
      'postgres://web:<password>@db/web',
      'postgres://web:$(DB_PASSWORD)@db/web',
      'postgres://web@db:5432/web',
      'https://registry.example.com:5000/web@sha256:1b2c3d4e',
    ]) {
      assert.equal(secretIn('SETTING', sample), undefined, sample);
    }
  });

  it('is a secret by its name, be it ever so weak', () => {
    for (const [name, value] of [
      ['DB_PASSWORD', 'changeme'],
      ['DB_PASSWORD', 'password'],
      ['MYSQL_ROOT_PASSWORD', '123456'],
      ['PGPASSWORD', 'postgres'],
      ['smtpPass', 'hunter2'],
      ['spring.datasource.password', 'correct-horse'],
      ['JWT_SECRET', 'supersecret'],
      ['clientSecret', 'abc-def'],
      ['GITHUB_TOKEN', 'a1b2c3'],
      ['MINIO_SECRET_KEY', 'minio123'],
      ['ADMIN_PASSWORD_1', 'admin'],
      ['DB_PWD', 'web'],
    ] as const) {
      assert.equal(secretIn(name, value)?.by, 'name', `${name}=${value}`);
    }
  });

  it('is as sure as its shape where a secret’s name meets chance', () => {
    assert.equal(secretIn('ENCRYPTION_KEY', '9f86d081884c7d659a2feaa0c55ad015')?.by, 'shape');
    assert.equal(secretIn('AWS_SECRET_ACCESS_KEY', 'k3Yp0Vn8qLr2Zt6Wm1Xs9Bd4Hf7Jg5Ca0Ue3Io2P')?.by, 'shape');
    assert.equal(secretIn('COOKIE_SALT', 'r8Kd92Lm0Qz7Xp41Vb6T')?.by, 'shape');
  });

  it('is found without a name only if it is plainly made by chance', () => {
    assert.equal(secretIn('SETTING', 'k3Yp0Vn8qLr2Zt6Wm1Xs9Bd4Hf7Jg5Ca0Ue3Io2P')?.by, 'name');
    assert.equal(secretIn('IMAGE_DIGEST', 'k3Yp0Vn8qLr2Zt6Wm1Xs9Bd4Hf7Jg5Ca0Ue3Io2P'), undefined);
    assert.equal(secretIn('REVISION', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b'), undefined);
    assert.equal(secretIn('SETTING', '0f8fad5b-d9cb-469f-a165-70867728950e'), undefined);
  });

  it('is no secret if it only speaks of one', () => {
    for (const [name, value] of [
      ['DB_PASSWORD', '${DB_PASSWORD}'],
      ['DB_PASSWORD', '$(DB_PASSWORD)'],
      ['DB_PASSWORD', '<your-password>'],
      ['DB_PASSWORD', 'REPLACE_ME'],
      ['DB_PASSWORD', 'xxx'],
      ['DB_PASSWORD', '********'],
      ['DB_PASSWORD', 'vault:secret/data/web#password'],
      ['DB_PASSWORD', 'ENC[AES256_GCM,data:p673w==,iv:YY=,tag:UQ==,type:str]'],
      ['DB_PASSWORD', '/run/secrets/db/password'],
      ['DB_PASSWORD', '$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'],
      ['DB_PASSWORD_FILE', '/run/secrets/db/password'],
      ['PASSWORD_HASH', 'c29tZXRoaW5nIGhhc2hlZCBhbmQgc2FsdGVk'],
      ['PASSWORD_MIN_LENGTH', '12'],
      ['ENABLE_PASSWORD', 'true'],
      ['TOKEN_TTL', '24h'],
      ['ACCESS_TOKEN', '3600'],
      ['tokenTTL', '3600s'],
      ['TOKEN_URL', 'https://login.example.com/oauth2/token'],
      ['AUTH_TOKEN', 'https://login.example.com/oauth2/token'],
      ['server-tokens', 'false'],
      ['MAX_TOKENS', '4096'],
      ['secretName', 'web-tls'],
      ['TLS_SECRET', 'web-tls'],
      ['WEBHOOK_SECRET', 'infra/web-secret'],
      ['existingSecret', 'web'],
      ['SSH_PUBLIC_KEY', 'AAAAC3NzaC1lZDI1NTE5AAAAIGPH8Yk4bK2'],
      ['CACHE_KEY', 'user-sessions'],
      ['PARTITION_KEY', 'tenantId'],
      ['JWKS', '{"keys":[]}'],
      ['PWD', '/srv'],
      ['proxy_pass', 'http://backend'],
      ['GOOGLE_APPLICATION_CREDENTIALS', '/var/run/google/key.json'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['AWS_ACCESS_KEY_ID', 'minio'],
      ['PASSWORD_PROMPT', 'Please enter your password'],
    ] as const) {
      assert.equal(secretIn(name, value), undefined, `${name}=${value}`);
    }
  });
});
