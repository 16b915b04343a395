import * as vscode from 'vscode';
import type { KubectlHelper } from '../catalogue/helper';
import { installGuide, oldKubectl } from './kubectlProblems';
import { askedForVersion, type KubectlProgram } from './kubectlProgram';

/** By the program's path; what is missing or too old is asked again, since it may be there next time. */
const known = new Map<string, KubectlProgram>();

/** Whether there is a kubectl that can run the helper; if not, the user is told. */
export async function isFit(program: string, helper: KubectlHelper): Promise<boolean> {
  const found = known.get(program) ?? (await askedForVersion(program));
  if (found.kind !== 'kubectl') {
    const [install, settings] = ['How to install kubectl', 'Open settings'];
    const choice = await vscode.window.showErrorMessage(found.message, install, settings);
    if (choice === install) await vscode.env.openExternal(vscode.Uri.parse(installGuide));
    if (choice === settings)
      await vscode.commands.executeCommand('workbench.action.openSettings', 'seaworthy.kubectlPath');
    return false;
  }
  known.set(program, found);
  if (helper.kubectlSince === undefined || found.minor >= helper.kubectlSince) return true;
  void vscode.window.showErrorMessage(oldKubectl(helper.title, found.version, helper.kubectlSince));
  known.delete(program);
  return false;
}
