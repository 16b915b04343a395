import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

/** What one run of a program took. */
export interface Run {
  readonly seconds: number;
  /** Seconds of all processors together: more than they should be where other programs compete for them. */
  readonly processorSeconds: number;
  /** In bytes. */
  readonly peakMemory: number;
}

/** What a program is started with so that it says on file descriptor 3 what it has used. */
export const sayingUsage: readonly string[] = ['--require', path.join(__dirname, 'resourceUsage.cjs')];

/** Runs a program of Node to its end and gives back what that took. */
export async function runMeasured(node: string, args: readonly string[], input: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(node, [...sayingUsage, ...args], { stdio: ['pipe', 'ignore', 'inherit', 'pipe'] });
  let said = '';
  child.stdio[3]?.on('data', (text: Buffer) => {
    said += text;
  });
  child.stdin?.end(input);
  await once(child, 'close');
  const seconds = (performance.now() - started) / 1000;
  return { seconds, ...usageSaid(said) };
}

/** What a program has said of what it has used. */
export function usageSaid(said: string): Pick<Run, 'processorSeconds' | 'peakMemory'> {
  const used: NodeJS.ResourceUsage = JSON.parse(said);
  // In microseconds and kilobytes.
  return { processorSeconds: (used.userCPUTime + used.systemCPUTime) / 1e6, peakMemory: used.maxRSS * 1024 };
}
