import { setTimeout as wait } from 'node:timers/promises';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { median, milliseconds, ratio, table, verdict } from './figures';
import { type RunningServer, startServer } from './languageServer';
import { type Edit, editsOf, type Manifest } from './manifests';
import { deliberateWait, type Servers } from './servers';

/** Even, so that what was typed last is taken back. */
const samples = 20;

/** Milliseconds between two changes, so that none has to compete with what another server still does. */
const pause = 50;

const uri = 'file:///bench/changed.yaml';

/** A document that is open in a server, and the text it must have there. */
interface OpenDocument {
  readonly server: RunningServer;
  readonly document: TextDocument;
}

/** Types into manifests that are open in both servers, and gives back a table of how long the diagnostics took. */
export async function measuredChanges(servers: Servers, manifests: readonly Manifest[]): Promise<string> {
  const ours = await startServer(servers.ours);
  const oursPushing = await startServer(servers.oursPushing);
  const theirs = await startServer(servers.theirs);
  const running = [ours, oursPushing, theirs] as const;
  const rows: string[][] = [];
  for (const manifest of manifests) {
    for (const server of running) await server.open(uri, manifest.text);
    const open = running.map((server) => ({ server, document: TextDocument.create(uri, 'yaml', 1, manifest.text) }));
    for (const edit of editsOf(manifest)) rows.push(row(manifest, edit, await times(open, edit)));
    for (const { server, document } of open) {
      if (document.getText() !== manifest.text) throw new Error('An edit of the benchmark was not taken back.');
      await server.close(uri);
    }
  }
  for (const server of running) await server.stop();
  return [
    `### Change → diagnostics (median of ${samples}: ${samples / 2} times typed, ${samples / 2} times taken back)\n`,
    table(
      [
        'manifest, edit',
        'ours, pulled',
        'ours, pushed',
        'theirs',
        'own work',
        'theirs/ours',
        'own work/ours',
        'targets',
      ],
      rows,
    ),
  ].join('\n');
}

/** The milliseconds of each sample, server by server. All servers get each change in turn, so that noise hits them alike. */
async function times(open: readonly OpenDocument[], edit: Edit): Promise<number[][]> {
  const measured: number[][] = open.map(() => []);
  for (let sample = 0; sample < samples; sample++) {
    for (const [index, { server, document }] of open.entries()) {
      const change = sample % 2 === 0 ? typed(document, edit) : takenBack(document, edit);
      const version = document.version + 1;
      TextDocument.update(document, [change], version);
      await wait(pause);
      const answer = await server.change(uri, version, change);
      if (answer) measured[index]?.push(answer.milliseconds);
    }
  }
  return measured;
}

function typed(document: TextDocument, { offset, inserted }: Edit): TextDocumentContentChangeEvent {
  const place = document.positionAt(offset);
  return { range: { start: place, end: place }, text: inserted };
}

function takenBack(document: TextDocument, { offset, inserted }: Edit): TextDocumentContentChangeEvent {
  const range = { start: document.positionAt(offset), end: document.positionAt(offset + inserted.length) };
  return { range, text: '' };
}

function row({ lines, changeTarget }: Manifest, { title }: Edit, measured: number[][]): string[] {
  const [ours = Number.NaN, oursPushing = Number.NaN, theirs = Number.NaN] = measured.map(median);
  const ownWork = theirs - deliberateWait;
  const targets = changeTarget
    ? [
        verdict(`≤ ${changeTarget.milliseconds} ms`, ours <= changeTarget.milliseconds),
        verdict(`≥ ${changeTarget.ratio}×`, ownWork / ours >= changeTarget.ratio),
      ]
    : ['none'];
  return [
    `${lines.toLocaleString('en')} lines, ${title}`,
    milliseconds(ours),
    milliseconds(oursPushing),
    milliseconds(theirs),
    milliseconds(ownWork),
    ratio(theirs, ours),
    ratio(ownWork, ours),
    targets.join(', '),
  ];
}
