/** A piece of a snippet in VS Code's syntax: plain text, or a tab stop. */
export type SnippetPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'tab stop';
      readonly number: number;
      /** What stands there until somebody types; of a choice the first. */
      readonly value: string;
      /** Empty where there is nothing to choose from. */
      readonly choices: readonly string[];
    };

const syntax = /\\([\\$},|])|\$(\d+)|\$\{(\d+)(?::((?:[^\\}]|\\.)*)|\|((?:[^\\|]|\\.)*)\|)?\}/g;

/** Reads a snippet. Placeholders inside of placeholders, variables and transformations are not used here. */
export function parseSnippet(body: string): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let end = 0;
  const text = (written: string) => {
    if (written !== '') parts.push({ kind: 'text', text: written });
  };
  for (const found of body.matchAll(syntax)) {
    const [whole, escaped, bare, number, value = '', choices] = found;
    text(body.slice(end, found.index));
    end = found.index + whole.length;
    if (escaped !== undefined) {
      text(escaped);
      continue;
    }
    const offered = choices === undefined ? [] : choices.split(/(?<!\\),/).map(unescaped);
    parts.push({
      kind: 'tab stop',
      number: Number(bare ?? number),
      value: offered[0] ?? unescaped(value),
      choices: offered,
    });
  }
  text(body.slice(end));
  return parts;
}

/** Writes a snippet in VS Code's syntax. */
export function writeSnippet(parts: readonly SnippetPart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text.replace(/[\\$}]/g, '\\$&');
      if (part.choices.length > 0) {
        const choices = part.choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&'));
        return `\${${part.number}|${choices.join(',')}|}`;
      }
      const value = part.value.replace(/[\\$}]/g, '\\$&');
      return value === '' ? `$${part.number}` : `\${${part.number}:${value}}`;
    })
    .join('');
}

/** A snippet as it is when nobody types into it. */
export function defaultText(body: string): string {
  return parseSnippet(body)
    .map((part) => (part.kind === 'text' ? part.text : part.value))
    .join('');
}

function unescaped(text: string): string {
  return text.replace(/\\([\\$},|])/g, '$1');
}
