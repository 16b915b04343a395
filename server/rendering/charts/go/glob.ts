/**
 * A pattern of gobwas/glob with `/` as its separator, as a regular expression; nothing if it is none.
 */
export function globPattern(pattern: string): RegExp | undefined {
  let written = '';
  let depth = 0;
  for (let place = 0; place < pattern.length; place++) {
    const character = pattern.charAt(place);
    switch (character) {
      case '*':
        if (pattern[place + 1] === '*') {
          written += '.*';
          while (pattern[place + 1] === '*') place++;
        } else written += '[^/]*';
        break;
      case '?':
        written += '[^/]';
        break;
      case '[': {
        const end = pattern.indexOf(']', place + 2);
        if (end < 0) return undefined;
        const inner = pattern.slice(place + 1, end);
        const isNegated = inner.startsWith('!');
        const body = (isNegated ? inner.slice(1) : inner).replace(/[\\\]^[]/g, '\\$&');
        written += `[${isNegated ? '^' : ''}${body}]`;
        place = end;
        break;
      }
      case '{':
        depth++;
        written += '(?:';
        break;
      case '}':
        if (depth === 0) written += '\\}';
        else {
          depth--;
          written += ')';
        }
        break;
      case ',':
        written += depth > 0 ? '|' : ',';
        break;
      case '\\':
        place++;
        written += escaped(pattern.charAt(place));
        break;
      default:
        written += escaped(character);
    }
  }
  if (depth > 0) return undefined;
  try {
    return new RegExp(`^${written}$`, 'su');
  } catch {
    return undefined;
  }
}

function escaped(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
