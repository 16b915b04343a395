import { Session } from 'node:inspector/promises';

/** Counts how often functions of the engine are called, as V8 does for coverage: the same number on every machine. */
export interface CallCounter {
  readonly callsOf: (work: () => unknown) => Promise<number>;
  readonly end: () => Promise<void>;
}

/** Starts counting; nothing else may be going on meanwhile. */
export async function callCounter(): Promise<CallCounter> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return {
    async callsOf(work) {
      // What was called before is not counted again.
      await session.post('Profiler.takePreciseCoverage');
      work();
      const { result } = await session.post('Profiler.takePreciseCoverage');
      return result
        .filter(({ url }) => url.includes('/server/') && !url.includes('node_modules'))
        .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges[0]?.count ?? 0))
        .reduce((sum, count) => sum + count, 0);
    },
    async end() {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}
