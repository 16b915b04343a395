import { isObject, textAt } from '../../server/unknownJson';
import { isAddress } from './addresses';
import type { Page, SearchEntry } from './content';

/** What the panel asks VS Code to do with a block of code. */
export const blockActions = ['copy', 'run', 'insert', 'openDocument'] as const;

/** Something that can be done with a block of code. */
export type BlockAction = (typeof blockActions)[number];

/** What the panel says to the extension. Places and blocks are named by their addresses, never by their content. */
export type ViewMessage =
  | { readonly type: 'getPage'; readonly page: string }
  | { readonly type: 'getSearchEntries' }
  /** The panel now shows this place. */
  | { readonly type: 'shows'; readonly address: string }
  | { readonly type: BlockAction; readonly block: string }
  /** The address of a place, as a link that opens it from anywhere, goes to the clipboard. */
  | { readonly type: 'copyLink'; readonly address: string }
  /** A diagram, with the colours that it has in the panel, goes to the clipboard. */
  | { readonly type: 'copyDiagram'; readonly svg: string }
  | { readonly type: 'export' };

/** What the extension says to the panel. */
export type HostMessage =
  | { readonly type: 'page'; readonly id: string; readonly page: Page }
  | { readonly type: 'noPage'; readonly id: string }
  | { readonly type: 'searchEntries'; readonly entries: readonly SearchEntry[] }
  | { readonly type: 'goTo'; readonly address: string }
  /** What was done, for the panel to say aloud. */
  | { readonly type: 'done'; readonly text: string };

/** The longest drawing that is taken, in UTF-16 units; the largest diagram has a fifteenth of it. */
const longestSvg = 500_000;

type Check = (value: unknown) => boolean;

const address: Check = (value) => typeof value === 'string' && isAddress(value);
const text: Check = (value) => typeof value === 'string';

const viewMessages: Readonly<Record<ViewMessage['type'], Readonly<Record<string, Check>>>> = {
  getPage: { page: address },
  getSearchEntries: {},
  shows: { address },
  copy: { block: address },
  run: { block: address },
  insert: { block: address },
  openDocument: { block: address },
  copyLink: { address },
  copyDiagram: { svg: (value) => typeof value === 'string' && value.startsWith('<svg') && value.length <= longestSvg },
  export: {},
};

const hostMessages: Readonly<Record<HostMessage['type'], Readonly<Record<string, Check>>>> = {
  page: { id: address, page: isPage },
  noPage: { id: address },
  searchEntries: { entries: (value) => Array.isArray(value) && value.every(isSearchEntry) },
  goTo: { address },
  done: { text },
};

/** True for a message that the panel can have sent. */
export function isViewMessage(value: unknown): value is ViewMessage {
  return isMessage(value, viewMessages);
}

/** True for a message that the extension can have sent. */
export function isHostMessage(value: unknown): value is HostMessage {
  return isMessage(value, hostMessages);
}

function isMessage(value: unknown, known: Readonly<Record<string, Readonly<Record<string, Check>>>>): boolean {
  const type = textAt(value, 'type');
  return type !== undefined && Object.hasOwn(known, type) && hasFields(value, known[type] ?? {});
}

function isPage(value: unknown): boolean {
  return hasFields(value, { title: text, html: text, headings: Array.isArray });
}

function isSearchEntry(value: unknown): boolean {
  return hasFields(value, { address, kind: text, title: text, place: text, text });
}

function hasFields(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  return isObject(value) && Object.entries(checks).every(([name, check]) => check(value[name]));
}
