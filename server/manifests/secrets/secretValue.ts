import { isPlainlyRandom, looksRandom } from './randomness';
import { type NameSense, senseOfName } from './secretNames';
import { shapedSecretsIn } from './secretShapes';
import { isStandIn } from './standIns';

/** A secret found in a value. UTF-16 offsets in the value. */
export interface FoundSecret {
  readonly start: number;
  readonly end: number;
  /** With its article, never the secret itself: `a GitHub token`. */
  readonly what: string;
  /** What gives it away: what it looks like, or nothing but its name. */
  readonly by: 'shape' | 'name';
}

/** The secret that a named value is or holds; undefined if there is none. */
export function secretIn(name: string | undefined, value: string): FoundSecret | undefined {
  const [shaped] = shapedSecretsIn(value);
  if (shaped) return { ...shaped, by: 'shape' };
  const text = value.trim();
  const place = { start: value.indexOf(text), end: value.indexOf(text) + text.length };
  const sense = name === undefined ? undefined : senseOfName(name);
  if (sense) {
    if (isNoSecret(text, sense)) return undefined;
    if (looksRandom(text)) return { ...place, what: whatOf(sense, 'random'), by: 'shape' };
    return sense === 'perhaps' ? undefined : { ...place, what: whatOf(sense, 'made up'), by: 'name' };
  }
  if (name !== undefined && saysWhatIsPublic.test(name)) return undefined;
  return isPlainlyRandom(text) ? { ...place, what: 'what looks like a key', by: 'name' } : undefined;
}

/** Names of what looks random and is meant to be seen. */
const saysWhatIsPublic =
  /public|publishable|(?:id|ids|uid|uuid|guid|sha|sha\d+|md5|digest|hash|checksum|sum|fingerprint|version|revision|commit|build|tag|pub|cert|certs|certificate|crt|ca|chain|bundle|jwks?|url|uri|arn|path|file|image|data|config|template|policy|etag|cursor|thumbprint|modulus|kid|script|query|dsn)$/i;

function whatOf(sense: NameSense, origin: 'random' | 'made up'): string {
  if (sense === 'password') return 'a password';
  if (sense === 'key') return 'a key or token';
  return origin === 'random' ? 'a random key' : 'a secret';
}

const switches =
  /^(?:true|false|yes|no|on|off|enabled?|disabled?|optional|required|always|never|auto|automatic|inherit|default|basic|bearer|digest|include|omit|same-origin|key|token|secret|tls\.key|id_rsa|env|file|vault)$/i;

/** True for what a value of a secret's name may be without being a secret. */
function isNoSecret(text: string, sense: NameSense): boolean {
  if (isStandIn(text) || isPath(text) || isAddress(text) || isSentence(text) || isHash(text)) return true;
  if (switches.test(text) && !(sense === 'password' && /^(?:default|secret|token|key|vault)$/i.test(text))) return true;
  // Digits alone are a password like any other, but tokens and secrets are never counted.
  if (/^[\d.,:]+(?:[smhdwy]|ms)?$/i.test(text)) return sense !== 'password' || text.length < 3;
  if (isObject(text)) return true;
  if (sense === 'password') return false;
  // `ns/app-tls`, `db-credentials`, `app.key`: the name of a Secret, or of an entry or a file of one.
  if (
    /^(?:[a-z0-9-]+\/)?[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(text) &&
    /(?:^|[-./])(?:secrets?|tls|certs?|creds?|credentials?|keys?|tokens?|auth|config|pem|crt|password)(?:[-.]\w+)?$/.test(
      text,
    )
  ) {
    return true;
  }
  // A key is never a plain word: `partition`, `user.name`, `Authorization`.
  return (
    sense === 'key' &&
    /^[A-Za-z]+(?:[-_. ][A-Za-z]+)*$/.test(text) &&
    !/^(?:[a-z]*(?:secret|password|changeme|token)[a-z]*)$/i.test(text)
  );
}

function isPath(text: string): boolean {
  return /^(?:file:|~?\.{0,2}\/|[A-Za-z]:[\\/])[\w.@:+ \\/*-]*$/.test(text) && /[./\\][A-Za-z.]{2}/.test(text);
}

/** An address without a password in it, or a place in a network. */
function isAddress(text: string): boolean {
  return /^[a-z][\w+.-]*:\/\//i.test(text) || /^[\w-]+(?:\.[\w-]+)+:\d+$/.test(text);
}

function isSentence(text: string): boolean {
  return text.split(/\s+/).filter((word) => /^[A-Za-z'",.:-]+$/.test(word)).length >= 3;
}

/** Hashes of passwords (crypt, bcrypt, Argon2, LDAP) and digests with their algorithm named. */
function isHash(text: string): boolean {
  return /^(?:[\w.@-]+:)?(?:\$(?:apr1|2[abxy]?|5|6|y|argon2\w*|pbkdf2[\w-]*|scrypt)\$|\{S?SHA\d*\}|pbkdf2:|(?:sha(?:1|256|384|512)|md5)[:-])/i.test(
    text,
  );
}

/** A mapping or list written out: what is in it is judged by itself. */
function isObject(text: string): boolean {
  return /^[[{]/.test(text) || /^[|>][+-]?$/.test(text);
}
