import assert from 'node:assert/strict';
import { secretIn } from '../../../../server/manifests/secrets/secretValue';

/** One `NAME=value` a line. */
function isSecret(line: string): boolean {
  const separator = line.indexOf('=');
  return secretIn(line.slice(0, separator), line.slice(separator + 1)) !== undefined;
}

function linesOf(list: string): string[] {
  return list.split('\n').filter((line) => line !== '');
}

/** What a name speaks of, or a value points to, that is no secret; § stands for a dollar. */
const harmless = String.raw`
RECAPTCHA_SITE_KEY=6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI
recaptchaSiteKey=6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI
HCAPTCHA_SITEKEY=10000000-ffff-ffff-ffff-000000000001
TURNSTILE_SITE_KEY=0x4AAAAAAADnPIDROrmt1Wwj
STRIPE_PUBLISHABLE_KEY=pk_live_51H8xYz2eZvKYlo2C0aBcDeFgHiJkLmNo
STRIPE_KEY=pk_live_51H8xYz2eZvKYlo2C0aBcDeFgHiJkLmNo
NEXT_PUBLIC_POSTHOG_KEY=phc_Q1w2E3r4T5y6U7i8O9p0A1s2D3f4G5h6J7k8L9z0X1c
POSTHOG_API_KEY=phc_Q1w2E3r4T5y6U7i8O9p0A1s2D3f4G5h6J7k8L9z0X1c
SENTRY_DSN=https://5f8d3c2b1a0e4f6d9c8b7a6e5d4c3b2a@o123456.ingest.sentry.io/1234567
MAPBOX_ACCESS_TOKEN=pk.eyJ1IjoibWFwYm94IiwiYSI6ImNpejY4NXVycTA2emYycXBndHRqcmZ3N3gifQ.rJcFIG214AriISLbB6B5aw
VAPID_PUBLIC_KEY=BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM
PUSHER_APP_KEY=a1b2c3d4e5f6a7b8c9d0
ALGOLIA_SEARCH_API_KEY=9f86d081884c7d659a2feaa0c55ad015
VITE_SUPABASE_ANON_KEY=9f86d081884c7d659a2feaa0c55ad015
SECRET_NAME=my-app
SECRET_NAMESPACE=prod
SECRET_BACKEND=vault
SECRETS_STORE=aws
SECRET_MANAGER_PROJECT=my-project-1
SECRET_PROVIDER_CLASS=azure-kv
SECRET_REFRESH_INTERVAL=5m
SECRET_VERSION=3
SECRET_ARN=arn:aws:secretsmanager:eu-west-1:1:secret:x
SECRET_ROTATION_DAYS=30
SECRET_KEY_REF=db-pass
SECRET_TYPE=kubernetes.io/tls
SECRET_SANTA=enabled
SECRET_REGION=eu-west-1
SECRET_HEADER=X-Secret-2
GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305
VAULT_TOKEN=root
GF_SECURITY_ADMIN_PASSWORD=§__file{/etc/secrets/x1}
COSIGN_KEY=k8s://cosign/key1
TOKEN_ENDPOINT_AUTH=client_secret_basic
GIT_PASSWORD=git-credentials.txt
SESSION_COOKIE=shop_session
AUTH_COOKIE=__Host-auth
COOKIE_SECURE=true
SESSION_COOKIE_DOMAIN=.example.com
CREDENTIALS=include
GOOGLE_CREDENTIALS=/etc/google/key.json
AWS_SHARED_CREDENTIALS_FILE=/root/.aws/credentials
BASIC_AUTH=true
BASIC_AUTH=enabled
SMTP_AUTH=login
SMTP_AUTH=cram-md5
MONGO_AUTH=SCRAM-SHA-256
API_AUTH=oauth2
PROXY_AUTH=ldap.example.com:389
AUTH=auth-service:8080
REDIS_AUTH=false
KAFKA_AUTH=SASL_SSL
TOKEN_SIGNING_KEY=RS256
ENCRYPTION_KEY=aes-256-gcm
ENCRYPTION_KEY=alias/my-key-1
ENCRYPTION_KEY=projects/p/locations/global/keyRings/r/cryptoKeys/k
ENCRYPTION_KEY=not set
ENCRYPTION_KEY=See the vault.
TOKEN_LIFETIME=1h30m
ACCESS_TOKEN=1h30m
ACCESS_TOKEN_EXPIRES_IN=15 minutes
REFRESH_TOKEN=P30D
API_KEY=API_KEY
DB_PASSWORD=DB_PASSWORD
TOKEN=OPENAI_API_KEY
DB_PASSWORD=%DB_PASSWORD%
DB_PASSWORD=%(password)s
DB_PASSWORD=((db-password))
DB_PASSWORD=<%= ENV['X'] %>
DB_PASSWORD=§{{ secrets.DB }}
DB_PASSWORD=op://vault/item/field
DB_PASSWORD=bws:1234
DB_PASSWORD=infisical://x/y
DB_PASSWORD=vault:secret/data/shop/db#password#1
DB_PASSWORD=>>vault:secret/data/db#password
DB_PASSWORD=gcp:secretmanager:projects/p/secrets/db/versions/latest
DB_PASSWORD=gcp:secretmanager:db
DB_PASSWORD=azure:keyvault:x/y
DB_PASSWORD=azurekeyvault@db
DB_PASSWORD=db@azurekeyvault
DB_PASSWORD=db-password@azurekeyvault?password
DB_PASSWORD=secret-inject@azurekeyvault
DB_PASSWORD=aws-sm:shop/db
DB_PASSWORD=aws:secretsmanager:shop/db
DB_PASSWORD=aws-ssm:/shop/db
DB_PASSWORD=ssm:/shop/db
DB_PASSWORD=<path:secret/data/x#y>
DB_PASSWORD=<path:secret/data/x#y | base64encode>
DB_PASSWORD=<vault:secret/data/x#y>
DB_PASSWORD=!secret db
DB_PASSWORD=kms:abc/def
DB_PASSWORD=conjur:prod/db/password
DB_PASSWORD=secret:shop/db
DB_PASSWORD=bao:secret/data/x#y
DB_PASSWORD=openbao:secret/data/x#y
DB_PASSWORD=1password://x/y
DB_PASSWORD=bitwarden://x
DB_PASSWORD=k8s://default/secret/db#password
DB_PASSWORD=ref+awssecrets://shop/db#/password
DB_PASSWORD=ref+sops://file.yaml#/a
DB_PASSWORD=berglas://bucket/secret
DB_PASSWORD=sm://project/secret#2
DB_PASSWORD=@Microsoft.KeyVault(VaultName=x;SecretName=y)
DB_PASSWORD=@{KeyVault:Db}
DB_PASSWORD={{resolve:secretsmanager:x}}
DB_PASSWORD=ENC(abcdef==)
DB_PASSWORD={cipher}abcdef
DB_PASSWORD=%%DB_PASSWORD%%
DB_PASSWORD=@@DB_PASSWORD@@
DB_PASSWORD=##DbPassword##
DB_PASSWORD=!DB_PASSWORD!
DB_PASSWORD=%{password1}
DB_PASSWORD=''
DB_PASSWORD=!var prod/db/password1
DB_PASSWORD=secret/data/db#password
DB_PASSWORD=secret/db1#password
ENCRYPTION_KEY=crn:v1:bluemix:public:kms:us-south:a/1:2:key:3
AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
DB_PASSWORD=not-used
DB_PASSWORD=from-secret
DB_PASSWORD=set-by-vault
DB_PASSWORD=certs/db.key
DB_PASSWORD=secrets/shop/db
DB_PASSWORD=C:\secrets\db.txt
PASSWORD_RESET_URL=https://x/y
PASSWORD_RESET_TOKEN_TTL=3600
JWT_SECRET_KEY_FILE=/etc/jwt
TLS_KEY=tls.key
SSH_KEY=id_rsa
SSH_PRIVATE_KEY=id_ed25519
PRIVATE_KEY=server-key.pem
SSH_AUTHORIZED_KEYS=ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExample me
WIREGUARD_PUBLIC_KEY=xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
AGE_RECIPIENT_KEY=age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p
S3_KEY=backups/db.tar.gz
OBJECT_KEY=path/to/object2
CACHE_KEY=v2
SORT_KEY=created_at
IDEMPOTENCY_KEY=header
KEY=user_id2
REDIS_KEY=queue:jobs:2
PRIMARY_KEY=Id2
COMPOSITE_KEY=TenantId_V2
API_KEY_HEADER=X-API-Key
X_API_KEY_NAME=X-Api-Key
AUTH_TOKEN=kubernetes
SERVICE_ACCOUNT_TOKEN=/var/run/secrets/kubernetes.io/serviceaccount/token
CSRF_TOKEN=X-CSRF-TOKEN
TOKENIZER=gpt2
MAX_NEW_TOKENS=2048
PAD_TOKEN=<pad>
OAUTH2_CLIENT_SECRET_NAME=foo
OAUTH_CLIENT_SECRET_KEY=client-secret
CLIENT_SECRET=client-secret
DB_SECRET=db-app1
database_secret=pg-main1
IMAGE_PULL_SECRET=regcred
SIGNING_SECRET=webhook-secret
DB_PASS_KEY=password
SECRET_KEY=password
USERPASS=
DISABLE_PASSWORD=true
NO_PASSWORD=1
PASSWORDLESS=true
PASSWORD_STORE=gopass
PASS=true
SALT_MASTER=salt.example.com
SALT_ROUNDS=12
SALT=10
PEPPER=true
LICENSE_KEY=trial
KAFKA_KEY_SERIALIZER=org.apache.kafka.common.serialization.StringSerializer
SIGNATURE=v4
AUTHORIZATION=rbac
authorization=Node,RBAC
KEYCLOAK_CREDENTIALS=kubernetes.io/sa
AWS_CREDENTIALS=ec2-metadata
CREDENTIAL_SOURCE=Ec2InstanceMetadata
AUTHORIZATION_MODE=RBAC
token=string
password=string
BYPASS=1
GIT_ASKPASS=echo
MYSQL_RANDOM_ROOT_PASSWORD=y
COMPASS=north1
MYSQL_PWD_FILE=/x
DD_CLIENT_TOKEN=pub0123456789abcdef0123456789abcdef
GITHUB_TOKEN=github.token
`;

