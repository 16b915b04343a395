import path from 'node:path';
import { findFiles } from '../../server/workspace/disk/walk';
import { projectFolder } from '../vscode/build';
import { node24 } from '../vscode/downloads';
import { median, ratio, rounded, table, verdict } from './figures';
import { corpusFolder } from './manifests';
import { type Run, runMeasured } from './programRun';

const rounds = 5;
const mostSeconds = 1;

/** Lints the whole corpus and, in turn, merely parses it with `yaml`; gives back a table of what that took. */
export async function measuredCommandLine(): Promise<string> {
  const node = await node24();
  const { files } = findFiles([corpusFolder], corpusFolder);
  const megabytes = files.reduce((sum, { size }) => sum + size, 0) / 1e6;
  const list = files.map((file) => file.path).join('\n');
  const program = path.join(projectFolder, 'dist', 'cli.js');
  const linting: Run[] = [];
  const parsing: Run[] = [];
  for (let round = 0; round < rounds; round++) {
    const flags = ['--fail-on', 'never', '--profile', 'baseline'];
    linting.push(await runMeasured(node, [program, 'lint', ...flags, corpusFolder], ''));
    parsing.push(await runMeasured(node, [path.join(__dirname, 'parseFiles.mjs')], list));
  }
  const seconds = (runs: readonly Run[]) => median(runs.map((each) => each.seconds));
  const row = (title: string, runs: readonly Run[], promise: string) => [
    title,
    `${rounded(seconds(runs))} s`,
    `${rounded(Math.min(...runs.map((each) => each.seconds)))} s`,
    `${rounded(median(runs.map((each) => each.processorSeconds)))} s`,
    rounded(megabytes / seconds(runs)),
    `${rounded(median(runs.map(({ peakMemory }) => peakMemory)) / 1e6)} MB`,
    promise,
  ];
  return [
    `### Command line over ${files.length} files, ${rounded(megabytes)} MB (median of ${rounds})\n`,
    table(
      ['', 'time', 'fastest run', 'processor time', 'MB/s', 'peak memory', 'target'],
      [
        row('seaworthy lint', linting, verdict(`< ${mostSeconds} s`, seconds(linting) < mostSeconds)),
        row('`yaml` merely parsing', parsing, ''),
        ['`yaml`/ours', ratio(seconds(parsing), seconds(linting)), '', '', '', '', ''],
      ],
    ),
  ].join('\n');
}
