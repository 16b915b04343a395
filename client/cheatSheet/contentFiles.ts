import * as vscode from 'vscode';
import { pageOf } from './addresses';
import type { Block, Page, PageFile, SearchEntry, SectionFile } from './content';
import { searchEntries } from './searchEntries';

/** The cheat-sheet as it was built, read when it is first asked for. */
export interface ContentFiles {
  readonly sections: () => Promise<SectionFile>;
  readonly page: (address: string) => Promise<Page | undefined>;
  readonly block: (address: string) => Promise<Block | undefined>;
  readonly searchEntries: () => Promise<readonly SearchEntry[]>;
  /** All pages, sections first. */
  readonly allPages: () => Promise<[address: string, page: Page][]>;
  /** How the pages look, as CSS. */
  readonly styles: () => Promise<string>;
  /** What they look like besides when they are exported. */
  readonly exportStyles: () => Promise<string>;
}

/** The cheat-sheet in a folder that the build wrote. */
export function contentFiles(folder: vscode.Uri): ContentFiles {
  const text = async (name: string) => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
    return new TextDecoder().decode(bytes);
  };
  // The build wrote them in these very shapes.
  const sections = once(async (): Promise<SectionFile> => JSON.parse(await text('sections.json')));
  const rules = once(async (): Promise<PageFile> => JSON.parse(await text('rules.json')));
  const snippets = once(async (): Promise<PageFile> => JSON.parse(await text('snippets.json')));
  const searched = once(async () =>
    searchEntries({ sections: await sections(), rules: await rules(), snippets: await snippets() }),
  );

  const fileOf = (address: string): Promise<PageFile> => {
    if (address.startsWith('rules/')) return rules();
    if (address.startsWith('snippets/')) return snippets();
    return sections();
  };
  return {
    sections,
    searchEntries: searched,
    styles: once(() => text('view.css')),
    exportStyles: once(() => text('export.css')),
    page: async (address) => entryOf((await fileOf(address)).pages, pageOf(address)),
    block: async (address) => entryOf((await fileOf(address)).blocks, address),
    allPages: async () =>
      [await sections(), await rules(), await snippets()].flatMap(({ pages }) => Object.entries(pages)),
  };
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

function entryOf<Value>(entries: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}
