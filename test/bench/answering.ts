import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CompletionRequest,
  CompletionTriggerKind,
  DidChangeTextDocumentNotification,
  HoverRequest,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { median, milliseconds, table, verdict } from './figures';
import { type RunningServer, startServer } from './languageServer';
import { corpusFolder } from './manifests';
import type { Servers } from './servers';

const samples = 20;

/** Milliseconds between two questions, so that none has to compete with what an editor still does. */
const pause = 50;

/** How fast an answer has to be, in milliseconds. */
const target = 10;

const uri = 'file:///bench/install.yaml';

/** A place of the manifest, and what is typed there before the editor asks. */
interface Place {
  readonly title: string;
  /** UTF-16 offset of the manifest. */
  readonly offset: number;
  readonly typed: string;
}

/** Hovers and completes in the largest manifest, and gives back a table of how long the answers took. */
export async function measuredAnswers({ ours }: Servers): Promise<string> {
  const text = readFileSync(path.join(corpusFolder, 'argo-cd', 'manifests', 'install.yaml'), 'utf8');
  const server = await startServer(ours);
  await server.open(uri, text);
  const document = TextDocument.create(uri, 'yaml', 1, text);
  const rows: string[][] = [];
  for (const place of completedPlaces(text)) rows.push(await completed(server, document, place));
  for (const place of hoveredPlaces(text)) rows.push(await hovered(server, document, place));
  await server.stop();
  if (document.getText() !== text) throw new Error('What the benchmark typed was not taken back.');
  const title = `### Hover and completion, ${document.lineCount.toLocaleString('en')} lines (median of ${samples})\n`;
  return [title, table(['place', 'offered', 'answer', 'longest', 'keystroke → answer', 'target'], rows)].join('\n');
}

function completedPlaces(text: string): Place[] {
  const container = text.lastIndexOf('\n        securityContext:\n') + 1;
  const pod = text.lastIndexOf('\n      containers:\n') + 1;
  const definition = text.indexOf('\n    ', 500_000) + 1;
  const role = text.indexOf('\nkind: ClusterRole\n');
  const rules = text.indexOf('\nrules:\n', role) + '\nrules:\n'.length;
  const marker = text.lastIndexOf('\n---\n') + 1;
  return [
    { title: 'capabilities', offset: container, typed: '        securityContext: {capabilities: {drop: [' },
    { title: 'sysctls', offset: pod, typed: '      securityContext:\n        sysctls:\n        - name: ' },
    { title: 'names of ServiceAccounts', offset: pod, typed: '      serviceAccountName: ' },
    { title: 'names of Secrets', offset: pod, typed: '      imagePullSecrets:\n      - name: ' },
    { title: 'verbs of a role', offset: rules, typed: '- verbs: [' },
    { title: 'resources of a role', offset: rules, typed: '- resources: [' },
    { title: 'rules of a silence', offset: container, typed: '        # seaworthy-ignore-next-line ' },
    { title: 'a space in a comment', offset: container, typed: '        # ' },
    { title: 'snippets in a pod', offset: pod, typed: '      s' },
    { title: 'snippets at the start of a document', offset: marker, typed: '---\nd' },
    { title: 'in a CustomResourceDefinition', offset: definition, typed: '    s' },
    { title: 'a space in a CustomResourceDefinition', offset: definition, typed: '    type: ' },
  ];
}

function hoveredPlaces(text: string): Place[] {
  const at = (word: string, from: number) => text.indexOf(word, from) + 1;
  const workload = text.lastIndexOf('kind: StatefulSet');
  return [
    { title: 'hover on a field', offset: at('securityContext', workload), typed: '' },
    { title: 'hover on a finding', offset: at('image: ', workload) + 8, typed: '' },
    { title: 'hover in a CustomResourceDefinition', offset: at('description', 500_000), typed: '' },
  ];
}

async function completed(
  server: RunningServer,
  document: TextDocument,
  { title, offset, typed }: Place,
): Promise<string[]> {
  const last = typed.slice(-1);
  const context = /[\w]/.test(last)
    ? { triggerKind: CompletionTriggerKind.Invoked }
    : { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: last };
  const times: number[] = [];
  const fromKeystroke: number[] = [];
  let offered = 0;
  for (let sample = 0; sample < 2 * samples; sample++) {
    const isSettled = sample % 2 === 0;
    await server.change(uri, document.version + 1, edited(document, offset, 0, `${typed.slice(0, -1)}\n`));
    await wait(pause);
    const end = offset + typed.length - 1;
    const keystroke = edited(document, end, 0, last);
    const params = { textDocument: { uri }, position: document.positionAt(end + 1), context };
    const typedAt = performance.now();
    await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: document.version },
      contentChanges: [keystroke],
    });
    if (isSettled) await wait(pause);
    const started = isSettled ? performance.now() : typedAt;
    const answer = await server.connection.sendRequest(CompletionRequest.type, params);
    (isSettled ? times : fromKeystroke).push(performance.now() - started);
    offered = Array.isArray(answer) ? answer.length : (answer?.items.length ?? 0);
    await server.change(uri, document.version + 1, edited(document, offset, typed.length + 1, ''));
  }
  return row(title, String(offered), times, milliseconds(median(fromKeystroke)));
}

async function hovered(server: RunningServer, document: TextDocument, { title, offset }: Place): Promise<string[]> {
  const times: number[] = [];
  let isShown = false;
  for (let sample = 0; sample < samples; sample++) {
    await wait(pause);
    const started = performance.now();
    const position = document.positionAt(offset);
    const answer = await server.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    times.push(performance.now() - started);
    isShown = answer !== null;
  }
  return row(title, isShown ? 'shown' : 'nothing', times, '–');
}

/** Makes an edit of the document, and gives it back for the server. */
function edited(document: TextDocument, offset: number, removed: number, text: string): TextDocumentContentChangeEvent {
  const range = { start: document.positionAt(offset), end: document.positionAt(offset + removed) };
  TextDocument.update(document, [{ range, text }], document.version + 1);
  return { range, text };
}

function row(title: string, answer: string, times: readonly number[], fromKeystroke: string): string[] {
  const time = median(times);
  return [
    title,
    answer,
    milliseconds(time),
    milliseconds(Math.max(...times)),
    fromKeystroke,
    verdict(`≤ ${target} ms`, time <= target),
  ];
}
