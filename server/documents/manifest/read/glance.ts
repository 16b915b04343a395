import { asKubectlReads } from '../../../yaml/parsing/kubectlText';
import { placeholder } from '../../../yaml/parsing/placeholder';

/** What a document says of itself at first glance, without being parsed. */
export type Sniffed =
  /** Every `apiVersion:` and `kind:` at the root; templates can write several, values that aren't `apiVersion` and `kind` none. */
  | { readonly certain: true; readonly apiVersions: readonly string[]; readonly kinds: readonly string[] }
  /** JSON, flow style, an indented root, quoted keys, anchors: only parsing can tell. */
  | { readonly certain: false };

/** Lines at column 0 that could hide a key from a plain search. */
const hidesKeys = /^(?:["'?{[!&*|>]|<<|---[ \t]+[^#\s])/m;

/** The escape of a letter in double quotes, and the tag of text in base64: ways to write a key that no search finds; one in several lines is another. */
const spellsOtherwise = /\\(?:x|u00|U000000)[4-7][0-9a-fA-F]|!\S*binary|^[ \t-]*\?[ \t]+"[^"\n]*\\\r?\n/m;

/**
 * False only for a text that can hold no object, however it is written: the words that every object has are missing,
 * and no template could write them.
 */
export function mayHoldObject(masked: string): boolean {
  const namesVersion = masked.includes('apiVersion');
  const namesKind = masked.includes('kind');
  // Where a template writes both, nothing is left that could be told from any other text.
  if ((namesVersion && namesKind) || ((namesVersion || namesKind) && masked.includes(placeholder))) return true;
  return /[\\!]/.test(masked) && spellsOtherwise.test(masked);
}

/** True only where `apiVersion` or `kind` is written nowhere as a key: what is said of a text that can't be parsed is about no object. */
export function lacksObjectKeys(masked: string): boolean {
  if (masked.includes(placeholder) || spellsOtherwise.test(masked)) return false;
  return (
    !/(?:^|[{,])[ \t?-]*["']?apiVersion["']?[ \t]*:/m.test(masked) ||
    !/(?:^|[{,])[ \t?-]*["']?kind["']?[ \t]*:/m.test(masked)
  );
}

/**
 * True only for a text that is no object whatever its templates write, told before they are looked at: its root is a
 * plain mapping that lacks `apiVersion` or `kind`, and no action stands where it could add to that or take lines away
 * above it.
 */
export function isNoObject(written: string): boolean {
  if (!written.includes('apiVersion') && !written.includes('kind')) return !mayHoldObject(written);
  if (!written.includes('{{')) return false;
  const text = asKubectlReads(written);
  const start = contentStart(text);
  if (text.charAt(start) === ' ' || text.indexOf('{{') < start || writesAtRoot.test(text)) return false;
  const sniffed = sniff(text);
  return sniffed.certain && (sniffed.apiVersions.length === 0 || sniffed.kinds.length === 0);
}

/** True only for a document of a file that is no template, told with plain searches: values may name kinds deep within. */
export function isPlainlyNoObject(written: string): boolean {
  const sniffed = sniff(written);
  return sniffed.certain && (sniffed.apiVersions.length === 0 || sniffed.kinds.length === 0);
}

/**
 * False only for a whole file that holds no object, however it is written and whatever its templates write. This is what
 * tells a manifest in JSON from package.json and its like.
 */
export function mayBeManifest(written: string): boolean {
  return !isNoObject(written) && (written.includes('{{') || mayHoldObject(written));
}

/** An action on a line of the root, and one that indents what it writes by nothing. */
const writesAtRoot = /^[^\s#][^\n]*\{\{|indent\s+0/m;

/** Reads a document's `apiVersion` and `kind` with plain searches; gives up wherever that might miss something. */
export function sniff(text: string): Sniffed {
  const start = contentStart(text);
  if (isFragment(text, start)) return { certain: true, apiVersions: [], kinds: [] };
  if (!/^[A-Za-z_][\w./-]*[ \t]*:(?:\s|$)/.test(text.slice(start, start + 300)) || hidesKeys.test(text)) {
    return { certain: false };
  }
  const apiVersions = rootValues(text, 'apiVersion');
  const kinds = rootValues(text, 'kind');
  const isPlain = [...apiVersions, ...kinds].every((value) => /^[\w./-]+$/.test(value));
  // A template may write the line that is missing.
  const isWhole = !text.includes(placeholder) || (apiVersions.length > 0 && kinds.length > 0);
  return isPlain && isWhole ? { certain: true, apiVersions, kinds } : { certain: false };
}

function contentStart(text: string): number {
  return /^\uFEFF?(?:(?:---)?[ \t]*(?:#.*)?\r?\n|%.*\n|\.\.\.\s*\n)*/.exec(text)?.[0].length ?? 0;
}

function rootValues(text: string, key: string): string[] {
  const values: string[] = [];
  const line = new RegExp(`^\\uFEFF?${key}[ \\t]*:(.*)$`, 'gm');
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

/** At which of its lines the root of half-typed text begins at the latest: reading passes over a few at most. */
const mostFirstLines = 20;

/**
 * True for text that begins indented and has no object at the columns where it begins: what is left of a document
 * into which `---` is being typed. It can be long and full of faults, so it isn't parsed to find that out.
 */
function isFragment(text: string, start: number): boolean {
  if (!/^ +[^\s"'?{[!&*|>%]/.test(text.slice(start, start + 300)) || text.includes(placeholder)) return false;
  const columns: number[] = [];
  let end = text.length;
  for (const { index, 1: indent = '' } of text.slice(start).matchAll(/^( *)[^\s#]/gm)) {
    if (columns.length < mostFirstLines) {
      columns.push(indent.length);
    } else if (indent.length < Math.min(...columns)) {
      end = start + index;
      break;
    }
  }
  const root = text.slice(start, end);
  const range = `{${Math.min(...columns)},${Math.max(...columns)}}`;
  const mayHold = (key: string) =>
    new RegExp(`^ ${range}(?:<<|(?:[&!]\\S+[ \\t]+)*[^\\w\\n]*${key}\\b)`, 'm').test(root);
  return !mayHold('apiVersion') || !mayHold('kind');
}
