import type {
  CancellationToken,
  DefinitionParams,
  Hover,
  HoverParams,
  Location,
  ReferenceParams,
  SignatureHelp,
  SignatureHelpParams,
} from 'vscode-languageserver';
import { describedAt } from '../editing/editing';
import { hoverAt, hoverWithRules } from '../features/hover';
import { definitionsOf, type OpenText, referencesTo } from '../features/references';
import { chartFileOf, leftToUs } from './charts/chartFile';
import { rulesShownAt } from './charts/chartFindings';
import { stopIfCancelled } from './guard';
import { openManifest } from './manifestAnswers';
import type { Session } from './session';

/** Answers what stands at a place. */
export async function hover(session: Session, { textDocument: { uri }, position }: HoverParams): Promise<Hover | null> {
  const document = session.documents.get(uri);
  const own = document && session.ownAnswers(document);
  if (own) return own.hover(position);
  if (!document) return null;
  const offset = document.offsetAt(position);
  const { rulePages } = session.options;
  const file = await chartFileOf(session, document);
  const inChart = file?.hover(offset, leftToUs(document, session.options));
  const manifest = inChart ? undefined : await openManifest(session, uri);
  const said = inChart ?? (manifest && hoverAt(manifest.linted, offset, rulePages, describedAt));
  return hoverWithRules(said, await rulesShownAt(session, uri, offset), rulePages) ?? null;
}

/** Answers where the object that is named at a place is written. */
export async function definitions(
  session: Session,
  { textDocument: { uri }, position }: DefinitionParams,
  token: CancellationToken,
): Promise<Location[]> {
  const document = session.documents.get(uri);
  if (!document) return [];
  const inChart = (await chartFileOf(session, document))?.definition(document.offsetAt(position));
  if (inChart) return inChart;
  return definitionsOf(await openTexts(session, uri, token), uri, document.offsetAt(position));
}

/** Answers where the object at a place is named. */
export async function references(
  session: Session,
  { textDocument: { uri }, position, context }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[]> {
  const document = session.documents.get(uri);
  if (!document) return [];
  const { includeDeclaration } = context;
  const inChart = (await chartFileOf(session, document))?.references(document.offsetAt(position), includeDeclaration);
  if (inChart) return inChart;
  const open = await openTexts(session, uri, token);
  return referencesTo(open, uri, document.offsetAt(position), includeDeclaration);
}

/** Answers which arguments a function takes whose call is being typed. */
export async function signature(
  session: Session,
  { textDocument: { uri }, position }: SignatureHelpParams,
): Promise<SignatureHelp | null> {
  const document = session.documents.get(uri);
  const file = await chartFileOf(session, document);
  return (document && file?.signature(document.offsetAt(position))) ?? null;
}

/** Everything that is open; the document that is asked about comes first. */
async function openTexts({ documents, linted }: Session, uri: string, token: CancellationToken): Promise<OpenText[]> {
  const all = documents.all();
  const own = all.filter((document) => document.uri === uri);
  const others = all.filter((document) => document.uri !== uri);
  const open: OpenText[] = [];
  for (const document of [...own, ...others]) {
    stopIfCancelled(token);
    const read = await linted.now(document);
    if (read) open.push({ uri: document.uri, linted: read });
  }
  return open;
}
