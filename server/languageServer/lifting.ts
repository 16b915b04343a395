import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { gradedWorkloads, type PlacedWorkload } from '../features/podSecurity/podSecurityWorkloads';
import type { Lift } from '../fixes/lift';
import type { Finding } from '../lint/finding';
import type { LiftParams } from '../protocol/actions';
import { withoutLinks } from '../protocol/notificationText';
import { liftEdits, previewedEdit, undoingEdits, versionedEdit } from './liftEdits';
import { leftMessage, liftedMessage } from './liftMessages';
import { openManifest } from './manifestAnswers';
import type { Session } from './session';

/** A lift that is made. */
interface Lifting {
  readonly before: TextDocument;
  readonly edits: readonly TextEdit[];
  readonly found: PlacedWorkload;
  readonly level: string;
  readonly lift: Lift;
}

/** What is left of a workload's way to a level. */
interface LeftOfLift {
  readonly uri: string;
  readonly found: PlacedWorkload;
  readonly level: string;
  readonly left: readonly Finding[];
}

/** How long an editor may take to tell of an edit that it has made, in milliseconds. */
const soon = 1000;

/** Lifts a workload to its next level, and says what was done and what is left. */
export async function liftWorkload(session: Session, { uri, line, previews = false }: LiftParams): Promise<void> {
  const { connection, documents, skills } = session;
  const document = documents.get(uri);
  const found = await workloadAt(session, uri, line);
  const level = found?.workload.standing.next;
  const lift = found?.workload.lift();
  if (!document || !found || !level || !lift) {
    connection.window.showInformationMessage('This workload has changed: look at its lens again.');
    return;
  }
  if (lift.edits.length === 0) return tellLeft(session, { uri, found, level, left: lift.left });
  const before = TextDocument.create(uri, document.languageId, document.version, document.getText());
  const edits = liftEdits(before, found, lift);
  const lifting = { before, edits, found, level, lift };
  const isPreviewed = previews && skills.annotatesEdits;
  const edit = isPreviewed ? previewedEdit(before, found, lift) : versionedEdit(before, edits, skills.takesVersions);
  const label = `Harden ${found.workload.name} to ${level}`;
  const { applied } = await connection.workspace.applyEdit({ label, edit });
  if (!applied) return;
  await changeOf(session, uri, before.version);
  return isPreviewed ? tellPreviewed(session, lifting) : tellLifted(session, lifting);
}

/** Says what is left of a lift of which the user has seen all that it does. */
async function tellPreviewed(session: Session, { before, found: { line }, level }: Lifting): Promise<void> {
  const { uri } = before;
  // Where the user left edits out the lens goes on to count them.
  const found = await workloadAt(session, uri, line);
  const after = found?.workload.standing.next === level ? found.workload.lift() : undefined;
  if (found && after?.edits.length === 0) await tellLeft(session, { uri, found, level, left: after.left });
}

/** Says what was done and what is left, and takes it back if the user wants that. */
async function tellLifted(session: Session, lifting: Lifting): Promise<void> {
  const { connection, documents, skills } = session;
  const { before, found, level, lift } = lifting;
  const { uri } = before;
  // An editor may say that it has made an edit of which the user wanted nothing.
  if (documents.get(uri)?.version === before.version) return;
  const [undo, show] = [{ title: 'Undo' }, { title: 'Show' }];
  const now = await workloadAt(session, uri, found.line);
  const isShown = lift.left.length > 0 && skills.showsDocuments;
  const message = withoutLinks(liftedMessage(found.workload.name, level, lift));
  const choice = await connection.window.showInformationMessage(message, undo, ...(isShown ? [show] : []));
  if (choice?.title === show.title && now) await showFirst(session, uri, now, now.workload.lift()?.left ?? []);
  if (choice?.title === undo.title) await takeBack(session, lifting);
}

async function takeBack({ connection, documents, skills }: Session, { before, edits }: Lifting): Promise<void> {
  const document = documents.get(before.uri);
  if (document?.getText() !== TextDocument.applyEdits(before, [...edits])) {
    connection.window.showInformationMessage('The file has changed since: take it back with the undo of the editor.');
    return;
  }
  const edit = versionedEdit(document, undoingEdits(before, edits), skills.takesVersions);
  await connection.workspace.applyEdit({ label: 'Undo hardening', edit });
}

/** Resolves when a document is no longer of a version, or soon where nothing was changed: editors tell of it a little later. */
function changeOf({ documents }: Session, uri: string, version: number): Promise<void> {
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

async function workloadAt(session: Session, uri: string, line: number): Promise<PlacedWorkload | undefined> {
  const manifest = await openManifest(session, uri);
  return manifest && gradedWorkloads(manifest.linted).find((workload) => workload.line === line);
}

/** Says what only the user can mend, and leads there. */
async function tellLeft(session: Session, { uri, found, level, left }: LeftOfLift): Promise<void> {
  const { connection, skills } = session;
  const message = withoutLinks(leftMessage(found.workload.name, level, left));
  if (left.length === 0 || !skills.showsDocuments) {
    connection.window.showInformationMessage(message);
    return;
  }
  const show = { title: 'Show' };
  if ((await connection.window.showInformationMessage(message, show))?.title !== show.title) return;
  await showFirst(session, uri, found, left);
}

async function showFirst(
  { connection }: Session,
  uri: string,
  { document }: PlacedWorkload,
  [first]: readonly Finding[],
): Promise<void> {
  if (!first) return;
  const selection = {
    start: { line: document.line + first.start.line, character: first.start.character },
    end: { line: document.line + first.end.line, character: first.end.character },
  };
  await connection.window.showDocument({ uri, takeFocus: true, selection });
}
