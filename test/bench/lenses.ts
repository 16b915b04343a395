import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type CodeLens, CodeLensRequest, CodeLensResolveRequest } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { median, milliseconds, table, verdict } from './figures';
import { type RunningServer, startServer } from './languageServer';
import { corpusFolder } from './manifests';
import type { Servers } from './servers';

const samples = 20;

/** Milliseconds between two questions, so that none has to compete with what an editor still does. */
const pause = 50;

const uri = 'file:///bench/lenses.yaml';

/** Asks for the lenses of the largest manifest, and gives back a table of how long the answers took. */
export async function measuredLenses({ ours }: Servers): Promise<string> {
  const text = readFileSync(path.join(corpusFolder, 'argo-cd', 'manifests', 'install.yaml'), 'utf8');
  const server = await startServer(ours);
  await server.open(uri, text);
  const document = TextDocument.create(uri, 'yaml', 1, text);
  const lenses = await lensesOf(server);
  const first = await timed(() => Promise.all(lenses.map((lens) => resolved(server, lens))));
  const unchanged: number[] = [];
  const afterKeystroke: number[] = [];
  const inView: number[] = [];
  const offset = text.lastIndexOf('\n      containers:\n') + 1;
  for (let sample = 0; sample < samples; sample++) {
    await wait(pause);
    unchanged.push(await timed(() => lensesOf(server)));
    const typed = sample % 2 === 0 ? ([0, '#'] as const) : ([1, ''] as const);
    const range = { start: document.positionAt(offset), end: document.positionAt(offset + typed[0]) };
    const change = { range, text: typed[1] };
    TextDocument.update(document, [change], document.version + 1);
    await server.change(uri, document.version, change);
    let shown: CodeLens[] = [];
    afterKeystroke.push(
      await timed(async () => {
        shown = await lensesOf(server);
      }),
    );
    const changed = shown.findLast(({ range }) => document.offsetAt(range.start) < offset);
    if (changed) inView.push(await timed(() => resolved(server, changed)));
  }
  await server.stop();
  const rows = [
    ['all lenses, unchanged text', milliseconds(median(unchanged)), verdict('≤ 30 ms', median(unchanged) <= 30)],
    [
      'all lenses, behind the diagnostics of a keystroke',
      milliseconds(median(afterKeystroke)),
      verdict('≤ 10 ms', median(afterKeystroke) <= 10),
    ],
    ['what the changed workload’s lens says', milliseconds(median(inView)), verdict('≤ 30 ms', median(inView) <= 30)],
    ['what every lens says, for the first time', milliseconds(first), '–'],
  ];
  const title = `### ${lenses.length} lenses, ${document.lineCount.toLocaleString('en')} lines (median of ${samples})\n`;
  return [title, table(['answer', 'time', 'target'], rows)].join('\n');
}

async function lensesOf({ connection }: RunningServer): Promise<CodeLens[]> {
  return (await connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
}

function resolved({ connection }: RunningServer, lens: CodeLens): Promise<CodeLens> {
  return connection.sendRequest(CodeLensResolveRequest.type, lens);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}
