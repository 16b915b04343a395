/**
 * What a name promises of its value.
 *
 * - *password*: whatever stands there is one, however weak
 * - *passphrase*: a password that may be a sentence
 * - *secret*: a secret, unless it is only the name of one
 * - *object*: the name of a Secret as often as what it holds
 * - *key*: a key or token, which is never a plain word
 * - *cipher key*: a key that may be a phrase, which the program makes a key of
 * - *login*: a secret if it is a user with a password, or looks like a secret
 * - *perhaps*: a secret only if it looks like one
 * - *pair*: what a value is found by, unless it can only be made by chance
 */
export type NameSense =
  | 'password'
  | 'passphrase'
  | 'secret'
  | 'object'
  | 'key'
  | 'cipher key'
  | 'login'
  | 'perhaps'
  | 'pair';

/** A quick look whether any name of a text could be of a secret. */
export const mayNameSecret = /pass|pwd|pw\b|secret|token|key|cred|auth|salt|pepper|cookie|signature|psk/i;

/** Said of the value, not of what it is: `PASSWORD_1`, `token_base64`, `SECRET_VALUE`. */
const trailing =
  /^(?:\d+|value|b64|base64|encoded|plain|plaintext|raw|text|string|old|new|current|previous|prod|production|dev|staging|primary|secondary)$/;

/** `…_KEY` with one of these before is a key of cryptography, not of a table or a cache. */
const keyQualities =
  'api|access|secret|private|priv|signing|sign|account|shared|preshared|app|application|auth|storage|service|license|licence|deploy|session|hmac|jwt|admin|subscription|integration|ingest|write|rest|client|security|data|cookie|csrf|rsa|ssh|tls|ssl|webhook|consumer|server|unseal';

/** A key with one of these before may be made of a phrase. */
const cipherQualities = 'encryption|encrypt|crypto|crypt|cipher|aes|fernet|master';

/** What is sold with a key for its interface. */
const vendors =
  'stripe|sendgrid|mailgun|mailchimp|mandrill|postmark|sparkpost|twilio|openai|anthropic|gemini|mistral|cohere|datadog|newrelic|honeycomb|pagerduty|opsgenie|rollbar|bugsnag|braintree|paypal|adyen|plaid|shopify|hubspot|intercom|zendesk|cloudflare|cloudinary|heroku|algolia|airtable|github|gitlab';

const gluedKey = new RegExp(`(?:${keyQualities}|${vendors})key$`);
const gluedCipherKey = new RegExp(`(?:${cipherQualities})key$`);
const key = new RegExp(`^(?:${keyQualities}|${vendors})$`);
const cipherKey = new RegExp(`^(?:${cipherQualities})$`);

/** Keys of these are made to stand in web pages. */
const publicKeys =
  /(?:^|_)(?:site|anon|browser|measurement)(?:key|_key|_token)$|^(?:gpg|pgp)_?keys?$|^pusher(?:_app)?_key$|^algolia_(?:\w+_)?search_(?:\w+_)?key$/;

/** What a build writes into the pages that it makes. */
const intoPages = /^(?:REACT_APP|VUE_APP|NG_APP|VITE|GATSBY)_/;

/** Names of what looks random and is meant to be seen. */
const lookedAt =
  /public|publishable|pub_?key|(?:id|ids|uid|uuid|guid|sha|sha\d+|md5|digest|hash|checksum|sum|fingerprint|version|revision|commit|build|tag|pub|cert|certs|certificate|crt|ca|chain|bundle|jwks?|url|uri|arn|path|file|image|data|config|template|policy|etag|cursor|thumbprint|modulus|kid|script|query|dsn)$/i;

/** A *secret* of these is an object of that kind, whose name may be known. */
const secretObjects = /^(?:existing|pull|tls|cert|certificate|certificates|ca|image|kubernetes|k8s|registry)$/;

/** A *secret* of these may be either. */
const secretHolders =
  /^(?:passwords?|credentials?|auth|login|users?|admin|root|env|config|key|db|database|redis|postgres|postgresql|pg|mysql|mariadb|mongodb|rabbitmq|smtp|ldap|bucket|storage|backup|s3|aws|gcp|azure)$/;

/** Tokens of these are no credentials. */
const harmlessTokens =
  /^(?:next|page|continue|continuation|cancellation|max|min|end|start|stop|pad|sep|cls|mask|unk|special|eos|bos|server|csrf|xsrf|with|without|no|has)$/;

