import { execFile } from 'node:child_process';
import { noKubectl, strangeKubectl } from './kubectlProblems';
import { versionIn } from './kubectlVersion';

/** The kubectl that is there, or what to tell the user. */
export type KubectlProgram =
  | { readonly kind: 'kubectl'; readonly version: string; readonly minor: number }
  | { readonly kind: 'missing' | 'strange'; readonly message: string };

/** How long kubectl may take to say its version; it asks no cluster for it. */
const longestWait = 10_000;

/** Asks a kubectl for its version, without a shell. Never throws. */
export function askedForVersion(program: string): Promise<KubectlProgram> {
  return new Promise((resolve) => {
    execFile(
      program,
      ['version', '--client', '--output=json'],
      { timeout: longestWait, windowsHide: true },
      (error, output) => {
        const version = versionIn(output);
        if (version) resolve({ kind: 'kubectl', ...version });
        else if (error && 'code' in error && error.code === 'ENOENT')
          resolve({ kind: 'missing', message: noKubectl(program) });
        else resolve({ kind: 'strange', message: strangeKubectl(program, firstLine(error?.message ?? output)) });
      },
    );
  });
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
