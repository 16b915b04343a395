import Mocha from 'mocha';
import { retriedIn, retriedLines } from './retriedTests';

/** Mocha's usual report, with the names of what was retried at its end. */
export default function report(runner: Mocha.Runner, options: Mocha.MochaOptions): void {
  // It writes what it hears of the runner; what is said after its end comes below its summary.
  new Mocha.reporters.Spec(runner, options);
  const retried = retriedIn(runner);
  runner.once('end', () => {
    for (const line of retriedLines(retried())) console.log(line);
  });
}
