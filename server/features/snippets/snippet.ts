import type { WrittenPart } from '../../protocol/snippets';
import { isObject } from '../../unknownJson';
import { defaultText, parseSnippet, type SnippetPart, writeSnippet } from './snippetText';

/** The part of a file that a snippet is a part or the whole of. */
export const fits = [
  'document',
  'pod',
  'pod metadata',
  'container',
  'Namespace',
  'falco rules',
  'falco configuration',
  'helm helpers',
  /** Languages whose snippets VS Code offers by itself. */
  'other language',
] as const;

export type Fit = (typeof fits)[number];

export function isFit(word: string): word is Fit {
  return fits.some((fit) => fit === word);
}

/** One snippet of `snippets/`. */
export interface Snippet {
  /** `file/prefix`, unique. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What a person would type to get it. */
  readonly prefixes: readonly string[];
  /** VS Code's name of the language it is written in. */
  readonly language: string;
  readonly fits: Fit;
  /** A word that must stand in the part it goes into. */
  readonly mentions: string | undefined;
  /** True for one that is a whole file. */
  readonly isFile: boolean;
  /** In VS Code's syntax; YAML has two columns a level, and lists are indented. */
  readonly body: string;
}

/** The files of `snippets/`, and the language each is for. */
export const snippetFiles: readonly { readonly name: string; readonly language: string }[] = [
  { name: 'service', language: 'yaml' },
  { name: 'workloads', language: 'yaml' },
  { name: 'pod', language: 'yaml' },
  { name: 'container', language: 'yaml' },
  { name: 'probes', language: 'yaml' },
  { name: 'tenancy', language: 'yaml' },
  { name: 'admission', language: 'yaml' },
  { name: 'falco', language: 'yaml' },
  { name: 'helm', language: 'helm' },
  { name: 'seccomp', language: 'json' },
  { name: 'apparmor', language: 'apparmor' },
];

/** Tab stops that mean the same in all snippets of the file `service`: name, image, port. */
const sharedTabStops = 3;

interface WrittenSnippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body?: readonly string[];
  /** The snippets of the same file that make up this one, by their first prefix. */
  readonly parts?: readonly string[];
  readonly fits?: Fit;
  readonly mentions?: string;
  readonly isFileTemplate?: boolean;
}

/**
 * The snippets of one file.
 *
 * @param text JSON in the format of VS Code's snippet files, with `fits`, `mentions` and `parts` beside
 * @throws if it isn't, which only a damaged installation can cause
 */
export function readSnippets(name: string, language: string, text: string): Snippet[] {
  const file: unknown = JSON.parse(text);
  if (!isObject(file)) throw new Error(`snippets/${name} holds no snippets`);
  const written = Object.entries(file).map(([title, entry]: [string, unknown]) => {
    if (!isWrittenSnippet(entry)) throw new Error(`snippets/${name}: "${title}" is no snippet`);
    return { title, entry };
  });
  const bodyOf = (prefix: string): string =>
    written.find(({ entry }) => entry.prefix[0] === prefix)?.entry.body?.join('\n') ?? '';
  return written.map(({ title, entry }) => ({
    id: `${name}/${entry.prefix[0]}`,
    title,
    description: entry.description,
    prefixes: entry.prefix,
    language,
    fits: entry.fits ?? 'other language',
    mentions: entry.mentions,
    isFile: entry.fits === 'document' || entry.isFileTemplate === true,
    body: entry.parts ? joined(entry.parts.map(bodyOf)) : (entry.body ?? []).join('\n'),
  }));
}

/** YAML that has no tab stops, as a snippet; undefined where a part of a file is named that there is not. */
export function snippetOf({ text, fits }: WrittenPart): Snippet | undefined {
  if (!isFit(fits)) return undefined;
  const body = writeSnippet([{ kind: 'text', text }]);
  const names = { id: '', title: '', description: '', prefixes: [], mentions: undefined };
  return { ...names, language: 'yaml', fits, isFile: fits === 'document', body };
}

/** A snippet's text as a reader sees it before it is inserted. */
export function previewOf(snippet: Snippet): string {
  return defaultText(snippet.body).replace(/\t/g, '  ').trimEnd();
}

/** Several documents as one snippet: what they share is typed once, all else keeps a tab stop of its own. */
function joined(bodies: readonly string[]): string {
  let last = sharedTabStops;
  const renumbered = bodies.map((body) => {
    const numbers = new Map<number, number>();
    return writeSnippet(
      parseSnippet(body).map((part): SnippetPart => {
        if (part.kind === 'text' || part.number <= sharedTabStops) return part;
        const number = numbers.get(part.number) ?? ++last;
        numbers.set(part.number, number);
        return { ...part, number };
      }),
    );
  });
  return renumbered.join('\n---\n');
}

function isWrittenSnippet(entry: unknown): entry is WrittenSnippet {
  if (!isObject(entry)) return false;
  const { prefix, description, body, parts } = entry;
  return isTextList(prefix) && prefix.length > 0 && typeof description === 'string' && isTextList(body ?? parts);
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
