import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { kubectlSettings } from '../settings';
import { type Kubeconfig, readKubeconfig } from './kubeconfig';
import { kubeconfigPaths } from './kubeconfigPaths';
import { brokenKubeconfig, noCurrentContext, noKubeconfig } from './kubeconfigProblems';

/** The files that kubectl would read, whether or not they exist. */
export function configuredKubeconfigPaths(): string[] {
  return kubeconfigPaths(kubectlSettings().kubeconfig, process.env.KUBECONFIG, homedir(), path.delimiter);
}

/** The kubeconfig as it is now, and the files it was read from. */
export type KubeconfigInUse =
  | {
      readonly kind: 'in use';
      readonly files: readonly string[];
      readonly kubeconfig: Extract<Kubeconfig, { kind: 'kubeconfig' }>;
    }
  | { readonly kind: 'problem'; readonly message: string; readonly file?: string };

/** Reads the kubeconfig, without asking any cluster. Never throws. */
export async function readKubeconfigInUse(): Promise<KubeconfigInUse> {
  const paths = configuredKubeconfigPaths();
  const files = paths.filter((file) => existsSync(file));
  if (files.length === 0) return { kind: 'problem', message: noKubeconfig(paths) };
  const read: { path: string; text: string }[] = [];
  for (const file of files) {
    try {
      read.push({ path: file, text: await readFile(file, 'utf8') });
    } catch (error) {
      const reason = error instanceof Error ? `${error.message}.` : String(error);
      return { kind: 'problem', message: brokenKubeconfig(file, reason), file };
    }
  }
  const kubeconfig = readKubeconfig(read);
  if (kubeconfig.kind === 'broken') {
    return { kind: 'problem', message: brokenKubeconfig(kubeconfig.file, kubeconfig.reason), file: kubeconfig.file };
  }
  if (kubeconfig.contexts.length === 0) return { kind: 'problem', message: noCurrentContext(0) };
  return { kind: 'in use', files, kubeconfig };
}
