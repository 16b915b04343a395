import { retriedLines } from '../retriedTests';

/** What the tests inside VS Code tell the program that started it. */
export interface TestResults {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  /** The titles of those that needed more than one attempt. */
  readonly retried: readonly string[];
}

/**
 * What the file of results that the tests wrote says, in lines for people. Without a file, or when nothing passed,
 * the tests count as failed: a run that tested nothing must not look like a success.
 */
export function passedAndFailed(results: string | undefined): { text: string; allPassed: boolean } {
  const told: unknown = results === undefined ? undefined : JSON.parse(results);
  if (!isResults(told)) return { text: 'No test ran to its end.', allPassed: false };
  const pending = told.pending > 0 ? `, ${told.pending} pending` : '';
  return {
    text: [
      ...retriedLines(told.retried),
      `Integration tests: ${told.passed} passed, ${told.failed} failed${pending}.`,
    ].join('\n'),
    allPassed: told.failed === 0 && told.passed > 0,
  };
}

function isResults(value: unknown): value is TestResults {
  if (typeof value !== 'object' || value === null) return false;
  return ['passed', 'failed', 'pending', 'retried'].every((name) => name in value);
}
