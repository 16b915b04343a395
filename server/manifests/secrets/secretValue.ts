import {
  isMessage,
  isNameOfObject,
  isNameOfSecret,
  isNoKey,
  isNoSecret,
  isNumber,
  isPhrase,
  isSentence,
  isSwitch,
} from './harmlessValues';
import { isPlainlyRandom, looksMadeUp, looksRandom } from './randomness';
import { type NameSense, saysWhatIsPublic, senseOfName } from './secretNames';
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

/** A secret in a text that isn't one itself: a script, a file of settings. */
export interface SecretInText extends FoundSecret {
  /** What it is assigned to, if anything. */
  readonly name: string | undefined;
}

/** The secret that a named value is or holds; undefined if there is none. */
export function secretIn(name: string | undefined, value: string): FoundSecret | undefined {
  const [shaped] = shapedSecretsIn(value);
  if (shaped) return { ...shaped, by: 'shape' };
  const text = value.trim();
  const place = { start: value.indexOf(text), end: value.indexOf(text) + text.length };
  const sense = name === undefined ? undefined : senseOfName(name);
  if (sense) {
    if (isHarmless(text, sense)) return undefined;
    if (looksRandom(text)) return { ...place, what: whatOf(sense, 'random'), by: 'shape' };
    return isMeant(text, sense) ? { ...place, what: whatOf(sense, 'made up'), by: 'name' } : undefined;
  }
  if (name !== undefined && saysWhatIsPublic(name)) return undefined;
  return isPlainlyRandom(text) && !isNoSecret(text) && !isStandIn(text)
    ? { ...place, what: 'what looks like a key', by: 'name' }
    : undefined;
}

function whatOf(sense: NameSense, origin: 'random' | 'made up'): string {
  switch (sense) {
    case 'password':
      return 'a password';
    case 'passphrase':
      return 'a passphrase';
    case 'key':
    case 'cipher key':
      return 'a key or token';
    default:
      return origin === 'random' ? 'a random key' : 'a secret';
  }
}

/** True for what a value of a secret's name may be without being a secret. */
function isHarmless(text: string, sense: NameSense): boolean {
  const isPassword = sense === 'password' || sense === 'passphrase';
  if (isStandIn(text) || isNoSecret(text) || isSwitch(text, isPassword) || isNameOfVariable(text)) return true;
  if (sense === 'passphrase' || sense === 'cipher key' ? isMessage(text) : isSentence(text)) return true;
  // Digits alone are a password like any other, but tokens and secrets are never counted.
  if (isNumber(text)) return !isPassword || text.length < 3;
  if (isPassword) return false;
  if (isNameOfSecret(text) || (sense === 'object' && isNameOfObject(text))) return true;
  if (sense === 'cipher key' && (isPhrase(text) || isSentence(text))) return false;
  return sense !== 'secret' && isNoKey(text);
}

/** `DB_PASSWORD`: the variable that holds the secret. */
function isNameOfVariable(text: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text) && senseOfName(text) !== undefined;
}

/** Whether a name that promises little can mean this value. */
function isMeant(text: string, sense: NameSense): boolean {
  if (sense === 'pair') return false;
  if (sense === 'perhaps') return looksMadeUp(text);
  return sense !== 'login' || looksMadeUp(text) || isLogin(text);
}

/** `admin:hunter2`: a user's name and a password, which is no port. */
function isLogin(text: string): boolean {
  const [, password = ''] = /^[\w.@+-]{2,64}:([^\s:/]{4,})$/.exec(text) ?? [];
  if (password === '' || isStandIn(password) || /^\d{1,5}$/.test(password) || /^user(?:name)?:pass/i.test(text))
    return false;
  return /\d|[^\w.-]|^(?:changeme|password|passwd|admin|root|guest|secret|test|default|elastic|postgres)$/i.test(
    password,
  );
}
