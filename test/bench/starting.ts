import { median, milliseconds, ratio, table, verdict } from './figures';
import { type LanguageServer, startServer } from './languageServer';
import type { Manifest } from './manifests';
import { deliberateWait, type Servers } from './servers';

const rounds = 5;
const leastStartRatio = 3;

/** What was measured of one server, in milliseconds. */
interface Times {
  readonly starts: number[];
  readonly opens: number[];
  diagnostics: number | undefined;
}

/** Starts both servers again and again, each time to open one manifest, and gives back tables of how long it took. */
export async function measuredStarts({ ours, theirs }: Servers, manifests: readonly Manifest[]): Promise<string> {
  const allStarts: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  const rows: string[][] = [];
  for (const manifest of manifests) {
    const times = { ours: noTimes(), theirs: noTimes() };
    for (let round = 0; round < rounds; round++) {
      await startAndOpen(ours, manifest, times.ours);
      await startAndOpen(theirs, manifest, times.theirs);
    }
    allStarts.ours.push(...times.ours.starts);
    allStarts.theirs.push(...times.theirs.starts);
    const [our, their] = [median(times.ours.opens), median(times.theirs.opens)];
    rows.push([
      `${manifest.lines.toLocaleString('en')} lines`,
      `${milliseconds(our)} (${times.ours.diagnostics ?? 'silent'})`,
      `${milliseconds(their)} (${times.theirs.diagnostics ?? 'silent'})`,
      milliseconds(their - deliberateWait),
      ratio(their, our),
      ratio(their - deliberateWait, our),
    ]);
  }
  const [our, their] = [median(allStarts.ours), median(allStarts.theirs)];
  const promise = verdict(`≥ ${leastStartRatio}×`, their / our >= leastStartRatio);
  return [
    `### Start → \`initialize\` answered (median of ${allStarts.ours.length})\n`,
    table(
      ['', 'ours', 'theirs', 'theirs/ours', 'target'],
      [['start', milliseconds(our), milliseconds(their), ratio(their, our), promise]],
    ),
    `### Open → diagnostics, the first document of a server just started (median of ${rounds}; diagnostics in brackets)\n`,
    table(['manifest', 'ours', 'theirs', 'without its wait', 'theirs/ours', 'without its wait'], rows),
  ].join('\n');
}

function noTimes(): Times {
  return { starts: [], opens: [], diagnostics: undefined };
}

async function startAndOpen(server: LanguageServer, { text }: Manifest, times: Times): Promise<void> {
  const running = await startServer(server);
  times.starts.push(running.startTime);
  const answer = await running.open('file:///bench/opened.yaml', text);
  if (answer) times.opens.push(answer.milliseconds);
  times.diagnostics = answer?.diagnostics;
  await running.stop();
}
