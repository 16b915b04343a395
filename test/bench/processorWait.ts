import { existsSync, readFileSync } from 'node:fs';

/**
 * Milliseconds for which the main thread of a process was ready to run while others had the processors, since it was
 * started (Documentation/scheduler/sched-stats.rst of Linux). 0 where no Linux tells.
 */
export function processorWait(pid: number | undefined): number {
  const statistics = `/proc/${pid}/task/${pid}/schedstat`;
  if (!existsSync(statistics)) return 0;
  const [, waited] = readFileSync(statistics, 'latin1').split(' ');
  return Number(waited) / 1e6;
}
