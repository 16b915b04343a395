import { existsSync } from 'node:fs';
import path from 'node:path';

/** How the shell of the profile "Kubernetes shell" is started. */
export interface ProfileShell {
  readonly shellPath?: string;
  readonly shellArgs?: string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What the profile depends on. */
export interface ProfileDependencies {
  /** The user's default shell. */
  readonly defaultShell: string;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder shell/ of the extension. */
  readonly folder: string;
  readonly kubeconfigFiles: readonly string[];
}

/**
 * The user's own shell, or the first of bash, zsh and fish, with the aliases `k` and `ks` and completion. All of it comes
 * through the environment: arguments of ours would keep VS Code's shell integration and the user's rc files out.
 */
export function profileShell({
  defaultShell,
  platform,
  environment,
  folder,
  kubeconfigFiles,
}: ProfileDependencies): ProfileShell {
  const kubeconfig = kubeconfigFiles.length > 0 ? { KUBECONFIG: kubeconfigFiles.join(path.delimiter) } : {};
  const shellPath = supportedName(defaultShell) ? defaultShell : firstOnPath(environment.PATH ?? '', platform);
  const name = shellPath && supportedName(shellPath);
  if (!shellPath || !name) return { env: kubeconfig };
  // A terminal of macOS starts login shells.
  const shellArgs = platform === 'darwin' ? ['-l'] : [];
  return { shellPath, shellArgs, env: { ...kubeconfig, ...environmentOf(name, environment, folder) } };
}

/** True where the profile has aliases and completion. */
export function hasAliases({ shellPath }: ProfileShell): boolean {
  return shellPath !== undefined;
}

type Supported = 'bash' | 'zsh' | 'fish';

function environmentOf(
  shell: Supported,
  environment: ProfileDependencies['environment'],
  folder: string,
): Record<string, string> {
  if (shell === 'zsh') {
    const own = environment.ZDOTDIR;
    return {
      ZDOTDIR: path.join(folder, 'zsh'),
      SEAWORTHY_ZDOTDIR: path.join(folder, 'zsh'),
      ...(own && { SEAWORTHY_USER_ZDOTDIR: own }),
    };
  }
  const own = environment.XDG_DATA_DIRS;
  const data = { XDG_DATA_DIRS: `${path.join(folder, 'data')}:${own || '/usr/local/share:/usr/share'}` };
  if (shell === 'fish') return { ...data, ...(own && { SEAWORTHY_XDG_DATA_DIRS: own }) };
  // Bash takes functions from the environment; an alias or function of the user's rc file comes later and wins.
  return {
    ...data,
    'BASH_FUNC_k%%': '() {  kubectl "$@"\n}',
    'BASH_FUNC_ks%%': '() {  kubectl -n kube-system "$@"\n}',
  };
}

function supportedName(program: string): Supported | undefined {
  const name = path.posix.basename(program);
  return name === 'bash' || name === 'zsh' || name === 'fish' ? name : undefined;
}

function firstOnPath(searched: string, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return undefined;
  const folders = searched.split(':').filter((folder) => folder !== '');
  return ['bash', 'zsh', 'fish']
    .flatMap((name) => folders.map((each) => path.join(each, name)))
    .find((file) => existsSync(file));
}