/** `SECRET_…` that is about secrets, rather than one: what they are called, where they are kept, who reads them. */
const aboutSecrets =
  /^(?:names?|namespaces?|paths?|files?|dir|dirs|directory|folder|mount|mounts|backends?|stores?|storage|managers?|management|engines?|providers?|versions?|types?|kinds?|refs?|references?|arns?|urls?|uri|endpoint|hosts?|address|ports?|ttl|age|expiry|expiration|rotation|interval|period|timeout|formats?|prefix|suffix|separator|delimiter|length|size|count|max|min|limit|enabled?|disabled?|mode|class|drivers?|plugins?|sync|syncer|refresh|reload|reloader|lookup|fields?|labels?|selectors?|annotations?|region|zone|project|vault|scan|scanner|scanning|detection|sources?|service|operator|server|agent|controller|role|users?|username|owner|group|policy|configs?|configuration|settings?|hash|algorithm|alg|encoding|ids?|list|map|keys|templates?|tool|cmd|command|scripts?|env|environment|resolver|loader|reader|handler|injector|injection|exists|required|optional|generator|scope|tag|domain|cluster|access|data|objects?|resources?|kms|location|method|pattern|regex|chart|image|volume|dump|rules?|level|log|logging|headers?|cookie|params?|claim|column|table|query|index)$/;

/**
 * What a name says of its value; undefined if it speaks of no secret. English puts what a thing is at the end, so that
 * the last words decide: `TOKEN_TTL` is a time, `secretName` a name, `DB_PASSWORD_FILE` a file.
 */
export function senseOfName(name: string): NameSense | undefined {
  if (!mayNameSecret.test(name)) return undefined;
  const words = wordsOf(name);
  while (words.length > 1 && trailing.test(words.at(-1) ?? '')) words.pop();
  const last = (words.at(-1) ?? '').replace(/(?<=[a-z])\d+$/, '');
  const before = words.at(-2) ?? '';
  if (/public|publishable|pub_?key/i.test(name) || words.includes('pub')) return undefined;
  if (isPublicKey(name, words)) return undefined;
  return (
    senseOfPassword(last, before, words.length) ??
    senseOfKey(last, before) ??
    senseOfLast(last, before, words.length) ??
    (isOfSecrets(name, words) ? 'key' : undefined)
  );
}

/** True for the name of what may look like a key and is meant to be seen. */
export function saysWhatIsPublic(name: string): boolean {
  return lookedAt.test(name) || isPublicKey(name, wordsOf(name));
}

function isPublicKey(name: string, words: readonly string[]): boolean {
  return /(?:keys?|token)$/i.test(name) && (intoPages.test(name) || publicKeys.test(words.join('_')));
}

function senseOfPassword(last: string, before: string, count: number): NameSense | undefined {
  if (/passphrases?$/.test(last) || (last === 'phrase' && before === 'pass')) return 'passphrase';
  if (/(?:password|passwd|passwort|passcode|requirepass|masterauth)s?$/.test(last)) return 'password';
  if (/^(?:pwd|pw)$/.test(last)) return count > 1 && !/^(?:old|print)$/.test(before) ? 'password' : undefined;
  if (/^(?:root|admin|user|db|bind|ldap|mysql|pg|sql|smtp|mail|my)(?:pw|pwd)$/.test(last)) return 'password';
  if (!last.endsWith('pass') || /(?:ask|by|com|tres|encom|sur|over|under)pass$/.test(last)) return undefined;
  return /^(?:proxy|fastcgi|uwsgi|grpc|scgi|memcached|first|second|by|to|will|can|must|not)$/.test(before)
    ? undefined
    : 'password';
}

function senseOfKey(last: string, before: string): NameSense | undefined {
  if (last.endsWith('token')) return harmlessTokens.test(before) ? undefined : 'key';
  if (gluedCipherKey.test(last) || (last === 'key' && cipherKey.test(before))) return 'cipher key';
  return gluedKey.test(last) || (last === 'key' && key.test(before)) ? 'key' : undefined;
}

function senseOfLast(last: string, before: string, count: number): NameSense | undefined {
  if (/secret$/.test(last)) {
    if (secretObjects.test(before)) return undefined;
    return last === 'secret' && (count === 1 || secretHolders.test(before)) ? 'object' : 'secret';
  }
  if (last === 'psk' || (last === 'cookie' && before === 'erlang')) return 'secret';
  // Redis calls its password so.
  if (last === 'auth' && before === 'redis') return 'key';
  if (/^(?:(?:basic|http)?auth|authorization|credentials?|creds?|userpass)$/.test(last)) return 'login';
  if (/^keys?$/.test(last) && count === 1) return 'pair';
  return /^(?:keys?|secrets|tokens|salt|pepper|cookie|signature)$/.test(last) ? 'perhaps' : undefined;
}

/** `SECRET_WORD`, as environments name their secrets; other ways of writing names don't begin so. */
function isOfSecrets(name: string, words: readonly string[]): boolean {
  return /^secret_/i.test(name) && words.length > 1 && !words.slice(1).some((word) => aboutSecrets.test(word));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
