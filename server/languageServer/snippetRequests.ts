import type { CompletionItem, Connection, Position, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { serviceFiles } from '../features/serviceFiles';
import { resolveSnippetCompletion, snippetCompletions } from '../features/snippetCompletion';
import { newFile, placeSnippet } from '../features/snippetPlacement';
import { previewOf, type Snippet } from '../features/snippets/snippet';
import type { WorkloadKind } from '../manifests/workloadKinds';
import {
  type IndentedRequest,
  type ServiceDescription,
  type ServiceFile,
  type SnippetPlacement,
  type SnippetPlacementParams,
  type SnippetSummary,
  serviceFilesRequest,
  snippetPlacementRequest,
  snippetsRequest,
} from '../protocol';
import type { ClientSkills } from './capabilities';

/** What the requests about snippets need of a session. */
export interface SnippetSession {
  readonly documents: TextDocuments<TextDocument>;
  readonly snippets: () => Promise<readonly Snippet[]>;
  readonly skills: () => ClientSkills | undefined;
  /** The workload kinds that count in a document; undefined for one that is excluded. */
  readonly workloadKinds: (uri: string) => Promise<readonly WorkloadKind[] | undefined>;
  /** Logs what goes wrong in a request with the document's name. */
  readonly answering: <Answer>(uri: string, answer: () => Promise<Answer>) => Promise<Answer>;
}

/** How many columns a level has where neither document nor editor says so. */
const customaryIndent = 2;

/** Answers what an editor asks about snippets. */
export function answerSnippetRequests(connection: Connection, session: SnippetSession): void {
  const { documents, snippets, workloadKinds, answering } = session;

  connection.onCompletion((params) =>
    answering(params.textDocument.uri, () => completions(params.textDocument.uri, params.position, indentIn(params))),
  );

  connection.onCompletionResolve(async (item) => resolveSnippetCompletion(item, await snippets()));

  connection.onRequest(snippetsRequest, async (): Promise<SnippetSummary[]> => (await snippets()).map(summaryOf));

  connection.onRequest<SnippetPlacement, unknown>(
    snippetPlacementRequest,
    (params: SnippetPlacementParams): Promise<SnippetPlacement> =>
      answering(params.uri ?? params.snippet, () => placement(params)),
  );

  connection.onRequest(
    serviceFilesRequest,
    async (service: ServiceDescription): Promise<ServiceFile[]> => serviceFiles(service, await snippets()),
  );

  async function completions(uri: string, position: Position, indent: number): Promise<CompletionItem[]> {
    const document = documents.get(uri);
    const skills = session.skills();
    const kinds = await workloadKinds(uri);
    if (!document || !skills?.insertsSnippets || !kinds) return [];
    const source = { uri, text: document.getText(), workloadKinds: kinds };
    const style = { indent, insertsAsIs: skills.insertsAsIs };
    return snippetCompletions(source, position, document.offsetAt(position), await snippets(), style);
  }

  async function placement(params: SnippetPlacementParams): Promise<SnippetPlacement> {
    const { snippet: id, uri, position } = params;
    const snippet = (await snippets()).find((candidate) => candidate.id === id);
    if (!snippet) return { outcome: 'nothing', message: `There is no snippet called ${id}.` };
    const document = uri === undefined ? undefined : documents.get(uri);
    const kinds = document && (await workloadKinds(document.uri));
    if (!document || !kinds) return newFile(snippet, indentIn(params));
    const source = { uri: document.uri, text: document.getText(), workloadKinds: kinds };
    return placeSnippet(source, position?.line ?? 0, snippet, indentIn(params));
  }
}

function summaryOf(snippet: Snippet): SnippetSummary {
  const { id, title, description, prefixes, fits, language } = snippet;
  return { id, title, description, prefixes, fits, language, preview: previewOf(snippet) };
}

function indentIn(request: object): number {
  const { indent }: IndentedRequest = request;
  return typeof indent === 'number' && indent >= 1 && indent <= 8 ? indent : customaryIndent;
}
