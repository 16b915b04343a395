import { mayNameSecret } from './secretNames';
import { type SecretInText, secretIn } from './secretValue';
import { isInProgram, type TextForm, type TextSyntax } from './textSyntax';
import { lineBefore, longestLine, valueAt, type WrittenValue } from './writtenValue';

/** What may be a name or an option, in quotes or without. */
const word = /(?<![\w$])(["']?)(-{0,2}[A-Za-z_][\w./-]*)\1/g;

/** A variable of a program that marks its variables. */
const markedWord = /(?<!\w)(["']?)(-{0,2}\$?[A-Za-z_][\w./-]*)\1/g;

/** What stands between a name and its value, in all the ways in which settings and shells write it. */
const sign = /(?:\](?=[ \t]*=))?[ \t]*(?:=>|:=|=(?![=~])|:(?=[ \t])|(?<![ \t]):(?=["']))[ \t]*/y;

/** The same where a type may stand behind the name. */
const typedSign =
  /(?:\](?=[ \t]*=))?[ \t]*(?:[?!]?:[ \t]*[\w.[\]|<>]+[ \t]*=(?![=~>])|=>|:=|=(?![=~])|:(?=[ \t])|(?<![ \t]):(?=["']))[ \t]*/y;

/** What stands before the default of a variable in braces. */
const defaultSign = /:?=|:-/y;

/** An option's value may be the next word, or the next item of a list. */
const optionGap = /[ \t]+|[ \t]*,[ \t]*(?=["'])/y;

/** A variable of a container's environment, as a manifest within a text writes it. */
const variable =
  /["']?name["']?[ \t]*:[ \t]*["']?([\w.-]+)["']?[ \t]*(?:#.*)?(?:,|\r?\n)\s*["']?value["']?[ \t]*:[ \t]*/g;

/** What a text assigns, where it does so to a secret's name: the secrets, in its order but for variables of containers. */
export function* assignedSecrets(text: string, form: TextForm): Iterable<SecretInText> {
  if (!mayNameSecret.test(text)) return;
  let done = 0;
  for (const place of assignments(text, form)) {
    if (place.nameStart < done) continue;
    const value = assignedValue(text, place, form);
    if (!value) continue;
    // Words that are longer than any name hold no assignment.
    if (value.text.length > longestName && !/\s/.test(value.text)) done = value.start + value.text.length;
    const secret = secretOf(text, place, value);
    if (secret) yield secret;
  }
  for (const place of variables(text)) {
    const value = assignedValue(text, place, form);
    const secret = value && secretOf(text, place, value);
    if (secret) yield secret;
  }
}

const longestName = 200;

function assignedValue(text: string, place: Assignment, form: TextForm): WrittenValue | undefined {
  const { nameStart, valueStart, sign: between } = place;
  const before = lineBefore(text, nameStart);
  const syntax = syntaxAt(nameStart, before, form);
  if (syntax === 'shell' && setsNothing(between, before)) return undefined;
  if (isVariable(text, nameStart)) return defaultAt(text, valueStart);
  // What a shell says where a variable isn't set: `${PASSWORD:?password: must be set}`.
  if (endsText(text.charAt(valueStart), before) || /\$\{\w*:?\?[^}]*$/.test(before)) return undefined;
  const value = valueAt(text, valueStart, before, syntax);
  // An option without a value is followed by the next one.
  const isNext = value?.text.startsWith('-') && /\s$/.test(between) && place.name.startsWith('-');
  return isNext ? undefined : value;
}

/** True for the name of a variable in braces, which may have a default: `${PASSWORD:=hunter2}`. */
function isVariable(text: string, nameStart: number): boolean {
  return text.startsWith('${', nameStart - 2);
}

function defaultAt(text: string, start: number): WrittenValue | undefined {
  const [written] = /^[^\s}]+(?=\})/.exec(text.slice(start, start + longestLine)) ?? [];
  return written === undefined ? undefined : { start, text: written };
}

function secretOf(text: string, place: Assignment, value: WrittenValue): SecretInText | undefined {
  const name = place.name.replace(/^[-$]+/, '');
  const secret = secretIn(name, value.text);
  if (!secret) return undefined;
  const start = value.start + secret.start;
  const end = value.start + secret.end;
  if (secret.by === 'shape') return { ...secret, name, start, end };
  const before = lineBefore(text, place.nameStart).slice(-longestName);
  if (isNamed(before) || isSaid(place, before, text.slice(end, end + longestLine))) return undefined;
  return { ...secret, name, start, end };
}

/** A name with the place where its value begins. */
interface Assignment {
  readonly name: string;
  readonly nameStart: number;
  readonly sign: string;
  readonly valueStart: number;
}

function* assignments(text: string, { syntax }: TextForm): Iterable<Assignment> {
  const between = syntax === 'program' ? typedSign : sign;
  for (const match of text.matchAll(syntax === 'program' ? markedWord : word)) {
    const name = match[2] ?? '';
    if (name.length > longestName || !mayNameSecret.test(name)) continue;
    const end = match.index + match[0].length;
    const written = isVariable(text, match.index)
      ? signAt(text, end, defaultSign)
      : (signAt(text, end, between) ?? (takesNextWord(text, match.index, name) && signAt(text, end, optionGap)));
    if (written) yield { name, nameStart: match.index, sign: written, valueStart: end + written.length };
  }
}

function* variables(text: string): Iterable<Assignment> {
  for (const { 0: written, 1: name = '', index } of text.matchAll(variable)) {
    if (mayNameSecret.test(name)) yield { name, nameStart: index, sign: ':', valueStart: index + written.length };
  }
}

function signAt(text: string, offset: number, pattern: RegExp): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

/** Options begin with a hyphen where a word begins; Redis' settings need none. */
function takesNextWord(text: string, start: number, name: string): boolean {
  if (/^(?:requirepass|masterauth)$/.test(name)) return true;
  return name.startsWith('-') && /^[\s"'[(,=]?$/.test(text.charAt(start - 1));
}

/** True for a quote that ends the text in which the name stands: `print("token: ", token)`. */
function endsText(quote: string, before: string): boolean {
  if (quote !== '"' && quote !== "'") return false;
  // Neither an escaped quote nor an apostrophe opens one.
  return before.replace(/\\.|(?<=[a-z]{2})'(?=[a-z])/g, '').split(quote).length % 2 === 0;
}

function syntaxAt(offset: number, before: string, { syntax, programStart = Infinity }: TextForm): TextSyntax {
  return offset >= programStart || (syntax === 'shell' && isInProgram(before)) ? 'program' : syntax;
}

/** A shell sets a variable to nothing for the command behind it, and compares; MySQL's clients ask for the password. */
function setsNothing(between: string, before: string): boolean {
  if (/^=\s/.test(between)) return true;
  if (/^\s+=/.test(between)) return /(?:\[|\btest)\s[^\]]*$/.test(before);
  return between.trim() === '' && /\b(?:mysql|mariadb)[\w-]*\s[^|;&]*$/.test(before);
}

/** True behind an option that names a file, a field or a label: `--from-file=token=…`, `-l token=…`. */
function isNamed(before: string): boolean {
  return /(?:\s|^)(?:--?[\w-]*(?:file|path|dir|name|selector|query|field|output|columns|template)[= ]|-l[= ]?)["']?(?:jsonpath=)?$/i.test(
    before,
  );
}

const speaking =
  /\b(?:\w*grep|echo|printf|print\w*|log\w*(?:\.\w+)?|console\.\w+|puts|die|warn\w*|err\w*|info|debug|fatal|raise|throw|read|Write-\w+|fail\w*|panic|message|description)\b[^"']*["'][^"']*$/i;

/** True for words that a command prints, unless it prints them into a file. */
function isSaid({ name, sign: between }: Assignment, before: string, behind: string): boolean {
  if (/^[^\n]*(?:>|\|\s*\w)/.test(behind)) return false;
  if (between.trim() === '') return speaking.test(before);
  // A text that begins with a name is a message; headers have names of several words.
  return (
    between.trimStart().startsWith(':') && (speaking.test(before) || (/\s["']$/.test(before) && /^[A-Z]+$/.test(name)))
  );
}
