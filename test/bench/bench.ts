import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chartPairs } from '../conformance/charts/chartPairs';
import { projectFolder } from '../vscode/build';
import { runProgram } from '../vscode/cleaningUp';
import { comparedBuilds, measurements } from './against';
import { measuredAnswers } from './answering';
import { measuredChanges } from './changing';
import type { MeasuredCharts } from './charts';
import { chartsBesideHelm } from './chartsBesideHelm';
import { measuredCheatSheet } from './cheatSheet';
import { measuredCommandLine } from './commandLine';
import { patience } from './languageServer';
import { measuredLenses } from './lenses';
import { corpusFolder, manifests } from './manifests';
import { deliberateWait, type Servers, servers, yamlLanguageServerVersion } from './servers';
import { measuredSizes } from './sizes';
import { measuredStarts } from './starting';
import { measuredWorkspace } from './workspace';

/*
 * Measures Seaworthy beside yaml-language-server and prints tables in Markdown. Missed targets are said, but don't
 * make it fail.
 */

const usage = `npm run bench -- [options]
  --only PART,…    no more than some parts: ${Object.keys(partsBesideOthers()).join(', ')}
  --against DIST   instead of the above, this build beside the one of a folder dist, in turn; parts: ${Object.keys(measurements).join(', ')}`;

runProgram(async () => {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, against: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const { against, help } = values;
  const parts = against === undefined ? Object.keys(partsBesideOthers()) : Object.keys(measurements);
  const wanted = values.only?.split(',') ?? parts;
  const unknown = wanted.find((name) => !parts.includes(name));
  if (unknown !== undefined) console.error(`There is no part "${unknown}".`);
  if (help || unknown !== undefined) {
    console.log(usage);
    return help ? 0 : 2;
  }
  if (against !== undefined) {
    for (const name of wanted) {
      console.log(await comparedBuilds(path.resolve(against), path.join(projectFolder, 'dist'), [name]));
    }
    return 0;
  }
  console.log(introduction());
  if (!existsSync(corpusFolder)) console.log(`Left out what needs the corpus, since there is no ${corpusFolder}.\n`);
  const compared = await servers();
  for (const [name, measured] of Object.entries(partsBesideOthers())) {
    if (wanted.includes(name)) console.log(await measured(compared));
  }
  return 0;
});

/** What is measured, by its name, in the order in which it is told. */
function partsBesideOthers(): Readonly<Record<string, (compared: Servers) => string | Promise<string>>> {
  const ofCorpus: ReturnType<typeof partsBesideOthers> = {
    workspace: ({ ours }) => measuredWorkspace(ours),
    'command-line': () => measuredCommandLine(),
    engine: ({ ours }) => measuredInside(ours.node, 'engine', 'measuredEngine'),
    answers: measuredAnswers,
    lenses: measuredLenses,
  };
  return {
    starts: (compared) => measuredStarts(compared, manifests()),
    changes: (compared) => measuredChanges(compared, manifests()),
    ...(existsSync(corpusFolder) ? ofCorpus : {}),
    ...(chartPairs().length > 0 ? { charts: ({ ours }) => besideHelm(ours.node) } : {}),
    crowded: ({ ours }) => measuredInside(ours.node, 'crowded', 'measuredCrowdedTexts'),
    'cheat-sheet': () => measuredCheatSheet(),
    sizes: () => measuredSizes(),
  };
}

function besideHelm(node: string): Promise<string> {
  const measured: MeasuredCharts = JSON.parse(measuredInside(node, 'charts', 'measuredCharts'));
  return chartsBesideHelm(measured);
}

/** A measurement inside the engine, bundled as it ships and run by the Node that the servers are run by. */
function measuredInside(node: string, bundle: string, measurement: string): string {
  const program = path.join(projectFolder, 'out', 'bench', `${bundle}.js`);
  const measuring = 'process.stdout.write(require(process.argv[1])[process.argv[2]]())';
  return execFileSync(node, ['-e', measuring, program, measurement], { encoding: 'utf8' });
}

function introduction(): string {
  const load = process.platform === 'win32' ? '' : `, load ${loadavg()[0]?.toFixed(1)} at the start`;
  return `## Seaworthy and yaml-language-server ${yamlLanguageServerVersion}

On ${cpus().length} processors (${cpus()[0]?.model.trim()}${load}), both servers run by the same Node 24 and talked to over their standard input and output, in turn.

- yaml-language-server ("theirs") runs without network and without a Kubernetes schema, so it only parses and looks for faults of YAML, which favours it.
- It waits ${deliberateWait} ms on purpose before it validates, and no setting changes that; its "own work" is its time without them.
- A server that is silent about a change for ${patience / 1000} s counts as having nothing to say, shown as "–".
`;
}