const secret = `
RABBITMQ_ERLANG_COOKIE=k3J9x!Qp27zzV8
ERLANG_COOKIE=SWQOKODSQALRPCLNMEQG
SESSION_COOKIE=k3J9x!Qp27zzV8
AUTH_COOKIE=Zq7kGhTr5LmNpQy
SECRET_BLAH=k3J9x!Qp27zzV8
SECRET_SAUCE=hunter2
SECRET_KEY_BASE=9f86d081884c7d659a2feaa0c55ad015
SECRET_FOO=hV8mQz2LkT9wXc4R
DB_CREDENTIALS=admin:hunter2
DB_CREDENTIALS=k3J9x!Qp27zzV8
SERVICE_CREDENTIALS=Zq7kGhTr5LmNpQy
BASIC_AUTH=admin:k3J9x!Qp27zzV8
BASIC_AUTH=admin:changeme
HTTP_BASIC_AUTH=web:hunter2
ELASTIC_AUTH=elastic:changeme
REDIS_AUTH=hunter2
REDIS_AUTH=Zq7kGhTr5LmNpQy
MEMCACHED_AUTH=Zq7kGhTr5LmNpQy
STRIPE_KEY=sk_test_4eC39HqLyjWDarjtT1zdp7dc
STRIPE_KEY=k3J9x!Qp27zzV8
SENDGRID_KEY=Zq7kGhTr5LmNpQy
DATADOG_KEY=9f86d081884c7d659a2feaa0c55ad015
OPENAI_KEY=hunter2-abc
FERNET_KEY=81HqDtbqAywKSOumSha3BhWNOdQ26slT6K0YaZeZyPs=
CRYPTO_KEY_VALUE=Simple passphrase
ENCRYPTION_KEY=correct horse battery staple
GPG_PASSPHRASE=correct horse battery staple
KEY_PASSPHRASE=hunter2
PASSPHRASE=Simple passphrase
SSH_PASSPHRASE=swordfish
UNSEAL_KEY=Zq7kGhTr5LmNpQy
WIFI_PSK=hunter2hunter
PRESHARED_KEY=hunter22
DB_PW=web
bindpw=hunter2
rootpw=hunter2
storepass=hunter2
MYSQL_PASS=hunter2
password1=hunter2
ADMIN_PASSWORD2=hunter2
CLIENT_SECRET=1234abcd-12ab-34cd-56ef-1234567890ab
API_TOKEN=1234abcd-12ab-34cd-56ef-1234567890ab
SITE_SECRET_KEY=hunter22
RECAPTCHA_SECRET_KEY=6LeIxAcTAAAAAGG-vFI1TnRWxMZNFuojJ4WifJWe
PUSHER_APP_SECRET=a1b2c3d4e5f6a7b8c9d0
AZURE_SEARCH_API_KEY=9F86D081884C7D659A2FEAA0C55AD015
DJANGO_SECRET_KEY=django-insecure-abc123
JWT_SECRET=supersecret
NEXTAUTH_SECRET=supersecret
APP_KEY=base64:Zq7kGhTr5LmNpQyZq7kGhTr5LmNpQyZq7kGhTr5LmNp=
SALT=Zq7kGhTr5LmNpQy
COOKIE_PASSWORD=hunter2
DB_SECRET=hunter2
secret=hunter2
authToken=hunter2
LDAP_BIND_PASSWORD=admin
`;

describe('A variable', () => {
  it('is no secret where its name or its value says so', () => {
    const wrong = linesOf(harmless).filter((line) => isSecret(line.replaceAll('§', '$')));
    assert.deepEqual(wrong, []);
  });

  it('is a secret under the less usual names, too', () => {
    const missed = linesOf(secret).filter((line) => !isSecret(line));
    assert.deepEqual(missed, []);
  });
});
