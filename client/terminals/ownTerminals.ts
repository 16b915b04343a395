import * as vscode from 'vscode';
import { type IdleTerminals, idleTerminals } from './idleTerminals';

/** The terminals that a part of the extension has opened. */
export type OwnTerminals = IdleTerminals<vscode.Terminal> & vscode.Disposable;

/** Keeps track of terminals by what VS Code's shell integration says of them. */
export function ownTerminals(): OwnTerminals {
  const idle = idleTerminals<vscode.Terminal>(
    ({ shellIntegration, exitStatus }) => shellIntegration !== undefined && exitStatus === undefined,
  );
  const listeners = vscode.Disposable.from(
    vscode.window.onDidStartTerminalShellExecution(({ terminal }) => idle.started(terminal)),
    vscode.window.onDidEndTerminalShellExecution(({ terminal }) => idle.ended(terminal)),
    vscode.window.onDidCloseTerminal(idle.closed),
  );
  return { ...idle, dispose: () => listeners.dispose() };
}
