import assert from 'node:assert/strict';
import { secretsInText } from '../../../../server/manifests/secrets/secretsInText';
import { programStart, syntaxOfFile } from '../../../../server/manifests/secrets/textSyntax';

/** Files by name. What ends in `!` behind the sign of a comment holds a secret. */
const files: Readonly<Record<string, string>> = {
  'a.py': `
import os
password = os.environ['DB_PASSWORD']
API_KEY = os.getenv("API_KEY", default="")
token = "hunter2abc" #!
client = Client(password=PASSWORD, token=token_from(x))
conn = psycopg2.connect(host="db", password=pw, user=user)
secret = b"hunter2abc" #!
secret_key: str = "hunter2abc" #!
secret_key: str = Field(..., env="SECRET_KEY")
password = f"{prefix}-{x}"
password = None
password=getpass()
token = "Bearer " + token
headers = {"Authorization": "Bearer " + token, "X-Api-Key": api_key}
headers = {"Authorization": f"Bearer {token}"}
headers = {"Authorization": "Bearer hunter2abc"} #!
if password == "hunter2abc":
    raise ValueError("password: must not be empty")
print("token: missing value1")
c.JupyterHub.cookie_secret = bytes.fromhex(x)
parser.add_argument("--password", help="the password1")
parser.add_argument('--token', default=os.environ.get('TOKEN1'))
data = dict(secret=secret1, key=key1)
os.environ["DB_PASSWORD"] = "hunter2" #!
os.environ["DB_PASSWORD"] = read_secret("db1")
message = "token: " + token + " is wrong1"
say("password: ", pw1, "secret: ", s1)
payload = '{"password": "hunter2"}' #!
password = settings["a"]
`,
  config: `
db_password = get_secret_value("db.password", None)
c.Hub.cookie_secret = get_secret_value("hub.cookie_secret")
`,
  'a.js': `
const token = process.env.TOKEN1;
const apiKey = token1;
const x = { password: pw1, secret: cfg.secret1, token };
const y = { password: 'hunter2' }; //!
let secret = await getSecret('db1');
client.setToken(\`\${token1}\`);
export const API_KEY = import.meta.env.VITE_KEY1;
`,
  'app.properties': `
db.password=hunter2 #!
db.url=jdbc:postgresql://db/web
spring.datasource.password=\${DB_PASSWORD}
api.key=
auth.token=abc123def456 #!
key.serializer=org.apache.kafka.common.serialization.StringSerializer
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="hunter2"; #!
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="\${PW}";
ssl.keystore.password=\${file:/opt/kafka/x:pw}
`,
  'a.yaml': `
password: hunter2 #!
password: "hunter2" #!
token: !vault |
  $ANSIBLE_VAULT;1.1
password: !secret db_password
password: &pw hunter2 #!
other_password: *pw
secret: {name: a}
secretName: x1
tokenReview: {a: b}
password: {{ .Values.password }}
api_key: $API_KEY
client_secret: vars.client_secret
password: lookup('env', 'X1')
auth:
  token: settings.token1
- name: DB_PASSWORD
  value: hunter2 #!
- name: DB_PASSWORD
  valueFrom: {secretKeyRef: {name: a, key: password}}
bearer_token_file: /var/run/x
credentials_file: /var/run/x
basic_auth: {username: a, password: hunter2} #!
`,
  'a.sh': `
PASSWORD=$(cat /run/x)
PASSWORD="$1"
PASSWORD=hunter2 #!
export PGPASSWORD='hunter2' #!
PASSWORD= ./run me1
TOKEN=\${TOKEN:?}
TOKEN=\${TOKEN:-hunter2abc} #!
PASSWORD=\${PASSWORD:-}
PASSWORD=\${PASSWORD:-$OTHER}
PASSWORD="\${PASSWORD:=hunter2}" #!
kubectl create secret generic admin-token --from-file=token=/shared/token --from-literal=other="$(cat /x)"
kubectl create secret generic admin-token --from-file=token=path1/token1
kubectl create secret generic x --from-literal=password=hunter2 #!
kubectl create secret generic x --from-literal=password="$PW"
kubectl create secret generic x --from-literal=password="$(openssl rand -hex 16)"
kubectl get secret db-password -o yaml
kubectl get secret -l token=abc1 -o jsonpath='{.data.token}'
kubectl get secret my-token -n x1
kubectl delete secret api-key --wait=false
kubectl annotate secret db-password x=y1
kubectl create secret tls web-key --key=tls1.key --cert=x.crt
kubectl create token web --duration 1h
vault kv put secret/db password=hunter2 #!
vault kv put secret/db password=@pw.txt
mount -t cifs -o password=hunter2,user=a //x /y #!
vault kv get -field=password secret/db1
vault write auth/kubernetes/login role=a jwt=$JWT
aws secretsmanager get-secret-value --secret-id shop/db-password --query SecretString
gcloud secrets versions access latest --secret=db-password --project=p1
az keyvault secret show --name db-password --vault-name x1
helm upgrade web-secret ./chart1
helm upgrade x --set auth.password=hunter2 #!
helm upgrade x --set auth.existingSecret=db1
echo "password: hunter2"
echo "password: hunter2" >> config.yaml #!
echo "db_password=hunter2" >> .env #!
echo "Enter password:" ; read -s password
read -sp "Password: " PASS1
[ "$TOKEN" = "x1" ]
if [ token = x1 ]; then
curl -H "X-Auth-Token: $TOKEN" x1
curl -H "X-Auth-Token: hunter2abc" x1 #!
curl -H "Authorization: Bearer $(cat /x)" x
curl -H "Authorization: token hunter2abc1" #!
curl -u "$USER:$PASS" x
curl -u admin:hunter2 x #!
docker login -u a --password-stdin
echo hunter2 | docker login -u a --password-stdin #!
echo "$PW" | docker login -u a --password-stdin
mysql -uroot -p"$PW"
mysql --password="$PW" db
mysql --password db1
PGPASSWORD="\${PGPASSWORD}" psql
sed -i "s/password=.*/password=$PW/" x
sed -i 's/__TOKEN__/x1/' y
openssl req -passin pass:hunter2 #!
openssl req -passin pass:$PW
openssl req -passin env:PW1
keytool -storepass hunter2 #!
keytool -storepass:env PW1
keytool -storepass:file pw1.txt
redis-cli -a "$REDIS_PASSWORD"
python3 -c "import os; connect(password=pw1)"
grep -q "token: abc1" file
jq -r '.token' x1
export TOKEN
: "\${PASSWORD:?password: must be set1}"
[[ -z "\${API_KEY}" ]] && { echo >&2 "API_KEY: not set1"; exit 1; }
gpg --batch --passphrase hunter2 -d x1 #!
gpg --batch --passphrase "$PP" -d x1
gh auth login --with-token < /run/token1
argocd login --auth-token "$X" --grpc-web
argocd account update-password --current-password hunter2 --new-password "$N" #!
`,
  'init.sql': `
CREATE USER app WITH PASSWORD 'hunter2'; --!
ALTER USER app PASSWORD '$PW';
ALTER USER app WITH PASSWORD :'password1';
CREATE USER 'a'@'%' IDENTIFIED BY 'hunter2'; --!
CREATE USER app IDENTIFIED BY '\${PW}';
CREATE USER app IDENTIFIED BY PASSWORD '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';
ALTER ROLE app PASSWORD 'md55f4dcc3b5aa765d61d8327deb882cf99';
UPDATE users SET password = crypt(x1, gen_salt('bf'));
UPDATE users SET password = md5('hunter2');
CREATE TABLE users (id int, password varchar(255), token text);
INSERT INTO t (password) VALUES ('x1');
`,
  'main.tf': `
password = var.db_password1
token = data.vault_generic_secret.db.data["token1"]
secret_key = local.key1
api_key = "hunter2abc" #!
password = random_password.x.result
`,
  'nginx.conf': `
proxy_set_header Authorization "Bearer $token1";
auth_jwt_key_file /x1;
set $token "abc1";
auth_request_set $auth_cookie $upstream_http_set_cookie;
`,
  'promtail.yaml': `
- regex: {expression: 'password=(?P<password>\\S+)'}
- replace: {expression: 'token=(\\S+)', replace: 'token=***'}
- password: "hunter2" #!
`,
  'gitlab.rb': `
gitlab_rails['smtp_password'] = "hunter2" #!
gitlab_rails['smtp_password'] = ENV['X1']
`,
  'my.cnf': `
password = hunter2 #!
password=
`,
  'fluent.conf': `
password "#{ENV['ES_PASSWORD1']}"
shared_key "#{ENV['K1']}"
shared_key hunter2abc
`,
  'a.json': `
{"password": "hunter2"} //!
{"password": "\${PW}", "token": null, "secret": true, "apiKey": 12345}
{"type": "password", "name": "password", "label": "Password1"}
{"properties": {"password": {"type": "string"}}}
`,
  Jenkinsfile: `
withCredentials([string(credentialsId: 'db1', variable: 'TOKEN1')]) { sh 'x' }
password: env.DB_PASSWORD1
def token = readFile('x1')
`,
  'a.go': `
token := os.Getenv("TOKEN1")
cfg := Config{Password: pw1, Token: tok1}
password := string(secret.Data["password1"])
`,
  'a.ps1': `
$password = Get-Content /run/x1
$token = $env:TOKEN1
$secret = ConvertTo-SecureString x1
`,
  'a.php': `
'password' => env('DB_PASSWORD1'),
$password = "hunter2"; //!
'secret' => 'hunter2abc', //!
`,
  'a.rb': `
password = ENV['X1']
token = ENV.fetch('TOKEN1')
secret_key_base: <%= ENV["SECRET1"] %>
`,
};

