import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readUntil } from '../waiting';
import { temporaryFilesIn, temporaryFolder } from './cleaningUp';
import { node24, vsCodeServerFolder } from './downloads';
import { type BackgroundProcess, finishedProcess, startBackgroundProcess } from './processes';
import { type ThemeKind, themes } from './themes';

export interface VsCodeServerOptions {
  /** The folder of an extension to run from its source as if installed: after a build, a page that is reloaded has it. */
  extensionFolder?: string;
  /** Folders of other extensions that are there as if installed. */
  besideExtensions?: readonly string[] | undefined;
  /** A packaged extension (path of a .vsix file) to install before the start. */
  vsixFile?: string | undefined;
  /** Whether pages can run extension tests. VS Code then shows no notifications and asks no questions. */
  runsTests?: boolean;
  /** The user's settings, on top of those that keep what is not the extension out of the way. */
  settings?: Record<string, unknown>;
  theme?: ThemeKind;
  /** Whether VS Code asks if the folder is trusted. Without it every folder is. */
  workspaceTrust?: boolean;
  /** Environment variables for the extensions, beside those of this process. */
  environment?: Record<string, string>;
  /** The port to listen on; a free one when left out. */
  port?: number | undefined;
}

/** What a page that runs extension tests needs. All paths are absolute. */
export interface ExtensionTests {
  workspaceFolder: string;
  /** The folder of the extension in development, with its package.json. */
  extensionFolder: string;
  /** The module whose `run` the extension host calls once everything is up. */
  testsModule: string;
}

export interface VsCodeServer {
  /** The address that opens a folder, named by its absolute path, in any browser. */
  address(workspaceFolder: string): string;
  /** The address that opens a folder and runs extension tests in it; for servers started with `runsTests`. */
  testsAddress(tests: ExtensionTests): string;
  /** Writes the user's settings anew, for pages that are opened afterwards. */
  changeSettings(changed: { theme?: ThemeKind; settings?: Record<string, unknown> }): Promise<void>;
  /** What the server has written so far. */
  log(): string;
  /** Settles, with the exit code, when the server ends without having been stopped. */
  ended: Promise<number>;
  stop(): Promise<void>;
}

const settingsForEveryRun = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'window.autoDetectColorScheme': false,
  // As on the desktop; in a browser files would be saved as one types.
  'files.autoSave': 'off',
};

/** Starts VS Code's server on this machine only, downloaded first if need be, and waits until it answers. */
export async function startVsCodeServer(options: VsCodeServerOptions = {}): Promise<VsCodeServer> {
  const [node, serverFolder] = await Promise.all([node24(), vsCodeServerFolder()]);
  const main = path.join(serverFolder, 'out', 'server-main.js');
  const data = await temporaryFolder('vscode');
  const userData = path.join(data, 'user');
  const extensions = path.join(data, 'extensions');
  const folders = [
    ...['--server-data-dir', path.join(data, 'server'), '--user-data-dir', userData, '--extensions-dir', extensions],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
  ];
  // VS Code's sockets and temporary files go with the rest of the run's files.
  const env = {
    ...environmentOutsideVsCode(),
    ...temporaryFilesIn(data),
    XDG_RUNTIME_DIR: data,
    ...options.environment,
  };

  const changeSettings: VsCodeServer['changeSettings'] = async ({ theme, settings }) => {
    const colorTheme = themes[theme ?? options.theme ?? 'dark'];
    const all = { ...settingsForEveryRun, 'workbench.colorTheme': colorTheme, ...options.settings, ...settings };
    await mkdir(path.join(userData, 'User'), { recursive: true });
    await writeFile(path.join(userData, 'User', 'settings.json'), JSON.stringify(all, undefined, 2));
  };
  await changeSettings({});

  if (options.extensionFolder) await linkExtension(options.extensionFolder, extensions);
  for (const folder of options.besideExtensions ?? []) await linkExtension(folder, extensions);
  if (options.vsixFile) {
    const installing = [main, ...folders, '--install-extension', options.vsixFile];
    const { exitCode, output } = await finishedProcess(node, installing, { env });
    if (exitCode !== 0) throw new Error(`VS Code could not install ${options.vsixFile}.\n${output}`);
  }

  const port = options.port ?? (await freePort());
  const listening = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const modes = options.workspaceTrust ? [] : ['--disable-workspace-trust'];
  // A built VS Code takes extension tests from the address only with its smoke test driver enabled.
  if (options.runsTests) modes.push('--enable-smoke-test-driver');
  const server = startBackgroundProcess(node, [main, ...folders, ...listening, ...modes], { env });
  await untilItAnswers(server, port);

  return {
    address: (workspaceFolder) => addressOf(port, workspaceFolder),
    testsAddress: (tests) => testsAddressOf(port, tests),
    changeSettings,
    log: server.output,
    ended: server.ended,
    stop: server.stop,
  };
}

/** At its first start VS Code takes every folder among its extensions for an installed one. */
async function linkExtension(extensionFolder: string, extensions: string): Promise<void> {
  await mkdir(extensions, { recursive: true });
  // A junction is the link to a folder that Windows lets everybody make; elsewhere the word means nothing.
  await symlink(extensionFolder, path.join(extensions, path.basename(extensionFolder)), 'junction');
}

function addressOf(port: number, workspaceFolder: string): string {
  return `http://127.0.0.1:${port}/?folder=${pathToFileURL(workspaceFolder).pathname}`;
}

function testsAddressOf(port: number, { workspaceFolder, extensionFolder, testsModule }: ExtensionTests): string {
  const remote = (file: string) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(file).pathname}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extensionFolder)],
    ['extensionTestsPath', remote(testsModule)],
    ['skipWelcome', 'true'],
  ];
  return `${addressOf(port, workspaceFolder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

async function untilItAnswers(server: BackgroundProcess, port: number): Promise<void> {
  let endedWith: number | undefined;
  void server.ended.then((exitCode) => {
    endedWith = exitCode;
  });
  // Another program's server may hold the port, so it counts only after ours said that it listens.
  const answers = async () =>
    server.output().includes(`listening on ${port}`) &&
    (await fetch(`http://127.0.0.1:${port}/version`).then(
      ({ ok }) => ok,
      () => false,
    ));
  const state = await readUntil(
    async () => ((await answers()) ? 'answers' : endedWith),
    (now) => now !== undefined,
  );
  if (state === 'answers') return;
  await server.stop();
  const what = endedWith === undefined ? 'did not answer within a minute' : `ended with exit code ${endedWith}`;
  throw new Error(`VS Code's server on port ${port} ${what}.\n${server.output()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Without the variables by which a VS Code that this runs in speaks to the programs in its terminal. */
function environmentOutsideVsCode(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name)));
}
