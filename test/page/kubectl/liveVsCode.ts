import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { ApiServer } from '../../kubernetes/apiServer';
import { startShopCluster, type WrittenContext, writeKubeconfig } from '../../kubernetes/shopCluster';
import { launchBrowser } from '../../vscode/browser';
import { projectFolder } from '../../vscode/build';
import { atTheEnd, temporaryFolder } from '../../vscode/cleaningUp';
import { kubectlFolder } from '../../vscode/downloads';
import { openWorkbench } from '../../vscode/editorPage';
import { killWhatNames } from '../../vscode/processes';
import { startVsCodeServer, type VsCodeServer } from '../../vscode/vscodeServer';

/** A VS Code with the extension, the real kubectl and a cluster of its own, in a home folder of its own. */
export interface LiveVsCode {
  readonly page: Page;
  readonly api: ApiServer;
  readonly home: string;
  readonly kubeconfig: string;
  readonly workspace: string;
}

/** How a live VS Code is set up. */
export interface LiveOptions {
  /** The contexts of the kubeconfig; none at all for no kubeconfig. */
  readonly contexts?: readonly WrittenContext[];
  readonly settings?: Record<string, unknown>;
  /** Files of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly workspaceTrust?: boolean;
  readonly withoutKubectl?: boolean;
}

const patience = 60_000;

const usual: readonly WrittenContext[] = [
  { name: 'harbour', namespace: 'shop' },
  { name: 'open-sea', namespace: 'games' },
  { name: 'eu-production', namespace: 'shop', byName: true },
];

/** Starts it; undefined where there is no kubectl to download for this platform. */
export async function startLiveVsCode(options: LiveOptions = {}): Promise<LiveVsCode | undefined> {
  const kubectl = await kubectlFolder();
  if (!kubectl) return undefined;
  const api = await startShopCluster();
  atTheEnd(api.stop, () => {});
  const home = await temporaryFolder('home');
  // A kubectl whose terminal goes wants to delete its pod first, and waits for an API server that is gone by then.
  atTheEnd(
    async () => killWhatNames(home),
    () => killWhatNames(home),
  );
  const workspace = await temporaryFolder('workspace');
  const kubeconfig = path.join(home, '.kube', 'config');
  await mkdir(path.dirname(kubeconfig));
  if (options.contexts?.length !== 0) await writeKubeconfig(kubeconfig, api, options.contexts ?? usual);
  // VS Code takes its environment from a login shell, and that one's PATH from the system.
  const ownPath = `export PATH='${kubectl}':/usr/local/bin:/usr/bin:/bin\n`;
  for (const file of ['.profile', '.bashrc', '.zshenv']) await writeFile(path.join(home, file), `${ownPath}PS1='$ '\n`);
  for (const [name, text] of Object.entries(options.files ?? {})) await writeFile(path.join(workspace, name), text);
  const paths = ['/usr/local/bin', '/usr/bin', '/bin'];
  const server = await startVsCodeServer({
    extensionFolder: projectFolder,
    workspaceTrust: options.workspaceTrust ?? false,
    settings: {
      'terminal.integrated.gpuAcceleration': 'off',
      'terminal.integrated.defaultProfile.linux': path.basename(options.shell ?? 'bash'),
      ...(options.withoutKubectl && { 'seaworthy.kubectlPath': '/nowhere/kubectl' }),
      ...options.settings,
    },
    environment: {
      ...{
        HOME: home,
        KUBECONFIG: '',
        XDG_CONFIG_HOME: path.join(home, '.config'),
        SHELL: options.shell ?? '/bin/bash',
      },
      PATH: [kubectl, ...paths].join(':'),
    },
  });
  const browser = await launchBrowser();
  return live(server, browser, { api, home, kubeconfig, workspace });
}

async function live(
  server: VsCodeServer,
  browser: Browser,
  parts: Pick<LiveVsCode, 'api' | 'home' | 'kubeconfig' | 'workspace'>,
): Promise<LiveVsCode> {
  const page = await openWorkbench(browser, server.address(parts.workspace), { size: { width: 1280, height: 800 } });
  // Starting VS Code and its extensions takes its time on a busy machine.
  page.setDefaultTimeout(patience);
  return {
    ...parts,
    page,
  };
}
