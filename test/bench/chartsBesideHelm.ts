import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chartPairs } from '../conformance/charts/chartPairs';
import { helmFolder } from '../vscode/downloads';
import type { MeasuredCharts } from './charts';
import { milliseconds, rounded, table, verdict } from './figures';

/** So much of helm's time judging all charts may take. */
const promisedShare = 0.5;
const promisedMemory = 400;
const promisedKey = 150;

/** Tables of what rendering and judging real charts takes, beside helm where it is there. */
export async function chartsBesideHelm({ pairs, all, memory, typing }: MeasuredCharts): Promise<string> {
  const folder = await helmFolder();
  const helms = folder ? helmTime(path.join(folder, 'helm')) : Number.NaN;
  const kept = [
    Number.isNaN(helms) ? [] : [verdict(`at most ${promisedShare} of helm's time`, all / helms <= promisedShare)],
    [verdict(`less than ${promisedMemory} MB`, memory < promisedMemory)],
    [
      verdict(
        `a key within ${promisedKey} ms`,
        typing.every(({ judged }) => judged <= promisedKey),
      ),
    ],
  ].flat();
  return [
    `### Processor time of charts: ${pairs} pairs of chart and values file\n`,
    table(
      ['', 'ours', 'helm', 'share', 'memory'],
      [
        [
          'all are rendered and judged; helm renders',
          milliseconds(all),
          milliseconds(helms),
          Number.isNaN(helms) ? '–' : rounded(all / helms),
          `${rounded(memory)} MB`,
        ],
      ],
    ),
    table(
      ['one key in', 'rendered', 'rendered and judged'],
      typing.map(({ what, rendered, judged }) => [what, milliseconds(rendered), milliseconds(judged)]),
    ),
    `${kept.join('; ')}\n`,
  ].join('\n');
}

/** What helm takes of the processor to render all pairs, one start each; NaN where no shell can tell. */
function helmTime(helm: string): number {
  const home = mkdtempSync(path.join(tmpdir(), 'seaworthy-helm-'));
  const starts = chartPairs().map(({ chart, values }) => {
    const given = ['template', 'rel', chart, '-n', 'web', ...(values ? ['-f', values] : [])];
    return [helm, ...given].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  });
  const env = { ...process.env, HOME: home, HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
  try {
    const script = `${starts.map((start) => `${start} >/dev/null 2>&1`).join('\n')}\ntimes`;
    const told = execFileSync('bash', ['-c', script], { encoding: 'utf8', env });
    const spent = told.trim().split('\n').at(-1) ?? '';
    return [...spent.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
      (sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000,
      0,
    );
  } catch {
    return Number.NaN;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
