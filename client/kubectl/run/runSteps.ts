import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import { withoutLinks } from '../../../server/protocol/notificationText';
import type { KubectlHelper, Step } from '../catalogue/helper';
import type { Launched, Terminals } from '../terminal/terminals';
import { explainedAppArmorProfile, explainedProcessStatus } from './processStatus';

/** A step with its arguments. */
export interface PreparedStep {
  readonly step: Step;
  readonly args: readonly string[];
}

/** A helper with everything filled in. */
export interface Prepared {
  readonly helper: KubectlHelper;
  readonly program: string;
  readonly steps: readonly PreparedStep[];
  readonly context: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Called once, when kubectl needs its files no more. */
  readonly done: () => void;
  /** Runs the helper that undoes this one. */
  readonly undo: () => void;
}

/** How long a private file stays when the shell does not tell when kubectl is done with it. */
const fileGrace = 5 * 60_000;

/** Runs the steps of a helper one after the other; a step that fails ends it but for what tidies up. */
export async function runSteps(terminals: Terminals, prepared: Prepared): Promise<void> {
  const { helper, steps, done } = prepared;
  let failed = false;
  for (const [index, { step, args }] of steps.entries()) {
    if (failed && !step.always) continue;
    const launched = await launch(terminals, prepared, args);
    if (launched.kind === 'refused') {
      done();
      void vscode.window.showErrorMessage(withoutLinks(launched.reason));
      return;
    }
    if (launched.kind === 'sent') {
      keepUntilClosed(launched.terminal, done);
      await withoutIntegration(terminals, prepared, index);
      return;
    }
    const [exitCode, output] = await Promise.all([launched.ended, helper.explains ? launched.output : '']);
    const isWell = exitCode === 0 || (exitCode !== undefined && (helper.answers ?? []).includes(exitCode));
    if (isWell && helper.explains) explain(helper, output);
    if (!isWell) failed = true;
  }
  done();
  if (failed && helper.undo) await offerUndo(prepared);
}

function launch(
  terminals: Terminals,
  { helper, program, context, environment }: Prepared,
  args: readonly string[],
): Promise<Launched> {
  const takesInput = helper.staysOpen === true;
  const name = takesInput ? `${helper.title}: ${context}` : `Seaworthy: ${context || 'kubeconfig'}`;
  return terminals.run({ name, program, args, environment, takesInput });
}

/** Where the shell does not say when a command ends, the user does. */
async function withoutIntegration(terminals: Terminals, prepared: Prepared, index: number): Promise<void> {
  const { helper, steps, program } = prepared;
  const next = steps[index + 1];
  if (next) {
    const runNext = 'Run next step';
    const message = `"${helper.title}" goes on with kubectl ${next.step.words
      .filter((word) => typeof word === 'string')
      .slice(0, 2)
      .join(' ')}, once the terminal is ready.`;
    if ((await vscode.window.showInformationMessage(message, runNext)) !== runNext) return;
    await runSteps(terminals, { ...prepared, steps: steps.slice(index + 1) });
    return;
  }
  const args = steps[index]?.args;
  if (helper.explains && args) {
    execFile(program, args, { timeout: 15_000, windowsHide: true }, (_error, output) => explain(helper, output));
  }
}

function explain({ explains }: KubectlHelper, output: string): void {
  const explained = explains === 'appArmorProfile' ? explainedAppArmorProfile(output) : explainedProcessStatus(output);
  if (explained) void vscode.window.showInformationMessage(explained);
}

async function offerUndo({ helper, undo }: Prepared): Promise<void> {
  const choice = 'Undo rollout';
  const message = `"${helper.title}" did not end well; the terminal says why.`;
  if ((await vscode.window.showWarningMessage(message, choice)) === choice) undo();
}

function keepUntilClosed(terminal: vscode.Terminal, done: () => void): void {
  const end = () => {
    clearTimeout(timer);
    listener.dispose();
    done();
  };
  const timer = setTimeout(end, fileGrace);
  const listener = vscode.window.onDidCloseTerminal((closed) => {
    if (closed === terminal) end();
  });
}
