import * as vscode from 'vscode';
import { textAt } from '../../server/unknownJson';
import { type OwnTerminals, ownTerminals } from '../terminals/ownTerminals';
import { isAddress, pageOf } from './addresses';
import { runBlockAction } from './blockActions';
import { type ContentFiles, contentFiles } from './contentFiles';
import { exportAsHtml } from './exportAsHtml';
import { cheatSheetLink } from './link';
import { panelHtml } from './panelHtml';
import { type HostMessage, isViewMessage, type ViewMessage } from './protocol';

/** The panel's type, by which VS Code brings it back after a reload. */
export const panelType = 'seaworthy.cheatSheet';

/** Where the cheat-sheet opens when nobody says where. */
const firstPage = 'basics';

/** The cheat-sheet: one panel a window. */
export interface CheatSheet {
  /** Shows a place, in the panel that is there or in a new one beside the editor. */
  readonly open: (address?: string) => Promise<void>;
  /** Fills a panel that VS Code brought back; `state` is what the view kept. */
  readonly restore: (panel: vscode.WebviewPanel, state: unknown) => Promise<void>;
  /** Asks for a file and writes the whole cheat-sheet into it. */
  readonly export: () => Promise<void>;
}

/** What there is while the extension runs. */
interface State {
  readonly context: vscode.ExtensionContext;
  /** Where the text, the script and the styles are. */
  readonly folder: vscode.Uri;
  readonly content: ContentFiles;
  /** What commands are run in, once one was. */
  terminals: OwnTerminals | undefined;
  shown: Shown | undefined;
}

/** The panel, and how a place is shown in it. */
interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly show: (address: string) => Promise<void>;
}

/** The cheat-sheet of an installed extension. */
export function cheatSheetOf(context: vscode.ExtensionContext): CheatSheet {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'cheatSheet');
  const state: State = { context, folder, content: contentFiles(folder), terminals: undefined, shown: undefined };
  return {
    open: (address) => open(state, address),
    restore: (restored, kept) => fill(state, restored, addressIn(kept) ?? firstPage),
    export: () => exportAsHtml(state.content),
  };
}

async function open(state: State, address?: string): Promise<void> {
  if (address !== undefined && !(await exists(state.content, address))) {
    void vscode.window.showWarningMessage(`The cheat-sheet has no page "${address}".`);
    return open(state);
  }
  if (state.shown) {
    const { panel, show } = state.shown;
    // A hidden panel is unloaded and hears nothing.
    if (address !== undefined && !panel.visible) await show(address);
    else if (address !== undefined) void panel.webview.postMessage({ type: 'goTo', address } satisfies HostMessage);
    panel.reveal(undefined, false);
    return;
  }
  const created = vscode.window.createWebviewPanel(
    panelType,
    'Kubernetes cheat-sheet',
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
    {},
  );
  await fill(state, created, address ?? firstPage);
}

/** Makes a panel the one that is shown, beginning with a place. */
async function fill(state: State, panel: vscode.WebviewPanel, start: string): Promise<void> {
  const { context, folder } = state;
  const { webview } = panel;
  webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [folder] };
  panel.iconPath = vscode.Uri.joinPath(context.extensionUri, 'media', 'icon.png');
  const show = (address: string) => showPage(state, webview, address);
  state.shown = { panel, show };
  let address = start;
  const listening = webview.onDidReceiveMessage((message: unknown) => {
    if (!isViewMessage(message)) return;
    if (message.type === 'shows') address = message.address;
    void answer(state, message, webview);
  });
  // A hidden panel is unloaded; it comes back with the page that it showed.
  const hiding = panel.onDidChangeViewState(() => {
    if (!panel.visible) void show(address);
  });
  panel.onDidDispose(() => {
    listening.dispose();
    hiding.dispose();
    if (state.shown?.panel === panel) state.shown = undefined;
  });
  await show(start);
}

async function showPage({ content, folder }: State, webview: vscode.Webview, address: string): Promise<void> {
  const script = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'view.js'));
  const page = (await content.page(address)) ?? (await content.page(firstPage));
  const [sections, styles] = await Promise.all([content.sections(), content.styles()]);
  if (page) webview.html = panelHtml({ sections, address, page, styles, script });
}

async function answer(state: State, message: ViewMessage, webview: vscode.Webview): Promise<void> {
  const { context, content } = state;
  const say = (text: string) => send({ type: 'done', text });
  const send = (reply: HostMessage) => webview.postMessage(reply);
  switch (message.type) {
    case 'getPage': {
      const page = await content.page(message.page);
      await send(page ? { type: 'page', id: message.page, page } : { type: 'noPage', id: message.page });
      return;
    }
    case 'getSearchEntries':
      await send({ type: 'searchEntries', entries: await content.searchEntries() });
      return;
    case 'shows':
      return;
    case 'copyLink':
      await vscode.env.clipboard.writeText(cheatSheetLink(context, message.address));
      await say('Link copied');
      return;
    case 'copyDiagram':
      await vscode.env.clipboard.writeText(message.svg);
      await say('SVG copied');
      return;
    case 'export':
      return exportAsHtml(content);
    default: {
      const block = await content.block(message.block);
      const done = block && (await runBlockAction(message.type, block, usedTerminals(state)));
      if (done) await say(done);
    }
  }
}

function usedTerminals(state: State): OwnTerminals {
  if (!state.terminals) {
    state.terminals = ownTerminals();
    state.context.subscriptions.push(state.terminals);
  }
  return state.terminals;
}

async function exists(content: ContentFiles, address: string): Promise<boolean> {
  return isAddress(address) && (await content.page(pageOf(address))) !== undefined;
}

/** The view keeps where it is; what it kept may stem from another version. */
function addressIn(state: unknown): string | undefined {
  const address = textAt(state, 'address');
  return address !== undefined && isAddress(address) ? address : undefined;
}
