import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { projectFolder } from '../vscode/build';
import { runProgram } from '../vscode/cleaningUp';
import { measuredAnswers } from './answering';
import { measuredChanges } from './changing';
import { measuredCheatSheet } from './cheatSheet';
import { measuredCommandLine } from './commandLine';
import { patience } from './languageServer';
import { measuredLenses } from './lenses';
import { corpusFolder, manifests } from './manifests';
import { deliberateWait, servers, yamlLanguageServerVersion } from './servers';
import { measuredSizes } from './sizes';
import { measuredStarts } from './starting';
import { measuredWorkspace } from './workspace';

/*
 * Measures Seaworthy beside yaml-language-server and prints tables in Markdown. Missed targets are said, but don't
 * make it fail.
 */
runProgram(async () => {
  const compared = await servers();
  const hasCorpus = existsSync(corpusFolder);
  const measured = manifests();
  console.log(introduction());
  if (!hasCorpus) console.log(`Left out what needs the corpus, since there is no ${corpusFolder}.\n`);
  console.log(await measuredStarts(compared, measured));
  console.log(await measuredChanges(compared, measured));
  if (hasCorpus) {
    console.log(await measuredWorkspace(compared.ours));
    console.log(await measuredCommandLine());
    console.log(measuredInside(compared.ours.node, 'engine', 'measuredEngine'));
    console.log(await measuredAnswers(compared));
    console.log(await measuredLenses(compared));
  }
  console.log(measuredInside(compared.ours.node, 'crowded', 'measuredCrowdedTexts'));
  console.log(await measuredCheatSheet());
  console.log(measuredSizes());
  return 0;
});

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
