import { type CompletionItem, type CompletionParams, CompletionTriggerKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { valuesOutsideObjects } from '../editing/editing';
import { completions, resolveCompletion } from '../features/completion';
import type { NamedObject } from '../features/values/offeredValue';
import { writtenObjects } from '../features/values/writtenObjects';
import type { IndentedRequest } from '../protocol/snippets';
import { chartFileOf, leftToUs } from './charts/chartFile';
import { asTaken } from './completionItems';
import { isNoManifest } from './noManifest';
import type { Session } from './session';
import { actionTriggers } from './triggerCharacters';

/** How many columns a level has where neither document nor editor says so. */
const customaryIndent = 2;

/** Answers what can be typed at a cursor. */
export async function completed(session: Session, params: CompletionParams): Promise<CompletionItem[]> {
  const document = session.documents.get(params.textDocument.uri);
  if (!document) return [];
  const { position, context } = params;
  const trigger =
    context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
  const file = await chartFileOf(session, document);
  const inChart = file?.completions(document.offsetAt(position), leftToUs(document, session.options));
  if (inChart) return inChart.map((item) => asTaken(item, session.skills));
  if (trigger !== undefined && actionTriggers.includes(trigger)) return [];
  const own = session.ownAnswers(document);
  const items = own
    ? await own.completions(position, trigger)
    : await completedInManifest(session, document, params, trigger);
  return items.map((item) => asTaken(item, session.skills));
}

/** Answers more about something that can be typed. */
export async function resolvedCompletion(
  { snippets, options, skills }: Session,
  item: CompletionItem,
): Promise<CompletionItem> {
  return asTaken(resolveCompletion(item, await snippets(), options.rulePages), skills);
}

async function completedInManifest(
  session: Session,
  document: TextDocument,
  params: CompletionParams,
  trigger: string | undefined,
): Promise<CompletionItem[]> {
  const { linted, options, skills, profiles } = session;
  const { uri } = document;
  const { position } = params;
  const lintOptions = await linted.optionsOf(uri);
  if (!lintOptions || isNoManifest(document, options.looksAtJson)) return [];
  const { workloadKinds, kubernetesVersion } = lintOptions;
  const namesOf = async (group: string, kind: string) => namedObjects(session, group, kind);
  return completions(
    {
      source: { uri, text: document.getText(), workloadKinds },
      position,
      offset: document.offsetAt(position),
      trigger,
      context: { kubernetesVersion, hasSchemas: options.hasSchemas, namesOf, profiles, valuesOutsideObjects },
      // What was found a keystroke ago is near enough, and there already.
      linted: () => linted.lately(document),
      asksAgain: options.completionCommand,
    },
    await session.snippets(),
    skills.insertsSnippets ? { indent: indentIn(params), insertsAsIs: skills.insertsAsIs } : undefined,
  );
}

/** The objects of a kind that have a name; what is open counts first, in the state in which it is. */
function namedObjects({ documents, scan }: Session, group: string, kind: string): NamedObject[] {
  const open = documents.all().flatMap((document) => {
    const file = lastPart(document.uri);
    return writtenObjects(document.getText(), group, kind).map((object) => ({ ...object, file }));
  });
  const closed: NamedObject[] = [];
  for (const { uri, facts } of scan.objects()) {
    if (facts.kind !== kind || facts.group !== group || !facts.name) continue;
    closed.push({ name: facts.name, namespace: facts.namespace ?? undefined, file: lastPart(uri) });
  }
  return [...open, ...closed];
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
