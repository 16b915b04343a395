import { placeholder } from './templates';

/** What a document says of itself at first glance, without being parsed. */
export type Sniffed =
  /** Every `apiVersion:` and `kind:` at the root; templates can write several, values that aren't `apiVersion` and `kind` none. */
  | { readonly certain: true; readonly apiVersions: readonly string[]; readonly kinds: readonly string[] }
  /** JSON, flow style, an indented root, quoted keys, anchors: only parsing can tell. */
  | { readonly certain: false };

/** Lines at column 0 that could hide a key from a plain search. */
const hidesKeys = /^(?:["'?{[!&*|>]|<<|---[ \t]+[^#\s])/m;

/**
 * False only for a text that can hold no object, however it is written: the words that every object has are missing,
 * and no template could write them.
 */
export function mayHoldObject(masked: string): boolean {
  const namesVersion = masked.includes('apiVersion');
  const namesKind = masked.includes('kind');
  // Where a template writes both, nothing is left that could be told from any other text.
  return (namesVersion && namesKind) || ((namesVersion || namesKind) && masked.includes(placeholder));
}

/** Reads a document's `apiVersion` and `kind` with plain searches; gives up wherever that might miss something. */
export function sniff(text: string): Sniffed {
  const start = /^\uFEFF?(?:(?:---)?[ \t]*(?:#.*)?\r?\n|%.*\n|\.\.\.\s*\n)*/.exec(text)?.[0].length ?? 0;
  if (!/^[A-Za-z_][\w./-]*[ \t]*:(?:\s|$)/.test(text.slice(start, start + 300)) || hidesKeys.test(text)) {
    return { certain: false };
  }
  const apiVersions = rootValues(text, 'apiVersion');
  const kinds = rootValues(text, 'kind');
  const isPlain = [...apiVersions, ...kinds].every((value) => /^[\w./-]+$/.test(value));
  return isPlain ? { certain: true, apiVersions, kinds } : { certain: false };
}

function rootValues(text: string, key: string): string[] {
  const values: string[] = [];
  const line = new RegExp(`^${key}[ \\t]*:(.*)$`, 'gm');
  for (const [, written = ''] of text.matchAll(line)) {
    values.push(
      written
        .replace(/(^|\s)#.*$/, '')
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2'),
    );
  }
  return values;
}
