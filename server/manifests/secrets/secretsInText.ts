import { mayNameSecret } from './secretNames';
import { shapedSecretsIn } from './secretShapes';
import { type FoundSecret, secretIn } from './secretValue';
import { isStandIn } from './standIns';

/** A secret in a text that isn't one itself: a script, a file of settings. */
export interface SecretInText extends FoundSecret {
  /** What it is assigned to, if anything. */
  readonly name: string | undefined;
}

/** `name = value` in all the ways in which settings and shells write it; the value is looked for behind it. */
const assignment =
  /(?<![\w$])(["']?)(-{0,2}[A-Za-z_][\w./-]*)\1[ \t]*(?:=>|:=|=|:(?=[ \t"'])|(?<=-{1,2}[\w-]+|\brequirepass|\bmasterauth)[ \t]+)[ \t]*/g;

/** A variable of a container's environment, as a manifest within a text writes it. */
const variable =
  /["']?name["']?[ \t]*:[ \t]*["']?([\w.-]+)["']?[ \t]*(?:#.*)?(?:,|\r?\n)\s*["']?value["']?[ \t]*:[ \t]*/g;

/** Options without a name that says so: clients of MySQL, Redis and SSH, and curl's logins. */
const clientOptions: readonly RegExp[] = [
  /\b(?:mysql|mariadb)[\w-]*(?=[ \t])[^\n;|&]{0,300}[ \t]-p(?<secret>[^\s"']+)/g,
  /\b(?:redis-cli(?=[ \t])[^\n;|&]{0,300}[ \t]-a|sshpass[ \t]+-p)[ \t]*["']?(?<secret>[^\s"']+)/g,
  /\bcurl(?=[ \t])[^\n;|&]{0,300}[ \t](?:-u|--user)[ \t=]*["']?[\w.@-]+:(?<secret>[^\s"']+)/g,
];

/**
 * The secrets in the text of a file or a script, in its order: whatever a line assigns to a secret's name, and whatever
 * has a secret's shape. Commented lines set nothing, and count for nothing.
 */
export function secretsInText(text: string): SecretInText[] {
  const found: SecretInText[] = shapedSecretsIn(text)
    .filter(({ start }) => !isCommented(text, start))
    .map((shaped) => ({ ...shaped, by: 'shape', name: undefined }));
  if (/mysql|mariadb|redis-cli|sshpass|curl/.test(text)) found.push(...optionSecrets(text));
  if (mayNameSecret.test(text)) {
    for (const pattern of [assignment, variable]) found.push(...assignedSecrets(text, pattern));
  }
  return bounded(withoutRepeats(found.sort((a, b) => a.start - b.start || b.end - a.end)));
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

function* optionSecrets(text: string): Iterable<SecretInText> {
  for (const pattern of clientOptions) {
    for (const match of text.matchAll(pattern)) {
      const secret = match.groups?.secret ?? '';
      if (isStandIn(secret) || isCommented(text, match.index)) continue;
      const start = match.index + match[0].length - secret.length;
      yield { start, end: start + secret.length, what: 'a password', by: 'name', name: undefined };
    }
  }
}

function* assignedSecrets(text: string, pattern: RegExp): Iterable<SecretInText> {
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    // What a secret holds assigns nothing.
    if (match.index < done) continue;
    const name = (pattern === variable ? match[1] : match[2]) ?? '';
    if (!mayNameSecret.test(name)) continue;
    const start = match.index + match[0].length;
    const value = valueAt(text, start);
    // An option without a value is followed by the next one.
    if (value.text.startsWith('-') && /\s$/.test(match[0]) && name.startsWith('-')) continue;
    const secret = secretIn(name.replace(/^-+/, ''), value.text);
    if (!secret || isCommented(text, match.index)) continue;
    const from = value.start + secret.start;
    done = value.start + secret.end;
    yield { ...secret, name: name.replace(/^-+/, ''), start: from, end: from + secret.end - secret.start };
  }
}

/** The value that begins at an offset: what quotes hold, else a word. */
function valueAt(text: string, start: number): { readonly start: number; readonly text: string } {
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, start + 1);
    if (end > 0 && end - start < longestLine && !text.slice(start, end).includes('\n'))
      return { start: start + 1, text: text.slice(start + 1, end) };
  }
  const line = /[^\r\n]*/.exec(text.slice(start, start + longestLine))?.[0] ?? '';
  // A shell's command goes on behind the word; a file's line is the value, if there are but words in it.
  const word = /^[^\s"']*/.exec(line)?.[0] ?? '';
  const rest = line.slice(word.length).replace(/\s+#.*$/, '');
  if (/^(?:\s+[\w.,!?'-]+){2,}\s*$/.test(rest)) return { start, text: word + rest };
  return { start, text: word.replace(/[,;)\]}]+$/, '') };
}

/** In UTF-16 units: how far one looks for where a line begins, or for where a value ends. */
const longestLine = 1000;

/** `#`, `;` and `//` begin a comment in nearly all files of settings. */
function isCommented(text: string, offset: number): boolean {
  // Comments are told by where their line begins; of endless lines nobody could tell.
  const before = text.slice(Math.max(0, offset - longestLine), offset);
  const lineStart = offset - before.length + before.lastIndexOf('\n') + 1;
  return /^\s*(?:#|;|\/\/)/.test(text.slice(lineStart, Math.max(offset, lineStart) + 2));
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
