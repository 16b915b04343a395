import { finishedProcess } from './processes';

/** Opens the installed VS Code on a folder, with extensions run from their source, until that window is closed. */
export async function openInDesktopVsCode(
  extensionFolders: readonly string[],
  workspaceFolder: string,
): Promise<number> {
  const missing = new Error(
    'The command "code" was not found. Install VS Code, run "Shell Command: Install \'code\' command in PATH" in it, ' +
      'or run npm start without --desktop.',
  );
  // On Windows "code" is a script, which only a shell runs, and a shell wants its words quoted.
  const shell = process.platform === 'win32';
  const word = (text: string) => (shell ? `"${text}"` : text);
  const extensions = extensionFolders.map((folder) => word(`--extensionDevelopmentPath=${folder}`));
  const args = ['--new-window', '--wait', ...extensions, word(workspaceFolder)];
  const version = await finishedProcess('code', ['--version'], { shell }).catch(() => undefined);
  if (version?.exitCode !== 0) throw missing;

  console.log(`Opening the installed VS Code on a copy of the sample manifests (${workspaceFolder}).`);
  console.log('Closing its window ends this.');
  const { exitCode, output } = await finishedProcess('code', args, { shell });
  if (exitCode !== 0) console.error(output);
  return exitCode;
}
