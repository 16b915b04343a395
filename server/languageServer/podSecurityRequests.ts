import {
  type ApplyWorkspaceEditResult,
  type CodeLens,
  CodeLensRefreshRequest,
  type Connection,
  type TextDocumentEdit,
  type TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { podSecurityLenses, resolvedLens } from '../features/podSecurityLenses';
import { gradedWorkloads, type PlacedWorkload } from '../features/podSecurityWorkloads';
import { explanationOf } from '../fixes/explainedFixes';
import type { Lift } from '../fixes/lift';
import type { Finding } from '../lint/finding';
import type { LintedText } from '../lint/lint';
import { type LiftParams, liftCommand, withoutLinks } from '../protocol';
import type { ClientSkills } from './capabilities';

/** What lenses and their command need of a session. */
export interface PodSecuritySession {
  readonly documents: TextDocuments<TextDocument>;
  /** The document linted as it stands; undefined for one that is excluded. */
  readonly lintedText: (document: TextDocument) => Promise<LintedText | undefined>;
  readonly skills: () => ClientSkills | undefined;
  /** The settings as they are for the window. */
  readonly settings: () => Promise<unknown>;
  /** Logs what goes wrong in a request with the document's name. */
  readonly answering: <Answer>(uri: string, answer: () => Promise<Answer>) => Promise<Answer>;
}

/** Shows the Pod Security level of each workload, and lifts workloads on request. Gives back how to ask for all lenses again. */
export function answerPodSecurity(connection: Connection, session: PodSecuritySession): () => void {
  const { documents, answering } = session;

  connection.onCodeLens(({ textDocument: { uri } }) =>
    answering(uri, async () => {
      const document = documents.get(uri);
      const linted = document && wantsLenses(await session.settings()) && (await session.lintedText(document));
      return linted ? podSecurityLenses(linted, uri) : [];
    }),
  );

  connection.onCodeLensResolve((lens): Promise<CodeLens> => {
    const params: unknown = lens.data;
    if (!isLiftParams(params)) return Promise.resolve(lens);
    return answering(params.uri, async () => {
      const document = documents.get(params.uri);
      const linted = document && (await session.lintedText(document));
      return linted ? resolvedLens(lens, linted, params) : lens;
    });
  });

  connection.onExecuteCommand(async ({ command, arguments: [params] = [] }) => {
    if (command !== liftCommand || !isLiftParams(params)) return;
    await answering(params.uri, () => lift(params));
  });

  async function lift({ uri, line }: LiftParams): Promise<void> {
    const document = documents.get(uri);
    const found = await workloadAt(uri, line);
    const level = found?.workload.standing.next;
    const lift = found?.workload.lift();
    if (!document || !found || !level || !lift) {
      connection.window.showInformationMessage('This workload has changed: look at its lens again.');
      return;
    }
    if (lift.edits.length > 0) {
      const edit = workspaceEdit(document, found, lift, session.skills()?.annotatesEdits === true);
      const { version } = document;
      const label = `Lift ${found.workload.name} to ${level}`;
      const { applied }: ApplyWorkspaceEditResult = await connection.workspace.applyEdit({ label, edit });
      if (!applied) return;
      await changeOf(uri, version);
    }
    // Where the user left edits out the lens goes on to count them.
    const now = await workloadAt(uri, line);
    const after = now?.workload.standing.next === level ? now.workload.lift() : undefined;
    if (now && after && after.edits.length === 0) await tellLeft(uri, now, level, after.left);
  }

  /** Resolves when a document is no longer of a version, or soon where nothing was changed: editors tell of it a little later. */
  function changeOf(uri: string, version: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timeout);
        listener.dispose();
        resolve();
      };
      const timeout = setTimeout(done, soon);
      const listener = documents.onDidChangeContent(({ document }) => {
        if (document.uri === uri) done();
      });
      if (documents.get(uri)?.version !== version) done();
    });
  }

  async function workloadAt(uri: string, line: number): Promise<PlacedWorkload | undefined> {
    const document = documents.get(uri);
    const linted = document && (await session.lintedText(document));
    return linted && gradedWorkloads(linted).find((workload) => workload.line === line);
  }

  /** Says what only the user can mend, and leads there. */
  async function tellLeft(
    uri: string,
    { workload, document }: PlacedWorkload,
    level: string,
    left: readonly Finding[],
  ): Promise<void> {
    const message = withoutLinks(leftMessage(workload.name, level, left));
    const [first] = left;
    if (!first || session.skills()?.showsDocuments !== true) {
      connection.window.showInformationMessage(message);
      return;
    }
    const show = { title: 'Show' };
    if ((await connection.window.showInformationMessage(message, show))?.title !== show.title) return;
    const selection = {
      start: { line: document.line + first.start.line, character: first.start.character },
      end: { line: document.line + first.end.line, character: first.end.character },
    };
    await connection.window.showDocument({ uri, takeFocus: true, selection });
  }

  return () => {
    if (session.skills()?.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
  };
}

/** Lenses stand above workloads unless the settings say otherwise. */
function wantsLenses(settings: unknown): boolean {
  return typeof settings !== 'object' || settings === null || Reflect.get(settings, 'codeLens') !== false;
}

/** How long an editor may take to tell of an edit that it has made, in milliseconds. */
const soon = 1000;

/** More than these would not be read. */
const mostTold = 3;

function leftMessage(name: string, level: string, left: readonly Finding[]): string {
  const messages = [...new Set(left.map(({ message }) => message))];
  const told = messages.slice(0, mostTold).join('; ');
  const others = messages.length > mostTold ? `; and ${messages.length - mostTold} more` : '';
  const count = left.length === 1 ? '1 change' : `${left.length} changes`;
  return `${name} is ${count} from ${level}, which only you can make: ${told}${others}.`;
}

/** The edits of a lift; those that a running workload may notice ask to be confirmed, which shows them all first. */
function workspaceEdit(
  document: TextDocument,
  { document: { start } }: PlacedWorkload,
  { edits }: Lift,
  annotates: boolean,
): WorkspaceEdit {
  const { uri, version } = document;
  const inFile = edits.map((edit) => ({
    newText: edit.newText,
    range: { start: document.positionAt(start + edit.start), end: document.positionAt(start + edit.end) },
  }));
  if (!annotates) return { changes: { [uri]: inFile } };
  const changeAnnotations: NonNullable<WorkspaceEdit['changeAnnotations']> = {};
  const annotated: TextDocumentEdit['edits'] = inFile.map((edit, index) => {
    const { title, description, isSafe } = explanationOf(edits[index]?.parts.flatMap(({ causes }) => causes) ?? []);
    const annotationId = String(index);
    changeAnnotations[annotationId] = { label: title, description, needsConfirmation: !isSafe };
    return { ...edit, annotationId };
  });
  return { documentChanges: [{ textDocument: { uri, version }, edits: annotated }], changeAnnotations };
}

function isLiftParams(value: unknown): value is LiftParams {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, line }: Partial<Record<keyof LiftParams, unknown>> = value;
  return typeof uri === 'string' && typeof line === 'number';
}
