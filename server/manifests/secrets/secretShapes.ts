import type { OffsetRange } from '../../yaml/parsing/lines';
import { decodedText } from './base64';
import { keyFormats } from './keyFormats';
import { isUuid, looksMadeUp, looksRandom } from './randomness';
import { isStandIn } from './standIns';

/** A secret that its shape gives away. UTF-16 offsets in the text that was searched. */
export interface ShapedSecret extends OffsetRange {
  /** With its article, never the secret itself: `a private key`. */
  readonly what: string;
}

/** What the shapes without a vendor begin with. */
const otherMarks = ['PRIVATE KEY', 'LS0tLS1CRUdJTi', '.eyJ', '://', '"auth"'];

const marks = [...keyFormats.flatMap((format) => format.marks), ...otherMarks].map((mark) =>
  mark.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
);

/** A quick look whether a text can hold any shape; nearly all texts don't. */
const mayHoldShape = new RegExp(
  `${marks.join('|')}|(?:[Pp]ass[Ww]ord|PASSWORD|[Pp][Ww][Dd])\\s*=|(?:[Bb]asic|[Bb]earer|BASIC|BEARER|[Aa]uthorization.{1,20}) `,
);

/** The secrets in a text that can be told by their shape: vendors' keys, private keys, tokens, passwords in addresses. */
export function shapedSecretsIn(text: string): ShapedSecret[] {
  // Nothing that is shorter could have a shape.
  if (text.length < 8 || !mayHoldShape.test(text)) return [];
  const found: ShapedSecret[] = [];
  for (const format of keyFormats) {
    if (!format.marks.some((mark) => text.includes(mark))) continue;
    const { pattern, what } = format;
    for (const match of text.matchAll(pattern)) {
      const secret = match.groups?.secret ?? match[0];
      if (!isSample(secret)) found.push(spanOf(match, secret, what));
    }
  }
  for (const shape of [privateKeys, encodedPrivateKeys, webTokens, addresses, connectionStrings, headers, logins]) {
    found.push(...shape(text));
  }
  return found.sort((a, b) => a.start - b.start);
}

function spanOf(match: RegExpExecArray, secret: string, what: string): ShapedSecret {
  const start = match.index + match[0].lastIndexOf(secret);
  return { start, end: start + secret.length, what };
}

/** Documentation uses keys that were never valid: AKIAIOSFODNN7EXAMPLE, ghp_xxxxxxxx. */
function isSample(key: string): boolean {
  return /EXAMPLE|(.)\1{7}|x{5}|X{5}|1234567890abcdef|abcdefghij/i.test(key);
}

/** PEM (RFC 7468, OpenSSH, OpenPGP). A header without a body is a placeholder. */
function* privateKeys(text: string): Iterable<ShapedSecret> {
  if (!text.includes('PRIVATE KEY')) return;
  const block = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?<secret>(?:(?!-----)[\s\S])*)/g;
  for (const match of text.matchAll(block)) {
    const body = match.groups?.secret ?? '';
    if ((body.match(/[A-Za-z0-9+/=]/g)?.length ?? 0) < 64 || !/[A-Za-z0-9+/]{32}/.test(body)) continue;
    const start = match.index + match[0].indexOf(body);
    yield { start, end: start + body.length, what: 'a private key' };
  }
}

/** PEM in base64 once more, as in a Secret's `data`. */
function* encodedPrivateKeys(text: string): Iterable<ShapedSecret> {
  for (const match of text.matchAll(/LS0tLS1CRUdJTi[A-Za-z0-9+/]{60,}(?:[ \t]*\r?\n[ \t]*[A-Za-z0-9+/]+)*={0,2}/g)) {
    if (decodedText(match[0].slice(0, 60))?.includes('PRIVATE KEY')) {
      yield spanOf(match, match[0], 'a private key');
    }
  }
}