const mark = / ?(?:#|\/\/|--)!$/;

describe('The text of a file', () => {
  for (const [name, text] of Object.entries(files)) {
    it(`holds the secrets that it spells out, and none that it fetches: ${name}`, () => {
      const lines = text.split('\n').map((line) => ({ line: line.replace(mark, ''), isSecret: mark.test(line) }));
      const plain = lines.map(({ line }) => line).join('\n');
      const found = secretsInText(plain, { syntax: syntaxOfFile(name, plain) }).map(
        ({ start }) => plain.slice(0, start).split('\n').length - 1,
      );
      const expected = lines.flatMap(({ isSecret }, index) => (isSecret ? index : []));
      assert.deepEqual(
        [...new Set(found)].map((index) => lines[index]?.line),
        expected.map((index) => lines[index]?.line),
      );
    });
  }

  it('is read to its end, however long its words are', () => {
    const text = `${'a.b/c-'.repeat(20_000)}\npassword=hunter2\n${'"key'.repeat(20_000)}`;
    assert.equal(secretsInText(text).length, 1);
  });
});

describe('A command line', () => {
  const secretsOf = (line: string) =>
    secretsInText(line, { syntax: 'shell', programStart: programStart(line) }).map(({ start, end }) =>
      line.slice(start, end),
    );

  it('holds the values of options, and of words that only look like one none', () => {
    assert.deepEqual(secretsOf('run --db-password hunter2 -token=hunter2abc'), ['hunter2', 'hunter2abc']);
    assert.deepEqual(secretsOf('--keyfile=/etc/dns/provider-api-key --disable-legacy'), []);
    assert.deepEqual(secretsOf('kubectl get secret db-secret -o yaml'), []);
    assert.deepEqual(secretsOf('--secret-name db-password --namespace shop'), []);
    assert.deepEqual(secretsOf('reset-password --user admin'), []);
  });

  it('may end in a program, in which an unquoted word is a variable', () => {
    assert.deepEqual(secretsOf('python -c import os; connect(password=pw1)'), []);
    assert.deepEqual(secretsOf('/usr/bin/node -e run({secret: token1})'), []);
    assert.deepEqual(secretsOf('sh -c python3 -c "login(token=tok1)"'), []);
    assert.deepEqual(secretsOf('python3 -c connect(password="hunter2")'), ['hunter2']);
  });
});
