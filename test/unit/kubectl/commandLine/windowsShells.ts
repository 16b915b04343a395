import assert from 'node:assert/strict';

/*
 * How PowerShell and cmd read a line, after their documentation: about_Parsing and about_Quoting_Rules, "help cmd", and
 * "Parsing C command-line arguments" for what programs make of the text they are started with. Just the part that a
 * line of quoted words can use; anything else fails the test.
 */

/** The words that PowerShell gives a program. Before 7.3 and in Windows PowerShell they go through one text. */
export function powerShellArguments(line: string, shell: 'pwsh' | 'windowsPowerShell'): string[] {
  const words = powerShellWords(line.replace(/^& /, ''));
  if (shell === 'pwsh') return words;
  const text = words.filter((word) => word !== '').map((word) => (/\s/.test(word) ? `"${word}"` : word));
  return programArguments(text.join(' '));
}

function powerShellWords(line: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < line.length; at++) {
    if (line[at] === ' ') continue;
    if (line[at] === "'") {
      let word = '';
      for (at++; ; at++) {
        assert.ok(at < line.length, 'a quote is not closed');
        // Curly quotes close a text as straight ones do; two of them stand for the first.
        if (isSingleQuote(line[at])) {
          if (!isSingleQuote(line[at + 1])) break;
          at++;
        }
        word += line[at];
      }
      words.push(word);
      assert.ok(line[at + 1] === undefined || line[at + 1] === ' ', 'a quoted word ends at a space');
      continue;
    }
    const [word = ''] = /^[^ ]*/.exec(line.slice(at)) ?? [];
    assert.match(word, /^[\w/=.:-]+$/, 'an unquoted word has no character with a meaning');
    assert.ok(
      !/^-.*[.:]/.test(word) && word !== '--' && !/^\d/.test(word),
      'an unquoted word is not split or converted',
    );
    words.push(word);
    at += word.length;
  }
  return words;
}

function isSingleQuote(character: string | undefined): boolean {
  return character !== undefined && "'‘’‚‛".includes(character);
}

/** The words that a program started by cmd gets, typed at its prompt with these variables set. */
export function cmdArguments(line: string, variables: Readonly<Record<string, string>>): string[] {
  return programArguments(withoutCarets(withVariables(line, variables)));
}

/** First step: %name% and %name:old=new%, inside quotes and out; at the prompt an unknown name stays as it is. */
function withVariables(line: string, variables: Readonly<Record<string, string>>): string {
  return line.replaceAll(/%([^%]+)%/g, (whole, inside: string) => {
    const name = inside.split(':')[0] ?? '';
    const known = Object.keys(variables).some((each) =>
      [name, inside].some((word) => each.toLowerCase() === word.toLowerCase()),
    );
    assert.ok(!known, `${whole} would be replaced`);
    return whole;
  });
}

/** Second step: a caret outside of quotes makes the next character plain; an operator would start another command. */
function withoutCarets(line: string): string {
  let text = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    if (character === '^' && !quoted) {
      at++;
      text += line[at] ?? '';
      continue;
    }
    if (character === '"') quoted = !quoted;
    assert.ok(quoted || !'&|<>()'.includes(character), `an operator ${character} is left`);
    text += character;
  }
  return text;
}

/** How the C runtime and Go split the text that a program of Windows is started with. */
function programArguments(text: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ' || text[at] === '\t') {
      at++;
      continue;
    }
    let word = '';
    let quoted = false;
    for (; at < text.length && (quoted || (text[at] !== ' ' && text[at] !== '\t')); at++) {
      const backslashes = /^\\*/.exec(text.slice(at))?.[0].length ?? 0;
      if (backslashes > 0 && text[at + backslashes] === '"') {
        word += '\\'.repeat(backslashes >> 1);
        at += backslashes;
        if (backslashes % 2 === 1) word += '"';
        else quoted = !quoted;
      } else if (backslashes > 0) {
        word += '\\'.repeat(backslashes);
        at += backslashes - 1;
      } else if (text[at] === '"') {
        if (quoted && text[at + 1] === '"') {
          word += '"';
          at++;
        } else quoted = !quoted;
      } else word += text[at];
    }
    words.push(word);
  }
  return words;
}
