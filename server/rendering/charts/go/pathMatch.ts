import { Fault } from './fault';

const made = new Map<string, RegExp>();

/** `path.Match` as a regular expression; throws a fault for a bad pattern. */
export function pathPattern(pattern: string): RegExp {
  const known = made.get(pattern);
  if (known) return known;
  let written = '';
  for (let place = 0; place < pattern.length; place++) {
    const character = pattern.charAt(place);
    if (character === '*') written += '[^/]*';
    else if (character === '?') written += '[^/]';
    else if (character === '[') {
      const end = classEnd(pattern, place);
      written += characterClass(pattern.slice(place + 1, end));
      place = end;
    } else if (character === '\\') {
      place++;
      if (place >= pattern.length) throw new Fault('syntax error in pattern');
      written += escaped(pattern.charAt(place));
    } else written += escaped(character);
  }
  const compiled = new RegExp(`^${written}$`, 'su');
  made.set(pattern, compiled);
  return compiled;
}

function classEnd(pattern: string, start: number): number {
  let place = start + 1;
  if (pattern[place] === '^') place++;
  for (let isFirst = true; isFirst || pattern[place] !== ']'; isFirst = false) {
    if (place >= pattern.length) throw new Fault('syntax error in pattern');
    if (pattern[place] === '\\') place++;
    else if (pattern[place] === ']' || pattern[place] === '-') throw new Fault('syntax error in pattern');
    place++;
    if (pattern[place] === '-') {
      place++;
      if (pattern[place] === '\\') place++;
      place++;
    }
  }
  return place;
}

function characterClass(inner: string): string {
  const isNegated = inner.startsWith('^');
  const body = (isNegated ? inner.slice(1) : inner).replace(/\\(.)|([[\]^&~])/gsu, (_, one?: string, two?: string) =>
    escaped(one ?? two ?? ''),
  );
  return isNegated ? `(?!/)[^${body}]` : `[${body}]`;
}

/** A character as itself in a regular expression. */
function escaped(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
