import {
  type CompletionItem,
  type CompletionParams,
  CompletionTriggerKind,
  type Connection,
  MarkupContent,
  MarkupKind,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { completions, resolveCompletion } from '../features/completion';
import type { Snippet } from '../features/snippets/snippet';
import type { NamedObject } from '../features/values/offeredValue';
import { writtenObjects } from '../features/values/writtenObjects';
import type { LintedText } from '../lint/lint';
import type { LintOptions } from '../lint/lintOptions';
import type { ObjectFacts } from '../manifests/facts/objectFacts';
import type { IndentedRequest } from '../protocol/snippets';
import type { ProfileFile } from '../workspace/confinementProfileFiles';
import type { ClientSkills } from './capabilities';
import type { ConfigurationAnswers } from './configurationAnswers';
import { isUnaskedJson } from './unaskedJson';

/** What requests for completion need of a session. */
export interface CompletionSession {
  readonly documents: TextDocuments<TextDocument>;
  /** Answers about configuration files; undefined for other documents. */
  readonly configurationAt: (document: TextDocument) => ConfigurationAnswers | undefined;
  readonly snippets: () => Promise<readonly Snippet[]>;
  readonly skills: () => ClientSkills | undefined;
  /** What a document is linted with; undefined for one that is excluded. */
  readonly optionsOf: (uri: string) => Promise<LintOptions | undefined>;
  /** The document as it was linted last; undefined for one that is excluded. */
  readonly lintedLately: (document: TextDocument) => Promise<LintedText | undefined>;
  /** The objects of other files, as far as anybody has looked. */
  readonly objects: () => Iterable<{ readonly uri: string; readonly facts: ObjectFacts }>;
  /** The profiles in the workspace's files. */
  readonly profiles: () => Promise<readonly ProfileFile[]>;
  /** True where another extension completes what schemas say. */
  readonly hasSchemas: () => boolean;
  /** Whether the client wants manifests in JSON looked at. */
  readonly looksAtJson: () => boolean;
  /** The client's command that asks for completions again, if it has one. */
  readonly asksAgain: () => string | undefined;
  /** Where the client shows rules, see `rulePage`. */
  readonly rulePages: () => string | undefined;
  /** Logs what goes wrong in a request with the document's name. */
  readonly answering: <Answer>(uri: string, answer: () => Promise<Answer>) => Promise<Answer>;
}

/** How many columns a level has where neither document nor editor says so. */
const customaryIndent = 2;

/** Answers what can be typed at a cursor. */
export function answerCompletionRequests(connection: Connection, session: CompletionSession): void {
  const { documents, snippets, answering } = session;

  connection.onCompletion((params) => answering(params.textDocument.uri, () => completed(params)));

  connection.onCompletionResolve(async (item) =>
    asTaken(resolveCompletion(item, await snippets(), session.rulePages()), session.skills()),
  );

  async function completed(params: CompletionParams): Promise<CompletionItem[]> {
    const { uri } = params.textDocument;
    const document = documents.get(uri);
    const skills = session.skills();
    const { position, context } = params;
    const trigger =
      context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
    const configuration = document && session.configurationAt(document);
    if (configuration) return (await configuration.completions(position, trigger)).map((item) => asTaken(item, skills));
    const options = await session.optionsOf(uri);
    if (!document || !skills || !options || isUnaskedJson(document, session.looksAtJson())) return [];
    const { workloadKinds, kubernetesVersion } = options;
    const items = await completions(
      {
        source: { uri, text: document.getText(), workloadKinds },
        position,
        offset: document.offsetAt(position),
        trigger,
        surroundings: { kubernetesVersion, hasSchemas: session.hasSchemas(), namesOf, profiles: session.profiles },
        linted: () => session.lintedLately(document),
        asksAgain: session.asksAgain(),
      },
      await snippets(),
      skills.insertsSnippets ? { indent: indentIn(params), insertsAsIs: skills.insertsAsIs } : undefined,
    );
    return items.map((item) => asTaken(item, skills));
  }

  /** What is open counts first, in the state in which it is. */
  async function namesOf(group: string, kind: string): Promise<NamedObject[]> {
    const open = documents.all().flatMap((document) => {
      const file = lastPart(document.uri);
      return writtenObjects(document.getText(), group, kind).map((object) => ({ ...object, file }));
    });
    const closed: NamedObject[] = [];
    for (const { uri, facts } of session.objects()) {
      if (facts.kind !== kind || facts.group !== group || !facts.name) continue;
      closed.push({ name: facts.name, namespace: facts.namespace ?? undefined, file: lastPart(uri) });
    }
    return [...open, ...closed];
  }
}

/** The name of a file. */
function lastPart(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

/** The columns of a level that the client has told, or the customary ones. */
export function indentIn(request: object): number {
  const { indent }: IndentedRequest = request;
  return typeof indent === 'number' && indent >= 1 && indent <= 8 ? indent : customaryIndent;
}

/** An item in the words of a client that shows no labels beside labels, or no Markdown. */
function asTaken(item: CompletionItem, skills: ClientSkills | undefined): CompletionItem {
  const { labelDetails, documentation, ...rest } = item;
  const shown: CompletionItem = rest;
  if (labelDetails && skills?.showsLabelDetails) shown.labelDetails = labelDetails;
  else if (labelDetails?.description !== undefined) shown.detail ??= labelDetails.description;
  if (MarkupContent.is(documentation) && !skills?.showsMarkdown) {
    shown.documentation = { kind: MarkupKind.PlainText, value: plainText(documentation.value) };
  } else if (documentation !== undefined) {
    shown.documentation = documentation;
  }
  return shown;
}

function plainText(markdown: string): string {
  return markdown
    .replace(/```\w*\n?/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|`/g, '');
}
