import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { serviceFiles } from '../features/serviceFiles';
import { newFile, placeSnippet } from '../features/snippetPlacement';
import { previewOf, type Snippet, snippetOf } from '../features/snippets/snippet';
import { snippetsByPlace } from '../features/snippetsByPlace';
import type { WorkloadKind } from '../manifests/kinds/workloadKinds';
import {
  type SnippetPlacement,
  type SnippetPlacementParams,
  type SnippetSummary,
  type SnippetsParams,
  serviceFilesRequest,
  snippetPlacementRequest,
  snippetsRequest,
} from '../protocol/snippets';
import { indentIn } from './completionRequests';
import { answerRequest } from './messages';

/** What the requests about snippets need of a session. */
export interface SnippetSession {
  readonly documents: TextDocuments<TextDocument>;
  readonly snippets: () => Promise<readonly Snippet[]>;
  /** The workload kinds that count in a document; undefined for one that is excluded. */
  readonly workloadKinds: (uri: string) => Promise<readonly WorkloadKind[] | undefined>;
  /** Logs what goes wrong in a request with the document's name. */
  readonly answering: <Answer>(uri: string, answer: () => Promise<Answer>) => Promise<Answer>;
}

/** Answers what an editor asks about snippets. */
export function answerSnippetRequests(connection: Connection, session: SnippetSession): void {
  const { documents, snippets, workloadKinds, answering } = session;

  answerRequest(connection, snippetsRequest, async (params) => {
    const all = await answering(params.uri ?? 'snippets', () => byPlace(params));
    return all.map(summaryOf);
  });

  answerRequest(connection, snippetPlacementRequest, (params) =>
    answering(params.uri ?? nameOf(params.snippet), () => placement(params)),
  );

  answerRequest(connection, serviceFilesRequest, async (service) => serviceFiles(service, await snippets()));

  async function byPlace(params: SnippetsParams): Promise<readonly Snippet[]> {
    const { uri, position } = params;
    const document = uri === undefined ? undefined : documents.get(uri);
    const kinds = document && (await workloadKinds(document.uri));
    if (!document || !kinds || !position) return snippets();
    const source = { uri: document.uri, text: document.getText(), workloadKinds: kinds };
    return snippetsByPlace(source, position, await snippets(), indentIn(params));
  }

  async function placement(params: SnippetPlacementParams): Promise<SnippetPlacement> {
    const { snippet: asked, uri, position } = params;
    const snippet = typeof asked === 'string' ? (await snippets()).find(({ id }) => id === asked) : snippetOf(asked);
    if (!snippet) return { outcome: 'nothing', message: `There is no snippet called ${nameOf(asked)}.` };
    const document = uri === undefined ? undefined : documents.get(uri);
    const kinds = document && (await workloadKinds(document.uri));
    if (!document || !kinds) return newFile(snippet, indentIn(params));
    const source = { uri: document.uri, text: document.getText(), workloadKinds: kinds };
    return placeSnippet(source, position?.line ?? 0, snippet, indentIn(params));
  }
}

function nameOf(asked: SnippetPlacementParams['snippet']): string {
  return typeof asked === 'string' ? asked : asked.fits;
}

function summaryOf(snippet: Snippet): SnippetSummary {
  const { id, title, description, prefixes, fits, language } = snippet;
  return { id, title, description, prefixes, fits, language, preview: previewOf(snippet) };
}
