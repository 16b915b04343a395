import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { snippetCompletions } from '../../server/features/snippetCompletion';
import { builtInWorkloadKinds } from '../../server/manifests/workloadKinds';
import { shippedSnippets } from '../snippets/shippedSnippets';
import { median, milliseconds, table, verdict } from './figures';
import { corpusFolder } from './manifests';

const samples = 40;

/** How fast completion has to be, in milliseconds. */
const target = 10;

/** Completes snippets at three places of the largest manifest, and gives back a table of how long that took. */
export function measuredCompletions(): string {
  const lines = readFileSync(path.join(corpusFolder, 'argo-cd', 'manifests', 'install.yaml'), 'utf8').split('\n');
  const pod = lines.findLastIndex((line) => /^ {6}containers:/.test(line));
  const definition = lines.findIndex((line, index) => index > 9000 && /^ {4}/.test(line));
  const document = lines.indexOf('---', 25_000);
  const rows = [
    measured('in a pod', lines, pod, '      '),
    measured('at the start of a document', lines, document, '---\n'),
    measured('in a CustomResourceDefinition', lines, definition, '    '),
  ];
  const title = `### Snippets in completion, ${lines.length.toLocaleString('en')} lines (median of ${samples})\n`;
  return [title, table(['place', 'snippets', 'time', 'target'], rows)].join('\n');
}

/** Completes behind text that is put in front of a line. */
function measured(place: string, lines: readonly string[], line: number, inserted: string): string[] {
  const before = `${lines.slice(0, line).join('\n')}\n${inserted}`;
  const source = {
    uri: 'file:///install.yaml',
    text: `${before}\n${lines.slice(line).join('\n')}`,
    workloadKinds: builtInWorkloadKinds,
  };
  const character = before.length - before.lastIndexOf('\n') - 1;
  const position = { line: before.split('\n').length - 1, character };
  const times: number[] = [];
  let offered = 0;
  for (let sample = 0; sample < samples; sample++) {
    const started = performance.now();
    const style = { indent: 2, insertsAsIs: true };
    offered = snippetCompletions(source, position, before.length, shippedSnippets, style).length;
    times.push(performance.now() - started);
  }
  const time = median(times);
  return [place, String(offered), milliseconds(time), verdict(`≤ ${target} ms`, time <= target)];
}
