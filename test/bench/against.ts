import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { temporaryFolder } from '../vscode/cleaningUp';
import { median, milliseconds, rounded, table, verdict } from './figures';
import { startServer } from './languageServer';
import { corpusFolder } from './manifests';
import { listOfPods, manyDeployments, manyDocuments } from './manyObjects';
import { runMeasured } from './programRun';

const rounds = 10;

/** How much more processor time than another build nothing may take. */
const mostTimes = 1.05;

/** Changes in one session with a server. Even, so that what was typed last is taken back. */
const changes = 40;

/** Something that both builds do. */
export interface Measurement {
  readonly title: string;
  /** Seconds of all processors that the programs of a build take for it. */
  readonly run: (dist: string) => Promise<number>;
  /** What happens how often in it, where that is what one wants to know. */
  readonly each?: {
    readonly times: number;
    readonly what: string;
    /** The title of what is measured before it and is no part of that. */
    readonly beyond?: string;
  };
}

/** What can be measured of two builds, by the name that chooses it. */
export const measurements: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  start: async () => [commandLine('`seaworthy --version`', ['--version'])],
  'command-line': async () =>
    existsSync(corpusFolder)
      ? ['baseline', 'all'].map((profile) =>
          commandLine(`lint the corpus, profile ${profile}`, [
            'lint',
            corpusFolder,
            '--profile',
            profile,
            '--fail-on',
            'never',
          ]),
        )
      : [],
  objects: async () => {
    const folder = await temporaryFolder('bench');
    const one = (title: string, objects: number, text: string) => {
      // In a folder of its own: files beside each other are judged among each other.
      const file = path.join(folder, title.replaceAll(' ', '-'), 'many.yaml');
      mkdirSync(path.dirname(file));
      writeFileSync(file, text);
      return {
        ...commandLine(`lint ${title}`, ['lint', file, '--profile', 'all', '--fail-on', 'never']),
        each: { times: objects, what: 'object' },
      };
    };
    return [
      one('200 Deployments', 200, manyDeployments(200)),
      one('2,000 Deployments', 2000, manyDeployments(2000)),
      one('a List of 200 Pods', 200, listOfPods(200)),
      one('a List of 2,000 Pods', 2000, listOfPods(2000)),
    ];
  },
  changes: async () => [
    ...changesOf('250 objects', manyDocuments(250), [
      ['replicas', 'replicas: ', '1'],
      ['a name', 'name: web-99', '9'],
      ['a label', '        app: web-99', '9'],
      ['an image', 'web:1.4.99', '9'],
    ]),
    ...changesOf('a List of 250 Pods', listOfPods(250), [['an image', 'web:1.4.99', '9']]),
  ],
};

function commandLine(title: string, args: readonly string[]): Measurement {
  const run = async (dist: string) =>
    (await runMeasured(process.execPath, [path.join(dist, 'cli.js'), ...args], '')).processorSeconds;
  return { title, run };
}

/** Types something behind words of a text and takes it back, again and again. */
function changesOf(
  title: string,
  text: string,
  edits: readonly (readonly [title: string, behind: string, typed: string])[],
): Measurement[] {
  const session = async (dist: string, change?: { readonly offset: number; readonly typed: string }) => {
    const program = path.join(dist, 'server.js');
    const server = await startServer({ node: process.execPath, program, diagnostics: 'pulled', settings: () => null });
    const uri = 'file:///bench/many.yaml';
    await server.open(uri, text);
    const document = TextDocument.create(uri, 'yaml', 1, text);
    for (let version = 2; change && version < changes + 2; version++) {
      const start = document.positionAt(change.offset);
      const end = { line: start.line, character: start.character + change.typed.length };
      const isTyped = version % 2 === 0;
      const range = isTyped ? { start, end: start } : { start, end };
      await server.change(uri, version, { range, text: isTyped ? change.typed : '' });
    }
    return (await server.stop()) ?? Number.NaN;
  };
  const opening = `open ${title} in the server`;
  return [
    { title: opening, run: (dist) => session(dist) },
    ...edits.map(([what, behind, typed]) => ({
      title: `change ${what} in ${title}`,
      run: (dist: string) => session(dist, { offset: text.indexOf(behind, text.length / 3) + behind.length, typed }),
      each: { times: changes, what: 'change', beyond: opening },
    })),
  ];
}

/**
 * Has two builds do the same in turn, and gives back a table of the processor time that each takes and of the ratio, pair
 * by pair, so that it holds on a busy machine.
 */
export async function comparedBuilds(before: string, now: string, names: readonly string[]): Promise<string> {
  const rows: string[][] = [];
  const known = new Map<string, number>();
  for (const name of names) {
    for (const { title, run, each } of (await measurements[name]?.()) ?? []) {
      const pairs: (readonly [before: number, now: number])[] = [];
      await run(now);
      for (let round = 0; round < rounds; round++) pairs.push([await run(before), await run(now)]);
      const times = median(pairs.map(([old, ours]) => ours / old));
      const ours = median(pairs.map((pair) => pair[1]));
      known.set(title, ours);
      const ofEach = each && (ours - (known.get(each.beyond ?? '') ?? 0)) / each.times;
      rows.push([
        title,
        milliseconds(median(pairs.map(([old]) => old)) * 1000),
        milliseconds(ours * 1000),
        ofEach === undefined ? '' : `${milliseconds(ofEach * 1000)} for each ${each?.what}`,
        `${rounded(times)}×`,
        verdict(`≤ ${mostTimes}×`, times <= mostTimes),
      ]);
    }
  }
  return [
    `### Processor time beside ${before} (median of ${rounds} pairs, in turn)\n`,
    table(['', 'before', 'now', 'of which', 'now/before', 'target'], rows),
  ].join('\n');
}
