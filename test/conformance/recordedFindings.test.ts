import assert from 'node:assert/strict';
import { findingsIn, recorded, recordedFindings, sourceOf } from './recordedFindings/findings';

/** As many differences as anybody reads. */
const mostShown = 20;

describe('The findings of public manifests', () => {
  for (const name of recorded) {
    it(`are those that are recorded: ${name}`, function () {
      const folder = sourceOf(name);
      if (folder === undefined) this.skip();
      const [before, now] = [byFile(recordedFindings(name)), byFile(findingsIn(folder))];
      const gone = before.filter((line) => !now.includes(line)).map((line) => `gone: ${line}`);
      const came = now.filter((line) => !before.includes(line)).map((line) => `new: ${line}`);
      const shown = [...gone, ...came].slice(0, mostShown).join('\n');
      const advice = 'If that is meant: npm run record-findings, and a line in CHANGELOG.md under "Changes in CI".';
      assert.equal(
        now.join('\n') === before.join('\n'),
        true,
        `${gone.length} gone, ${came.length} new\n${shown}\n${advice}`,
      );
    });
  }
});

/** Each finding with the name of its file. */
function byFile(lines: readonly string[]): string[] {
  let file = '';
  return lines.flatMap((line) => {
    if (line.startsWith('  ')) return [`${file}${line}`];
    file = line;
    return [];
  });
}
