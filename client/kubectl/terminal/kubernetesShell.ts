import * as vscode from 'vscode';
import { hasAliases, profileShell } from './terminalProfile';

/**
 * How the terminal "Kubernetes shell" is opened; where it has no aliases, the user is told.
 *
 * @param folder the folder shell/ of the extension
 * @param kubeconfigFiles what kubectl reads in it
 */
export function kubernetesShell(folder: string, kubeconfigFiles: readonly string[]): vscode.TerminalOptions {
  const shell = profileShell({
    defaultShell: vscode.env.shell,
    platform: process.platform,
    environment: process.env,
    folder,
    kubeconfigFiles,
  });
  if (!hasAliases(shell)) {
    void vscode.window.showInformationMessage(
      'The Kubernetes shell has its aliases and completion in bash, zsh and fish; here is your default shell.',
    );
  }
  return { name: 'Kubernetes shell', iconPath: new vscode.ThemeIcon('rocket'), ...shell };
}
