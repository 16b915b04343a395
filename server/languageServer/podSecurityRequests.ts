import {
  type ApplyWorkspaceEditResult,
  type CodeLens,
  CodeLensRefreshRequest,
  type Connection,
  type TextDocuments,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { podSecurityLenses, resolvedLens } from '../features/podSecurityLenses';
import { gradedWorkloads, type PlacedWorkload } from '../features/podSecurityWorkloads';
import type { Lift } from '../fixes/lift';
import type { Finding } from '../lint/finding';
import type { LintedText } from '../lint/lint';
import { type LiftParams, liftCommand } from '../protocol/actions';
import { withoutLinks } from '../protocol/notificationText';
import type { ClientSkills } from './capabilities';
import { liftEdits, previewedEdit, undoingEdits, versionedEdit } from './liftEdits';
import { leftMessage, liftedMessage } from './liftMessages';

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

/** A lift that was made. */
interface Lifted {
  readonly before: TextDocument;
  readonly edits: readonly TextEdit[];
  readonly found: PlacedWorkload;
  readonly level: string;
  readonly lift: Lift;
}

/** Shows the Pod Security level of each workload, and lifts workloads on request. Gives back how to ask for all lenses again. */
export function answerPodSecurity(connection: Connection, session: PodSecuritySession): () => void {
  const { documents, answering } = session;

  connection.onCodeLens(({ textDocument: { uri } }) =>
    answering(uri, async () => {
      const document = documents.get(uri);
      const linted = document && wantsLenses(await session.settings()) && (await session.lintedText(document));
      return linted ? podSecurityLenses(linted, uri, session.skills()?.annotatesEdits === true) : [];
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

  async function lift({ uri, line, previews = false }: LiftParams): Promise<void> {
    const document = documents.get(uri);
    const found = await workloadAt(uri, line);
    const level = found?.workload.standing.next;
    const lift = found?.workload.lift();
    if (!document || !found || !level || !lift) {
      connection.window.showInformationMessage('This workload has changed: look at its lens again.');
      return;
    }
    if (lift.edits.length === 0) return tellLeft(uri, found, level, lift.left);
    const before = TextDocument.create(uri, document.languageId, document.version, document.getText());
    const isVersioned = session.skills()?.takesVersions === true;
    const edits = liftEdits(before, found, lift);
    const isPreviewed = previews && session.skills()?.annotatesEdits === true;
    const edit = isPreviewed ? previewedEdit(before, found, lift) : versionedEdit(before, edits, isVersioned);
    const label = `Harden ${found.workload.name} to ${level}`;
    const { applied }: ApplyWorkspaceEditResult = await connection.workspace.applyEdit({ label, edit });
    if (!applied) return;
    await changeOf(uri, before.version);
    if (!isPreviewed) return tellLifted({ before, edits, found, level, lift });
    // Where the user left edits out the lens goes on to count them.
    const now = await workloadAt(uri, line);
    const after = now?.workload.standing.next === level ? now.workload.lift() : undefined;
    if (now && after && after.edits.length === 0) await tellLeft(uri, now, level, after.left);
  }

  /** Says what was done and what is left, and takes it back if the user wants that. */
  async function tellLifted({ before, edits, found, level, lift }: Lifted): Promise<void> {
    const { uri } = before;
    // An editor may say that it has made an edit of which the user wanted nothing.
    if (documents.get(uri)?.version === before.version) return;
    const [undo, show] = [{ title: 'Undo' }, { title: 'Show' }];
    const now = await workloadAt(uri, found.line);
    const shown = lift.left.length > 0 && session.skills()?.showsDocuments === true;
    const message = withoutLinks(liftedMessage(found.workload.name, level, lift));
    const choice = await connection.window.showInformationMessage(message, undo, ...(shown ? [show] : []));
    if (choice?.title === show.title && now) await showFirst(uri, now, now.workload.lift()?.left ?? []);
    if (choice?.title === undo.title) await takeBack(before, edits);
  }

  async function takeBack(before: TextDocument, edits: readonly TextEdit[]): Promise<void> {
    const document = documents.get(before.uri);
    if (document?.getText() !== TextDocument.applyEdits(before, [...edits])) {
      connection.window.showInformationMessage('The file has changed since: take it back with the undo of the editor.');
      return;
    }
    const isVersioned = session.skills()?.takesVersions === true;
    const edit = versionedEdit(document, undoingEdits(before, edits), isVersioned);
    await connection.workspace.applyEdit({ label: 'Undo hardening', edit });
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
    if (left.length === 0 || session.skills()?.showsDocuments !== true) {
      connection.window.showInformationMessage(message);
      return;
    }
    const show = { title: 'Show' };
    if ((await connection.window.showInformationMessage(message, show))?.title !== show.title) return;
    await showFirst(uri, { workload, document }, left);
  }

  async function showFirst(
    uri: string,
    { document }: Pick<PlacedWorkload, 'workload' | 'document'>,
    [first]: readonly Finding[],
  ): Promise<void> {
    if (!first) return;
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

function isLiftParams(value: unknown): value is LiftParams {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, line, previews }: Partial<Record<keyof LiftParams, unknown>> = value;
  return (
    typeof uri === 'string' && typeof line === 'number' && (previews === undefined || typeof previews === 'boolean')
  );
}
