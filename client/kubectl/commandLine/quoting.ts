import path from 'node:path';

/*
 * Command lines from argument lists. Sources: POSIX.1-2024 (2.2 Quoting), the manuals of bash, zsh and fish,
 * about_Quoting_Rules and about_Parsing of PowerShell, Microsoft's "Parsing C command-line arguments", and for cmd
 * "help cmd" and its order of expansion: %variables% first, then carets and quotes.
 */

/** The shells that command lines can be written for. */
export const shells = ['bash', 'zsh', 'fish', 'sh', 'gitbash', 'pwsh', 'windowsPowerShell', 'cmd'] as const;

export type Shell = (typeof shells)[number];

export type CommandLine =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The line that, typed at the shell's prompt, runs the program with just these arguments. Refused when the shell can't
 * express one of them on a line that is typed.
 */
export function commandLine(shell: Shell, program: string, args: readonly string[]): CommandLine {
  const words = [program, ...args];
  const unfit = words.find((word) => /[\0\p{Surrogate}]/u.test(word));
  if (unfit !== undefined) return refused(shell, 'a character that no program can be given');
  if (shell === 'cmd') return cmdLine(words);
  if (shell === 'sh' && words.some((word) => hasControlCharacter(word.replaceAll('\n', '')))) {
    return refused(shell, 'a control character');
  }
  if (isPowerShell(shell) && words.some(hasControlCharacter)) return refused(shell, 'a control character');
  const quoted = words.map((word) => quotedFor(shell, word));
  const [first, ...rest] = quoted;
  // PowerShell takes a quoted word for a text to show, unless it is called.
  const called = isPowerShell(shell) && first !== program ? `& ${first}` : first;
  // Git's bash would take a path inside the container for one of Windows.
  const start = shell === 'gitbash' ? `MSYS_NO_PATHCONV=1 ${called}` : called;
  return { kind: 'line', text: [start, ...rest].join(' ') };
}

/**
 * The shell by the name that VS Code gives a terminal's (`terminal.state.shell`), else by the path of its program.
 * Undefined for one that no line can be written for.
 */
export function shellNamed(
  detected: string | undefined,
  program: string,
  platform: NodeJS.Platform,
): Shell | undefined {
  const base = path.win32
    .basename(program)
    .toLowerCase()
    .replace(/\.exe$/, '');
  const name = detected ?? base;
  if (name === 'pwsh' || name === 'powershell') {
    return platform === 'win32' && base !== 'pwsh' ? 'windowsPowerShell' : 'pwsh';
  }
  if (name === 'bash' && detected === undefined && platform === 'win32') return 'gitbash';
  if (['dash', 'ash', 'ksh', 'mksh', 'busybox'].includes(name)) return 'sh';
  if (name === 'wsl') return undefined;
  return shells.find((shell) => shell === name);
}

function quotedFor(shell: Exclude<Shell, 'cmd'>, word: string): string {
  switch (shell) {
    case 'fish':
      return fishWord(word);
    case 'pwsh':
      return powerShellWord(word);
    case 'windowsPowerShell':
      return powerShellWord(forWindowsPowerShell(word));
    default:
      return posixWord(word, shell !== 'sh');
  }
}

/** Characters that mean nothing to bash, zsh, fish and sh, wherever they stand; `=` first would be zsh's `=command`. */
const plainToPosix = /^[\w@%+:,./-][\w@%+=:,./-]*$/;

function posixWord(word: string, knowsAnsiQuotes: boolean): string {
  if (plainToPosix.test(word)) return word;
  // A tab or newline that is typed completes or ends the line; $'…' spells it out.
  if (knowsAnsiQuotes && hasControlCharacter(word))
    return `$'${word.replaceAll(/['\\]/g, '\\$&').replaceAll(/[\p{Cc}!]/gu, octal)}'`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function fishWord(word: string): string {
  if (plainToPosix.test(word) && !word.startsWith('%')) return word;
  const parts = word.split(/(\p{Cc}+)/u).map((part) => {
    if (part === '') return '';
    if (hasControlCharacter(part)) return [...part].map(fishEscape).join('');
    return `'${part.replaceAll(/['\\]/g, '\\$&')}'`;
  });
  return parts.join('') || "''";
}

/** Fish reads `\xHH` as a byte, but `\uHHHH` as a character. */
function fishEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Characters that mean nothing to PowerShell; a word that begins with a hyphen is quoted where it holds `.` or `:`. */
const plainToPowerShell = /^(?:[\w/][\w/.=:-]*|--?[\w=/-]*)$/;

function powerShellWord(word: string): string {
  if (plainToPowerShell.test(word) && word !== '--' && !/^\d/.test(word)) return word;
  // PowerShell takes curly single quotes for straight ones.
  return `'${word.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
}

/** Windows PowerShell puts quotes around what has spaces, and leaves the quotes inside to whoever calls. */
function forWindowsPowerShell(word: string): string {
  if (word === '') return '""';
  const escaped = word.replaceAll(/(\\*)"/g, '$1$1\\"');
  return /\s/.test(word) ? escaped.replace(/\\+$/, '$&$&') : escaped;
}

function cmdLine(words: readonly string[]): CommandLine {
  if (words.some(hasControlCharacter)) return refused('cmd', 'a newline or another control character');
  return { kind: 'line', text: words.map(cmdWord).join(' ') };
}

const plainToCmd = /^[\w./:@+=\\-]+$/;

/** First as the C runtime reads it, then so that cmd itself sees no quote, no variable and no operator in it. */
function cmdWord(word: string): string {
  if (plainToCmd.test(word) && !word.startsWith('@')) return word;
  const quoted = `"${word.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
  // A caret behind a percent sign makes the name of a variable one that nobody has.
  return quoted
    .split('')
    .map((character, index) => (needsCaret(character, quoted[index - 1]) ? `^${character}` : character))
    .join('');
}

function needsCaret(character: string, before: string | undefined): boolean {
  return before === '%' || '()%!^"<>&|'.includes(character);
}

function hasControlCharacter(word: string): boolean {
  return /\p{Cc}/u.test(word);
}

/** The bytes of a character in octal, three digits each, which bash and zsh read alike whatever follows. */
function octal(character: string): string {
  return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

function isPowerShell(shell: Shell): boolean {
  return shell === 'pwsh' || shell === 'windowsPowerShell';
}

function refused(shell: Shell, what: string): CommandLine {
  return { kind: 'refused', reason: `A value holds ${what}, which cannot be typed into ${shell}.` };
}
