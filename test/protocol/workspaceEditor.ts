import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  ShowMessageRequest,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { type WorkspaceState, workspaceStateNotification } from '../../server/protocol/workspace';
import { type Editor, hear, modernCapabilities, startEditor } from './client';

/** A workspace folder of a test's own. */
export interface TestFolder {
  readonly path: string;
  readonly uriOf: (name: string) => string;
  readonly write: (name: string, text: string | Buffer) => void;
  readonly remove: (name: string) => void;
}

const folders: string[] = [];

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with some files in it, which goes away after all tests. */
export function testFolder(files: Readonly<Record<string, string>>): TestFolder {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-workspace-')));
  folders.push(folder);
  const write = (name: string, text: string | Buffer) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const remove = (name: string) => rmSync(path.join(folder, name), { recursive: true });
  return { ...folderAt(folder), write, remove };
}

/** A folder that is there already, and is left as it is. */
export function folderAt(folder: string): Pick<TestFolder, 'path' | 'uriOf'> {
  return { path: folder, uriOf: (name) => URI.file(path.join(folder, name)).toString() };
}

/** An editor with a workspace folder that shows what it is sent. */
export interface WorkspaceEditor extends Editor {
  /** Rule ids of the diagnostics that were sent for a file, in their order. */
  readonly sent: (name: string) => string[];
  readonly diagnosticsOf: (name: string) => readonly Diagnostic[];
  readonly states: readonly WorkspaceState[];
  /** Waits until the workspace is in a state, from now on. */
  readonly reaches: (isReached: (state: WorkspaceState) => boolean) => Promise<WorkspaceState>;
  readonly changeSettings: (settings: object) => Promise<void>;
  readonly tellOfChanges: (...changes: readonly [name: string, type: FileChangeType][]) => Promise<void>;
  readonly cancelProgress: () => Promise<void>;
  /** How many times progress was begun and ended. */
  readonly progress: { begun: number; ended: number };
  /** What the user was told, each answered with nothing. */
  readonly messages: string[];
}

/** Starts the built server for a folder; its settings ask for the whole workspace unless they say otherwise. */
export async function startInFolder(
  folder: Pick<TestFolder, 'path' | 'uriOf'>,
  settings: object = {},
): Promise<WorkspaceEditor> {
  let current: object = { profile: 'recommended', workspace: 'all', ...settings };
  const published = new Map<string, Diagnostic[]>();
  const states: WorkspaceState[] = [];
  const waiting = new Set<() => void>();
  const progress = { begun: 0, ended: 0 };
  const messages: string[] = [];
  let token: string | number | undefined;
  const editor = await startEditor({
    folder: folder.path,
    settings: () => current,
    capabilities: { ...modernCapabilities, window: { workDoneProgress: true, showMessage: {} } },
    onDiagnostics: (uri, diagnostics) => void published.set(uri, diagnostics),
    prepare(connection) {
      hear(connection, workspaceStateNotification, (state) => {
        states.push(state);
        for (const wake of waiting) wake();
      });
      connection.onRequest(WorkDoneProgressCreateRequest.type, (created) => {
        token = created.token;
      });
      connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
        if (value.kind === 'begin') progress.begun++;
        if (value.kind === 'end') progress.ended++;
      });
      connection.onRequest(ShowMessageRequest.type, ({ message }) => {
        messages.push(message);
        return null;
      });
    },
  });
  const diagnosticsOf = (name: string) => published.get(folder.uriOf(name)) ?? [];
  return {
    ...editor,
    diagnosticsOf,
    sent: (name) => diagnosticsOf(name).map(({ code }) => String(code)),
    states,
    reaches: (isReached) =>
      new Promise((resolve) => {
        const look = () => {
          const last = states.at(-1);
          if (!last || !isReached(last)) return;
          waiting.delete(look);
          resolve(last);
        };
        waiting.add(look);
        look();
      }),
    async changeSettings(changed) {
      current = { ...current, ...changed };
      await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    },
    tellOfChanges: (...changes) =>
      editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: changes.map(([name, type]): FileEvent => ({ uri: folder.uriOf(name), type })),
      }),
    async cancelProgress() {
      if (token !== undefined) {
        await editor.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
      }
    },
    progress,
    messages,
  };
}

export const { Created, Changed, Deleted } = FileChangeType;
