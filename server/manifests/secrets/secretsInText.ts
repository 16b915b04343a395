import { commandSecrets } from './commandSecrets';
import { mayNameSecret } from './secretNames';
import { shapedSecretsIn } from './secretShapes';
import { type FoundSecret, secretIn } from './secretValue';
import { isInProgram, type TextSyntax } from './textSyntax';
import { longestLine, valueAt } from './writtenValue';

/** A secret in a text that isn't one itself: a script, a file of settings. */
export interface SecretInText extends FoundSecret {
  /** What it is assigned to, if anything. */
  readonly name: string | undefined;
}

/** How a text is written: all of it alike, or a command line that ends in a program. */
export interface TextForm {
  readonly syntax: TextSyntax;
  /** From here on it is a program's. */
  readonly programStart?: number;
}

const settings: TextForm = { syntax: 'settings' };

/** What may be a name or an option, in quotes or without. */
const word = /(?<![\w$])(["']?)(-{0,2}[A-Za-z_][\w./-]*)\1/g;

/** A variable of a program that marks its variables. */
const markedWord = /(?<!\w)(["']?)(-{0,2}\$?[A-Za-z_][\w./-]*)\1/g;

/** What stands between a name and its value, in all the ways in which settings and shells write it. */
const sign = /[ \t]*(?:=>|:=|=(?![=~])|:(?=[ \t])|(?<![ \t]):(?=["']))[ \t]*/y;

/** The same where a type may stand behind the name. */
const typedSign =
  /[ \t]*(?:[?!]?:[ \t]*[\w.[\]|<>]+[ \t]*=(?![=~>])|=>|:=|=(?![=~])|:(?=[ \t])|(?<![ \t]):(?=["']))[ \t]*/y;

/** An option's value may be the next word, or the next item of a list. */
const optionGap = /[ \t]+|[ \t]*,[ \t]*(?=["'])/y;

/** A variable of a container's environment, as a manifest within a text writes it. */
const variable =
  /["']?name["']?[ \t]*:[ \t]*["']?([\w.-]+)["']?[ \t]*(?:#.*)?(?:,|\r?\n)\s*["']?value["']?[ \t]*:[ \t]*/g;

/**
 * The secrets in the text of a file or a script, in its order: whatever a line assigns to a secret's name, and whatever
 * has a secret's shape. Commented lines set nothing, and count for nothing.
 */
export function secretsInText(text: string, form: TextForm = settings): SecretInText[] {
  const found: SecretInText[] = shapedSecretsIn(text).map((shaped) => ({ ...shaped, by: 'shape', name: undefined }));
  for (const range of commandSecrets(text)) found.push({ ...range, what: 'a password', by: 'name', name: undefined });
  if (mayNameSecret.test(text)) {
    for (const place of [...assignments(text, form), ...variables(text)]) {
      const secret = assignedSecret(text, place, form);
      if (secret) found.push(secret);
    }
  }
  const counted = found.filter(({ start }) => !isCommented(text, start));
  return bounded(withoutRepeats(counted.sort((a, b) => a.start - b.start || b.end - a.end)));
}

/** A text with more secrets is a dump: each one is looked for in the manifest by itself, and nobody reads on. */
const mostSecrets = 100;

/** The same secrets, but for those beyond the limit: they and what stands between them become one. */
function bounded(found: SecretInText[]): SecretInText[] {
  const kept = found.slice(0, mostSecrets - 1);
  const [first, ...others] = found.slice(mostSecrets - 1);
  const last = others.at(-1);
  return first && last ? [...kept, { ...first, end: last.end }] : found;
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
    if (!mayNameSecret.test(name)) continue;
    const end = match.index + match[0].length;
    const written =
      signAt(text, end, between) ?? (takesNextWord(text, match.index, name) && signAt(text, end, optionGap));
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

function assignedSecret(text: string, place: Assignment, form: TextForm): SecretInText | undefined {
  const { nameStart, valueStart, sign: between } = place;
  const before = lineBefore(text, nameStart);
  const name = place.name.replace(/^[-$]+/, '');
  const syntax = syntaxAt(nameStart, before, form);
  if (syntax === 'shell' && setsNothing(between, before)) return undefined;
  const value = valueAt(text, valueStart, before, syntax);
  // An option without a value is followed by the next one.
  if (!value || (value.text.startsWith('-') && /\s$/.test(between) && place.name.startsWith('-'))) return undefined;
  const secret = secretIn(name, value.text);
  if (!secret) return undefined;
  const start = value.start + secret.start;
  const end = value.start + secret.end;
  if (secret.by === 'name' && (isNamed(before) || isSaid(place, before, text.slice(end, end + longestLine))))
    return undefined;
  return { ...secret, name, start, end };
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
  return /(?:\s|^)(?:--?[\w-]*(?:file|path|dir|name|selector|query|field|output|columns|template)[= ]|-[lo][= ]?)["']?(?:jsonpath=)?$/i.test(
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

function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - longestLine), offset);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** `#`, `;`, `//`, `--` and `<!--` begin a comment in nearly all files of settings. */
function isCommented(text: string, offset: number): boolean {
  // Comments are told by where their line begins; of endless lines nobody could tell.
  return /^\s*(?:#|;|\/\/|--\s|<!--)/.test(lineBefore(text, offset) + text.slice(offset, offset + 2));
}

function withoutRepeats(sorted: readonly SecretInText[]): SecretInText[] {
  const kept: SecretInText[] = [];
  for (const secret of sorted) {
    const previous = kept.at(-1);
    if (!previous || secret.start >= previous.end) kept.push(secret);
    else if (previous.by === 'name' && secret.by === 'shape') kept[kept.length - 1] = secret;
  }
  return kept;
}