/** JSON Web Tokens (RFC 7519): two JSON objects and a signature. */
function* webTokens(text: string): Iterable<ShapedSecret> {
  if (!text.includes('.eyJ')) return;
  for (const match of text.matchAll(/(?<![\w-])(eyJ[\w-]{10,})\.(eyJ[\w-]{10,})\.[\w-]{20,}/g)) {
    if (!decodedText(match[1] ?? '')?.includes('"alg"')) continue;
    // Supabase's key for everybody is made to stand in web pages.
    if (decodedText(match[2] ?? '')?.includes('"role":"anon"')) continue;
    yield spanOf(match, match[0], 'a JSON Web Token');
  }
}

/** `scheme://user:password@host` (RFC 3986, 3.2.1). */
function* addresses(text: string): Iterable<ShapedSecret> {
  if (!text.includes('://')) return;
  const address = /[A-Za-z][\w+.-]{1,30}:\/\/[^\s:/@"'<>?#]*:(?<secret>[^\s/@"'<>]+)@[\w.([{$%-]/g;
  for (const match of text.matchAll(address)) {
    const password = match.groups?.secret ?? '';
    if (isStandIn(password)) continue;
    yield spanOf(match, `${password}`, 'an address with its password');
  }
}

/** `Server=…;User Id=…;Password=…`: ADO.NET, ODBC and JDBC's cousins. */
function* connectionStrings(text: string): Iterable<ShapedSecret> {
  if (!text.includes(';') || !/(?:password|pwd)\s*=/i.test(text)) return;
  const line = /(?:server|data source|host|database|user ?id|uid)\s*=[^;\n]*;[^\n]*/gi;
  for (const { 0: whole, index } of text.matchAll(line)) {
    const password = /;\s*(?:password|pwd)\s*=\s*(?<secret>[^;\s"']+)/i.exec(whole);
    const secret = password?.groups?.secret;
    if (!password || secret === undefined || isStandIn(secret)) continue;
    const start = index + password.index + password[0].lastIndexOf(secret);
    yield { start, end: start + secret.length, what: 'a connection string with its password' };
  }
}

/**
 * `Authorization: Basic …` and `Bearer …` (RFC 7617, RFC 6750), and the schemes that others made after them. A token may
 * look like anything; where the header isn't named, what stands behind the word has to look like one.
 */
function* headers(text: string): Iterable<ShapedSecret> {
  for (const match of text.matchAll(header)) {
    const { named, ofHeader, alone = '', secret = '' } = match.groups ?? {};
    if (isStandIn(secret)) continue;
    const isBasic = /^basic$/i.test(ofHeader ?? alone);
    const isSecret = isBasic ? isEncodedLogin(secret) : isToken(secret, named !== undefined);
    if (isSecret) yield spanOf(match, secret, isBasic ? 'a login' : 'a bearer token');
  }
}

const header =
  /(?:(?<named>\bAuthorization["']?[ \t]*[:=][ \t]*["']?)(?<ofHeader>Basic|Bearer|Token|ApiKey)|\b(?<alone>Basic|Bearer))[ \t]+(?<secret>[^\s"'`,;<>\\)\]}]{6,})/gi;

function isEncodedLogin(encoded: string): boolean {
  const [, password = ''] = decodedText(encoded)?.split(':') ?? [];
  return !isStandIn(password);
}

function isToken(text: string, isNamed: boolean): boolean {
  if (looksRandom(text) || looksMadeUp(text) || isUuid(text)) return true;
  return isNamed && /\d/.test(text) && /[A-Za-z]/.test(text);
}

/** The logins of a Docker configuration: `"auth": "dXNlcjpwYXNzd29yZA=="`. */
function* logins(text: string): Iterable<ShapedSecret> {
  for (const match of text.matchAll(/"auth"\s*:\s*"(?<secret>[A-Za-z0-9+/]{6,}={0,2})"/g)) {
    const secret = match.groups?.secret ?? '';
    const password = decodedText(secret)?.split(':')[1];
    if (password && !isStandIn(password)) yield spanOf(match, secret, 'the login of a registry');
  }
}
