import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { deadline } from '../waiting';
import { atTheEnd } from './cleaningUp';

export interface ProcessOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  shell?: boolean;
}

/** Runs a command to its end, or to this program's; its exit code and everything it wrote. */
export async function finishedProcess(
  command: string,
  args: string[],
  options: ProcessOptions = {},
): Promise<{ exitCode: number; output: string }> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const kill = () => {
    child.kill();
  };
  const forget = atTheEnd(async () => kill(), kill);
  return new Promise<{ exitCode: number; output: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output }));
  }).finally(forget);
}

/** A process that runs until `stop` is called or this program ends, and takes its own children with it. */
export interface BackgroundProcess {
  /** Everything it wrote so far, to standard output and standard error. */
  output(): string;
  /** Settles, with the exit code, when the process ends without having been stopped. */
  ended: Promise<number>;
  stop(): Promise<void>;
}

export function startBackgroundProcess(command: string, args: string[], options: ProcessOptions): BackgroundProcess {
  // A process group of its own, so that its children can be ended with it and Ctrl+C reaches this program only.
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let output = '';
  const keep = (text: string) => {
    output += text;
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  let stopping = false;
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => {
      if (!stopping) resolve(code ?? 1);
    });
    child.once('error', (error) => {
      keep(`${error.message}\n`);
      resolve(1);
    });
  });
  const stop = atTheEnd(
    () => {
      stopping = true;
      return stopWithChildren(child);
    },
    () => killWithChildren(child),
  );
  return { output: () => output, ended, stop };
}

async function stopWithChildren(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    // Asked first, the process can end its own children in order.
    const exit = once(child, 'exit');
    if (process.platform !== 'win32') child.kill('SIGTERM');
    else killWithChildren(child);
    await Promise.race([exit, deadline(3000, undefined)]);
  }
  killWithChildren(child);
}

function killWithChildren(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32')
      execFileSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of it is left to kill.
  }
}

/** Kills the processes that name a folder among their arguments: those that outlive who has started them. */
export function killWhatNames(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    execFileSync('pkill', ['-KILL', '-f', folder], { stdio: 'ignore' });
  } catch {
    // There is none, or no pkill.
  }
}
