import type {
  DocumentHighlight,
  DocumentHighlightParams,
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  SemanticTokens,
  SemanticTokensParams,
} from 'vscode-languageserver';
import type { OpenTemplate } from '../editing/chart/template/openTemplate';
import { normalUri } from '../workspace/uris';
import type { Answerer } from './feature';
import type { Session } from './session';

/** What is asked about one document. */
interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** What answers about open templates: it is loaded with the first of them. */
const loaded = async () => {
  const [{ openTemplate }, { outlineOf }, { foldingOf }, { coloursOf }, { blockHighlights }] = await Promise.all([
    import('../editing/chart/template/openTemplate'),
    import('../editing/chart/template/outline'),
    import('../editing/chart/template/folding'),
    import('../editing/chart/template/colours'),
    import('../editing/chart/template/blockHighlights'),
  ]);
  return { openTemplate, outlineOf, foldingOf, coloursOf, blockHighlights };
};

type Loaded = Awaited<ReturnType<typeof loaded>>;

/** Answers from the open template that a request names; null where it names another document. */
function fromTemplate<Params extends AboutDocument, Answer>(
  answer: (template: OpenTemplate, params: Params, loaded: Loaded) => Answer,
): Answerer<Session, Params, Answer | null> {
  return async ({ documents, charts }, params) => {
    const document = documents.get(params.textDocument.uri);
    // Most documents are none, which their names tell.
    if (!document?.uri.includes('/templates/')) return null;
    const place = await charts.placeOf(normalUri(document.uri));
    if (!place) return null;
    const parts = await loaded();
    const template = parts.openTemplate(document, place);
    return template ? answer(template, params, parts) : null;
  };
}

/** Answers what stands in a template. */
export const templateOutline = fromTemplate((template, _: DocumentSymbolParams, { outlineOf }): DocumentSymbol[] =>
  outlineOf(template),
);

/** Answers what can be folded in a template. */
export const templateFolding = fromTemplate((template, _: FoldingRangeParams, { foldingOf }): FoldingRange[] =>
  foldingOf(template),
);

/** Answers what the characters of a template's actions are. */
export const templateColours = fromTemplate(
  (template, _: SemanticTokensParams, { coloursOf }): SemanticTokens => ({ data: coloursOf(template) }),
);

/** Answers which keywords belong together with the one at the cursor. */
export const templateHighlights = fromTemplate(
  (template, { position }: DocumentHighlightParams, { blockHighlights }): DocumentHighlight[] | null =>
    blockHighlights(template, template.document.offsetAt(position)) ?? null,
);
