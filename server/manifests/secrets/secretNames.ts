/**
 * What a name promises of its value.
 *
 * - *password*: whatever stands there is one, however weak
 * - *secret*: a secret, unless it is only the name of one
 * - *key*: a key or token, which is never a plain word
 * - *perhaps*: a secret only if it looks like one
 */
export type NameSense = 'password' | 'secret' | 'key' | 'perhaps';

/** A quick look whether any name of a text could be of a secret. */
export const mayNameSecret = /pass|pwd|pw\b|secret|token|key|cred|auth|salt|pepper|cookie|signature/i;

/** Said of the value, not of what it is: `PASSWORD_1`, `token_base64`, `SECRET_VALUE`. */
const trailing =
  /^(?:\d+|value|b64|base64|encoded|plain|plaintext|raw|text|string|old|new|current|previous|prod|production|dev|staging|primary|secondary)$/;

/** `…_KEY` with one of these before is a key of cryptography, not of a table or a cache. */
const keyQualities =
  'api|access|secret|private|encryption|encrypt|signing|sign|master|account|shared|app|application|auth|storage|service|license|licence|deploy|session|hmac|jwt|aes|cipher|crypto|crypt|admin|subscription|integration|ingest|write|rest|client|security|data|cookie|csrf|rsa|ssh|tls|ssl|pgp|gpg|webhook|consumer|server';

const gluedKey = new RegExp(`(?:${keyQualities})key$`);
const key = new RegExp(`^(?:${keyQualities})$`);

/** A *secret* of these is an object of that kind, whose name may be known. */
const secretObjects = /^(?:existing|pull|tls|cert|certificate|certificates|ca|image|kubernetes|k8s|registry)$/;

/** Tokens of these are no credentials. */
const harmlessTokens =
  /^(?:next|page|continue|continuation|cancellation|max|min|end|start|stop|pad|eos|bos|server|csrf|xsrf)$/;

/**
 * What a name says of its value; undefined if it speaks of no secret. English puts what a thing is at the end, so that
 * the last words decide: `TOKEN_TTL` is a time, `secretName` a name, `DB_PASSWORD_FILE` a file.
 */
export function senseOfName(name: string): NameSense | undefined {
  if (!mayNameSecret.test(name)) return undefined;
  const words = wordsOf(name);
  while (words.length > 1 && trailing.test(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (words.includes('public') || words.includes('pub') || words.includes('publishable')) return undefined;
  if (/(?:password|passwd|passwort|passphrase|passcode|requirepass|masterauth)s?$/.test(last)) return 'password';
  if (/^(?:pwd|pw)$/.test(last)) return words.length > 1 && !/^(?:old|print)$/.test(before) ? 'password' : undefined;
  if (last.endsWith('pass') && last.length <= 8) {
    return /^(?:proxy|fastcgi|uwsgi|grpc|scgi|memcached|first|second|by|bypass|compass)$/.test(before || last) ||
      last === 'bypass'
      ? undefined
      : 'password';
  }
  if (/secret$/.test(last)) return secretObjects.test(before) ? undefined : 'secret';
  if (/token$/.test(last)) return harmlessTokens.test(before) ? undefined : 'key';
  if (gluedKey.test(last) || (last === 'key' && key.test(before))) return 'key';
  return /^(?:key|keys|auth|secrets|tokens|credentials?|creds?|salt|pepper|cookie|signature)$/.test(last)
    ? 'perhaps'
    : undefined;
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
