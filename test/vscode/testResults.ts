/**
 * What the file of results that the tests wrote says, in a line for people. Without a file, or when nothing passed,
 * the tests count as failed: a run that tested nothing must not look like a success.
 */
export function passedAndFailed(results: string | undefined): { text: string; allPassed: boolean } {
  const counts: unknown = results === undefined ? undefined : JSON.parse(results);
  if (!hasCounts(counts)) return { text: 'No test ran to its end.', allPassed: false };
  const pending = counts.pending > 0 ? `, ${counts.pending} pending` : '';
  return {
    text: `Integration tests: ${counts.passed} passed, ${counts.failed} failed${pending}.`,
    allPassed: counts.failed === 0 && counts.passed > 0,
  };
}

function hasCounts(value: unknown): value is { passed: number; failed: number; pending: number } {
  if (typeof value !== 'object' || value === null) return false;
  return ['passed', 'failed', 'pending'].every((name) => name in value);
}
