import { serviceFiles } from '../features/serviceFiles';
import { newFile, placeSnippet } from '../features/snippetPlacement';
import { previewOf, type Snippet, snippetOf } from '../features/snippets/snippet';
import { snippetsByPlace } from '../features/snippetsByPlace';
import type { WorkloadKind } from '../manifests/kinds/workloadKinds';
import type {
  ServiceDescription,
  ServiceFile,
  SnippetPlacement,
  SnippetPlacementParams,
  SnippetSummary,
  SnippetsParams,
} from '../protocol/snippets';
import { indentIn } from './completionRequests';
import type { Session } from './session';

/** A document that snippets go into. */
interface Source {
  readonly uri: string;
  readonly text: string;
  readonly workloadKinds: readonly WorkloadKind[];
}

/** Lists all snippets. */
export async function listedSnippets(session: Session, params: SnippetsParams): Promise<SnippetSummary[]> {
  const { position } = params;
  const source = await sourceOf(session, params.uri);
  const all = await session.snippets();
  const listed = source && position ? snippetsByPlace(source, position, all, indentIn(params)) : all;
  return listed.map(summaryOf);
}

/** Answers where a snippet goes. */
export async function snippetPlacement(session: Session, params: SnippetPlacementParams): Promise<SnippetPlacement> {
  const { snippet: requested, uri, position } = params;
  const snippet =
    typeof requested === 'string'
      ? (await session.snippets()).find(({ id }) => id === requested)
      : snippetOf(requested);
  if (!snippet) {
    const name = typeof requested === 'string' ? requested : requested.fits;
    return { outcome: 'nothing', message: `There is no snippet called ${name}.` };
  }
  const source = await sourceOf(session, uri);
  if (!source) return newFile(snippet, indentIn(params));
  return placeSnippet(source, position?.line ?? 0, snippet, indentIn(params));
}

/** The files of a new service. */
export async function filesOfService(session: Session, service: ServiceDescription): Promise<ServiceFile[]> {
  return serviceFiles(service, await session.snippets());
}

/** An open document as snippets see it; undefined for what is not open, or excluded. */
async function sourceOf({ documents, linted }: Session, uri: string | undefined): Promise<Source | undefined> {
  const document = uri === undefined ? undefined : documents.get(uri);
  const options = document && (await linted.optionsOf(document.uri));
  return document && options && { uri: document.uri, text: document.getText(), workloadKinds: options.workloadKinds };
}

function summaryOf(snippet: Snippet): SnippetSummary {
  const { id, title, description, prefixes, fits, language } = snippet;
  return { id, title, description, prefixes, fits, language, preview: previewOf(snippet) };
}
