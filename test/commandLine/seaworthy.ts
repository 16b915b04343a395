import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The built program; another one can be tested by naming it in the environment. */
export const program = path.resolve(process.env.SEAWORTHY_CLI ?? path.join(__dirname, '../../dist/cli.js'));

/** What a run of the program left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in a folder until it ends. */
export function seaworthy(
  folder: string,
  args: readonly string[],
  more: { readonly input?: string | Buffer; readonly env?: NodeJS.ProcessEnv } = {},
): Run {
  const run = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: more.input ?? '',
    env: { ...withoutColor, ...more.env },
    maxBuffer: 1 << 30,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const { NO_COLOR, FORCE_COLOR, ...withoutColor } = process.env;

const folders: string[] = [];

/** A fresh folder with files in it, which goes away after all tests. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-')));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The text of a file. */
export function textOf(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

/** The names of the files that have findings, as `--format json` lists them. */
export function filesWithFindings({ out }: Run): string[] {
  const files: { path: string }[] = JSON.parse(out);
  return files.map((file) => file.path);
}

/** A pod that breaks two rules of the baseline, in lines 6 and 11. */
export const riskyPod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true # for the demo
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        privileged: true
`;

/** The pod with what breaks those rules fixed. */
export const hardenedPod = riskyPod
  .replace('  hostNetwork: true # for the demo\n', '')
  .replace('privileged: true', 'privileged: false');

/** A pod that is asked for nothing at the profile that the tests lint with. */
export const soundPod = `apiVersion: v1
kind: Pod
metadata:
  name: sound
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`;

/** Options that keep tests apart from rules that are yet to be written. */
export const atBaseline = ['--profile', 'baseline'];
