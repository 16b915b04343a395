import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { yamlLanguageServer } from '../bench/servers';
import { temporaryFolder } from './cleaningUp';
import type { VsCodeServerOptions } from './vscodeServer';

/** What VS Code is like around the extension, each with tests of its own. */
export const surroundings = ['alone', 'beside', 'untrusted'] as const;

/** `alone`; `beside` stand-ins of other extensions for Kubernetes and YAML; in an `untrusted` workspace. */
export type Surroundings = (typeof surroundings)[number];

type Setup = Pick<VsCodeServerOptions, 'besideExtensions' | 'workspaceTrust' | 'settings'> & {
  readonly environment: Record<string, string>;
};

/** How VS Code is started for the tests of some surroundings. */
export async function setupFor(chosen: Surroundings): Promise<Setup> {
  const folder = await temporaryFolder('surroundings');
  // The tests run as if this machine knew no cluster.
  const withoutCluster = { KUBECONFIG: path.join(folder, 'no-kubeconfig') };
  switch (chosen) {
    case 'alone':
      return { environment: withoutCluster };
    case 'beside': {
      const stubs = ['redhat.vscode-yaml', 'ms-kubernetes-tools.vscode-kubernetes-tools'];
      return {
        besideExtensions: stubs.map((name) => path.join(__dirname, 'stubs', name)),
        environment: { ...withoutCluster, SEAWORTHY_TEST_YAML_SERVER: (await yamlLanguageServer()).program },
      };
    }
    case 'untrusted':
      return {
        workspaceTrust: true,
        settings: {
          'security.workspace.trust.startupPrompt': 'never',
          'seaworthy.kubectlPath': await programThatTells(folder),
        },
        environment: { KUBECONFIG: await kubeconfigThatTells(folder), SEAWORTHY_TEST_TOLD: path.join(folder, 'told') },
      };
  }
}

/** A kubectl that leaves a file behind when anybody runs it. */
async function programThatTells(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'kubectl');
  await writeFile(file, `#!/bin/sh\ntouch '${path.join(folder, 'told')}'\n`, { mode: 0o755 });
  return file;
}

/** A kubeconfig whose user has a program run that does the same. */
async function kubeconfigThatTells(folder: string): Promise<string> {
  const file = path.join(folder, 'kubeconfig');
  await writeFile(
    file,
    `apiVersion: v1
kind: Config
current-context: harbour
contexts: [{ name: harbour, context: { cluster: harbour, user: sailor, namespace: shop } }]
clusters: [{ name: harbour, cluster: { server: "https://127.0.0.1:1" } }]
users: [{ name: sailor, user: { exec: { apiVersion: client.authentication.k8s.io/v1, command: ${path.join(folder, 'kubectl')} } } }]
`,
  );
  return file;
}
