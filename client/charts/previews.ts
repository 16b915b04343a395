import * as vscode from 'vscode';
import { type RenderedChart, renderedChartRequest } from '../../server/protocol/renderedChart';
import type { LanguageServer } from '../languageServer';
import { type PieceMap, pieceMap } from './pieceMap';
import { renderedScheme, sourceOf } from './previewUri';
import { type Known, shownText } from './shownText';

/** What is rendered beside a file of a chart. */
export interface Preview extends Known {
  readonly uri: vscode.Uri;
  readonly source: vscode.Uri;
  /** Leads from the text that was rendered last to its files. */
  readonly map: PieceMap | undefined;
}

/** All that is rendered beside files. */
export interface Previews extends vscode.Disposable {
  readonly of: (uri: vscode.Uri) => Preview | undefined;
  readonly all: () => Iterable<Preview>;
  /** Renders with other values from now on. */
  readonly choose: (uri: vscode.Uri, values: string) => Promise<void>;
  /** Fires when one was rendered anew. */
  readonly onDidRender: vscode.Event<Preview>;
}

/** Nothing is rendered within so many milliseconds after a key: the next may come. */
const pause = 80;

interface Kept {
  known: Known;
  map: PieceMap | undefined;
  values: string | undefined;
  waiting: NodeJS.Timeout | undefined;
  asking: vscode.CancellationTokenSource | undefined;
}

/** Renders the texts of the scheme, and again whenever something changes that they are made of. */
export function renderedPreviews(server: LanguageServer): Previews {
  const kept = new Map<string, Kept>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const rendered = new vscode.EventEmitter<Preview>();

  const previewOf = (uri: vscode.Uri): Preview | undefined => {
    const found = kept.get(uri.toString());
    return found && { uri, source: sourceOf(uri), map: found.map, ...found.known };
  };

  const render = async (uri: vscode.Uri, preview: Kept): Promise<void> => {
    clearTimeout(preview.waiting);
    preview.asking?.cancel();
    const asking = new vscode.CancellationTokenSource();
    preview.asking = asking;
    const answer = await answerFor(uri, preview.values, asking.token);
    if (!answer || preview.asking !== asking || kept.get(uri.toString()) !== preview) return;
    preview.asking = undefined;
    const last = answer.state === 'rendered' ? answer : preview.known.rendered;
    if (last !== preview.known.rendered) preview.map = last && pieceMap(last.files.map(asVsCodeWrites), last.pieces);
    preview.known = { answer, rendered: last };
    changed.fire(uri);
    const now = previewOf(uri);
    if (now) rendered.fire(now);
  };

  const answerFor = async (uri: vscode.Uri, values: string | undefined, token: vscode.CancellationToken) => {
    try {
      const params = { uri: sourceOf(uri).toString(), ...(values !== undefined && { values }) };
      return await server.ask(renderedChartRequest, params, token);
    } catch {
      // It was cancelled, or the server is starting again: then this is asked anew.
      return undefined;
    }
  };

  const renderSoon = (key: string, preview: Kept) => {
    clearTimeout(preview.waiting);
    preview.asking?.cancel();
    preview.waiting = setTimeout(() => void render(vscode.Uri.parse(key), preview), pause);
  };
  const renderAgain = (isConcerned: (basis: RenderedChart | undefined) => boolean) => {
    for (const [key, preview] of kept) if (isConcerned(preview.known.answer)) renderSoon(key, preview);
  };

  const forget = (key: string) => {
    const preview = kept.get(key);
    clearTimeout(preview?.waiting);
    preview?.asking?.cancel();
    kept.delete(key);
  };

  const subscriptions = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(renderedScheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const key = uri.toString();
        let preview = kept.get(key);
        if (!preview) {
          const known = { answer: undefined, rendered: undefined };
          preview = { known, map: undefined, values: undefined, waiting: undefined, asking: undefined };
          kept.set(key, preview);
          await render(uri, preview);
        }
        return shownText(preview.known);
      },
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) renderAgain((answer) => isMadeOf(answer, document.uri.toString()));
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      // With another language it is opened again at once.
      setImmediate(() => {
        if (!isOpen(uri)) forget(uri.toString());
      });
    }),
    server.onDidChangeFiles((folders) => {
      renderAgain((answer) => folders.some((folder) => isMadeOf(answer, `${folder}/`)));
    }),
    server.onDidChange(() => {
      if (server.state() === 'running') renderAgain(() => true);
    }),
    changed,
    rendered,
  );

  return {
    of: previewOf,
    *all() {
      for (const key of kept.keys()) {
        const preview = previewOf(vscode.Uri.parse(key));
        if (preview) yield preview;
      }
    },
    async choose(uri, values) {
      const preview = kept.get(uri.toString());
      if (!preview) return;
      preview.values = values;
      await render(uri, preview);
    },
    onDidRender: rendered.event,
    dispose: () => subscriptions.dispose(),
  };
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

/** True for a file in the chart, or one that its values come from. */
function isMadeOf(answer: RenderedChart | undefined, uri: string): boolean {
  if (!answer || answer.state === 'no chart') return true;
  return uri.startsWith(`${answer.folder}/`) || answer.valuesFiles.includes(uri);
}

function asVsCodeWrites(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}
