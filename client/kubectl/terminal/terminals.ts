import * as vscode from 'vscode';
import { ownTerminals } from '../../terminals/ownTerminals';
import { type CommandLine, commandLine, type Shell, shellNamed } from '../commandLine/quoting';

/** A program to run where the user sees it. */
export interface Launch {
  /** The terminal's name; an idle terminal of this name and environment is used again. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** True when the user will type into it. */
  readonly takesInput: boolean;
}

/** What came of a launch. */
export type Launched =
  | { readonly kind: 'refused'; readonly reason: string }
  /** The shell tells nothing: when the command ended, and how, is not known. */
  | { readonly kind: 'sent'; readonly terminal: vscode.Terminal }
  | {
      readonly kind: 'started';
      readonly terminal: vscode.Terminal;
      /** The exit code; undefined when the shell did not say, or the terminal was closed. */
      readonly ended: Promise<number | undefined>;
      /** What the command printed, without control sequences. Read once. */
      readonly output: Promise<string>;
    };

/** How long a shell may take to say that it is integrated: its rc files run first. */
const integrationWait = 10_000;
/** How long a shell that VS Code can't integrate may take until it reads what is typed. */
const startWait = 500;

/** Runs command lines in the integrated terminal. */
export interface Terminals extends vscode.Disposable {
  run(launch: Launch): Promise<Launched>;
}

/** Keeps track of the terminals it makes: one is used again only when shell integration says that it is idle. */
export function createTerminals(): Terminals {
  const own = ownTerminals();

  async function run({ name, program, args, environment, takesInput }: Launch): Promise<Launched> {
    const idle = own.find(name, environment);
    const terminal =
      idle ??
      vscode.window.createTerminal({
        name,
        env: { ...environment },
        iconPath: new vscode.ThemeIcon('rocket'),
        isTransient: true,
      });
    // Taken from here on: a second helper must not find it idle while the first still waits for its shell.
    own.take(terminal, name, environment);
    const integration = idle?.shellIntegration ?? (await integrationOf(terminal));
    const line = lineFor(terminal, program, args);
    if (line.kind === 'refused') {
      if (!idle) terminal.dispose();
      else own.ended(terminal);
      return line;
    }
    terminal.show(!takesInput);
    if (!integration) {
      terminal.sendText(line.text);
      return { kind: 'sent', terminal };
    }
    const execution = integration.executeCommand(line.text);
    const ended = endOf(execution, terminal);
    // The start of the execution was counted above, and is counted once more when VS Code reports it.
    void ended.then(() => own.ended(terminal));
    return { kind: 'started', terminal, ended, output: textOf(execution) };
  }

  return { run, dispose: () => own.dispose() };
}

function lineFor(terminal: vscode.Terminal, program: string, args: readonly string[]): CommandLine {
  const shell = shellOf(terminal);
  if (shell) return commandLine(shell, program, args);
  const name = terminal.state.shell ?? vscode.env.shell;
  return {
    kind: 'refused',
    reason: `Seaworthy can't write command lines for ${name}. Choose bash, zsh, fish, PowerShell or cmd as the default profile of the terminal.`,
  };
}

function shellOf(terminal: vscode.Terminal): Shell | undefined {
  return shellNamed(terminal.state.shell, vscode.env.shell, process.platform);
}

/** Waits until the shell is integrated, or it is known that it won't be. */
function integrationOf(terminal: vscode.Terminal): Promise<vscode.TerminalShellIntegration | undefined> {
  if (terminal.shellIntegration) return Promise.resolve(terminal.shellIntegration);
  return new Promise((resolve) => {
    const shell = shellOf(terminal);
    const done = () => {
      clearTimeout(timer);
      listeners.dispose();
      resolve(terminal.shellIntegration);
    };
    const timer = setTimeout(done, shell === 'sh' || shell === 'cmd' ? startWait : integrationWait);
    const listeners = vscode.Disposable.from(
      vscode.window.onDidChangeTerminalShellIntegration((event) => {
        if (event.terminal === terminal) done();
      }),
      vscode.window.onDidCloseTerminal((closed) => {
        if (closed === terminal) done();
      }),
    );
  });
}

function endOf(execution: vscode.TerminalShellExecution, terminal: vscode.Terminal): Promise<number | undefined> {
  return new Promise((resolve) => {
    const done = (exitCode: number | undefined) => {
      listeners.dispose();
      resolve(exitCode);
    };
    const listeners = vscode.Disposable.from(
      vscode.window.onDidEndTerminalShellExecution((event) => {
        if (event.execution === execution) done(event.exitCode);
      }),
      vscode.window.onDidCloseTerminal((closed) => {
        if (closed === terminal) done(undefined);
      }),
    );
  });
}

async function textOf(execution: vscode.TerminalShellExecution): Promise<string> {
  let text = '';
  for await (const part of execution.read()) text += part;
  // Control sequences: colours, the marks of shell integration, carriage returns.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals speak in them.
  return text.replaceAll(/\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[@-Z\\-_]|\r/g, '');
}
