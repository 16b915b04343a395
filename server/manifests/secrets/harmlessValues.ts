import { looksRandom } from './randomness';

/** What a value of a secret's name may be without being a secret, whatever its name says. */
export function isNoSecret(text: string): boolean {
  const isThing = isPath(text) || isAddress(text) || isHash(text) || isWritten(text) || isPublicKey(text);
  return isThing || isVariableType(text) || isVersionRange(text) || isPattern(text) || isSample(text);
}

/** What a key or token is never: a word, a number, a time, a size, a version, a place, somebody's address. */
export function isNoKey(text: string): boolean {
  return (
    isAmount(text) || isAlgorithm(text) || isWords(text) || isOrdinal(text) || isMailAddress(text) || isEntry(text)
  );
}

/** What the entry of a Secret is called that holds it. */
function isEntry(text: string): boolean {
  return /^(?:(?:db|admin|root|user|api|access|client|auth|private|secret)[-_.]?)?(?:password|token|key|secret)$/i.test(
    text,
  );
}

/** `ns/app-tls`, `db-credentials`, `app.key`: the name of a Secret, or of an entry or a file of one. */
export function isNameOfSecret(text: string): boolean {
  return (
    /^(?:[a-z0-9-]+\/)?[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(text) &&
    /(?:^|[-./])(?:secrets?|tls|certs?|creds?|credentials?|keys?|tokens?|auth|config|pem|crt|password)(?:[-.]\w+)?$/.test(
      text,
    )
  );
}

/** A name as Kubernetes' objects have it, of several words. */
export function isNameOfObject(text: string): boolean {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(text) && !looksRandom(text);
}

/** True for a text that explains or asks: `Please enter your password`. */
export function isSentence(text: string): boolean {
  // What isn't English is a sentence, or a translation of a word, more often than a password.
  if (/[^ -~]/.test(text) && /^[\p{L}\p{M}\s.,:;!?'"()-]+$/u.test(text)) return true;
  return text.split(/\s+/).filter((word) => /^[\p{L}\p{M}'",.:!?-]+$/u.test(word)).length >= 3;
}

/** True for a sentence that speaks to somebody, rather than one that is kept as a passphrase. */
export function isMessage(text: string): boolean {
  return (
    isSentence(text) &&
    /[.:?!]$|\b(?:please|your?|the|an?|is|are|must|should|enter|type|choose|invalid|wrong|missing|passphrase|password)\b/i.test(
      text,
    )
  );
}

/** Two words or more, as a passphrase has them. */
export function isPhrase(text: string): boolean {
  return (
    /^[A-Za-z]+(?: [A-Za-z]+)+$/.test(text) && !/^(?:not?|see|from|set|use|uses|none|to|in|is|as|any)\b/i.test(text)
  );
}

const switches =
  /^(?:true|false|yes|no|[yn]|on|off|enabled?|disabled?|optional|required|always|never|auto|automatic|inherit|default|basic|bearer|digest|include|omit|same-origin|key|token|secret|tls\.key|id_(?:rsa|dsa|ecdsa|ed25519)|env|file|vault)$/i;

/** Words that switch something on or say how it is done. A password may be one that isn't a plain *yes* or *no*. */
export function isSwitch(text: string, isPassword: boolean): boolean {
  return switches.test(text) && !(isPassword && /^(?:default|secret|token|key|vault)$/i.test(text));
}

/** Digits alone. */
export function isNumber(text: string): boolean {
  return /^[\d.,:]+(?:[smhdwy]|ms)?$/i.test(text);
}

function isPath(text: string): boolean {
  if (/^(?:file:|~?\.{0,2}\/|[A-Za-z]:[\\/])[\w.@:+ \\/*-]*$/.test(text)) return /[./\\][A-Za-z.]{2}/.test(text);
  // From the folder that a program runs in: `certs/web.key`, `secrets/shop/db`.
  const isRelative = /^(?:[\w.@-]+\/)+[\w@-]+\.[A-Za-z]{2,10}$|^(?:[a-z][a-z0-9_.-]*\/){2,}[a-z0-9_.-]+$/.test(text);
  // Many commands read a file whose name has this sign before it.
  return (
    (isRelative && !looksRandom(text)) ||
    fileName.test(text.replace(/^@/, '')) ||
    /^@[.~]?\/|^[\w./-]+\/[\w.-]+#[\w.-]+$/.test(text)
  );
}

const fileName =
  /^[\w-]{1,60}\.(?:key|pem|crt|cer|der|p12|pfx|jks|keystore|kdbx|keytab|json|ya?ml|toml|ini|conf|properties|txt|env|asc|gpg|pub)$/i;

/** An address without a password in it, or a place in a network. */
function isAddress(text: string): boolean {
  return /^[a-z][\w+.-]*:\/\//i.test(text) || /^[\w-]+(?:\.[\w-]+)+:\d+$/.test(text);
}

function isMailAddress(text: string): boolean {
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}$/.test(text);
}

/** Hashes of passwords (crypt, bcrypt, Argon2, LDAP, MySQL, PostgreSQL) and digests with their algorithm named. */
function isHash(text: string): boolean {
  return /^\*[0-9A-F]{40}$|^md5[0-9a-f]{32}$|^(?:[\w.@-]+:)?(?:\$(?:apr1|2[abxy]?|5|6|y|argon2\w*|pbkdf2[\w-]*|scrypt)\$|\{S?SHA\d*\}|pbkdf2:|SCRAM-SHA-\d+\$|(?:sha(?:1|256|384|512)|md5)[:-])/i.test(
    text,
  );
}

/** A mapping or list written out: what is in it is judged by itself. */
function isWritten(text: string): boolean {
  return /^[[{]/.test(text) || /^[|>][+-]?$/.test(text);
}

/** Keys that are given to everybody: public halves, certificates, and what vendors make for web pages. */
function isPublicKey(text: string): boolean {
  return /^(?:phc_\w|pk_(?:live|test)_\w|pk\.eyJ|sb_publishable_\w|pub-c-|sub-c-|pub[0-9a-f]{32}$|UA-\d|GTM-[A-Z0-9]|G-[A-Z0-9]{8,}$|age1[02-9ac-hj-np-z]{50}|npub1|(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\w+|sk-[\w-]+@openssh\.com) AAAA|-----BEGIN (?:[A-Z0-9]+ )*(?:CERTIFICATE|PUBLIC KEY))/.test(
    text,
  );
}

/** `password: string` describes what stands there elsewhere. */
function isVariableType(text: string): boolean {
  return /^(?:string|str|bool|boolean|int|integer|number|object|bytes|uuid|Secret(?:Str)?|Secure(?:String)?|varchar(?:\(\d+\))?)\??$/.test(
    text,
  );
}

/** What AWS prints in its documentation, so that everybody knows it. */
function isSample(text: string): boolean {
  return /^[\w/+]{13,}EXAMPLE(?:KEY)?$/.test(text);
}

/** A regular expression that finds a secret: `(?P<password>\\S+)`. */
function isPattern(text: string): boolean {
  return /\(\?[P:<!=i]|\\[SswWdDb][+*)]|\[\^|\(\.[*+]/.test(text);
}

/** What package managers ask for: `^9.0.0`, `>= 2`. */
function isVersionRange(text: string): boolean {
  return /^(?:[\^~]|[<>]=?|==) ?v?\d+(?:\.[\dx*]+)*(?:-[\w.]+)?$/.test(text);
}

/** Numbers, times, sizes and versions. */
function isAmount(text: string): boolean {
  return (
    /^(?:\d+(?:\.\d+)? ?(?:ns|us|ms|[smhdwy]|secs?|mins?|seconds?|minutes?|hours?|days?|weeks?|bits?|bytes?|[kmgt](?:i?b|i)?),? ?)+$/i.test(
      text,
    ) || /^P(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$|^v?\d+(?:\.\w+)+(?:-[\w.]+)?$|^v\d+$/.test(text)
  );
}

function isAlgorithm(text: string): boolean {
  return /^(?:(?:HS|RS|ES|PS)(?:256|384|512)K?|EdDSA|ed25519|(?:aes|rsa|sha|hmac|scram|blake|chacha)[\dA-Za-z]*(?:[-_]\w{1,8})*|md5|dir|secretbox|oauth2?|oidc|saml2?|ntlm(?:v2)?|x509)$/i.test(
    text,
  );
}

/** `partition`, `user.name`, `Authorization`. */
function isWords(text: string): boolean {
  return (
    /^[A-Za-z]+(?:[-_. ][A-Za-z]+)*$/.test(text) && !/^(?:[a-z]*(?:secret|password|changeme|token)[a-z]*)$/i.test(text)
  );
}

/** One of several of that name, such as a region: `eu-west-1`. */
function isOrdinal(text: string): boolean {
  return /^[a-z]+(?:[-_.][a-z]+)*[-_.]\d{1,2}[a-z]?$/.test(text);
}
