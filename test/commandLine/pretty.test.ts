import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { atBaseline, folderWith, riskyPod, seaworthy, soundPod } from './seaworthy';

const lint = ['lint', ...atBaseline];
const escapeSequence = '\u001b[';

function linesAbout(pod: string | Buffer): string[] {
  return seaworthy(folderWith({ 'pod.yaml': pod }), [...lint, 'pod.yaml']).out.split('\n');
}

describe('pretty output', function () {
  this.timeout(30_000);

  it('shows place, message, the line with the fault underlined, and how to mend it', () => {
    const { out } = seaworthy(folderWith({ 'deploy/pod.yaml': riskyPod, 'sound.yaml': soundPod }), lint);
    assert.equal(
      out,
      `deploy/pod.yaml:6:16: error[host-network]: The pod uses the network of its node
6 |   hostNetwork: true # for the demo
  |                ^^^^
  = help: Remove hostNetwork (what reaches the pod at the address of its node will need a Service)

deploy/pod.yaml:11:21: error[privileged-container]: The container "web" is privileged: it can do on its node whatever root can
11 |         privileged: true
   |                     ^^^^
   = help: Set privileged to false (what uses devices, mounts or the kernel of the node stops working)

2 errors in 1 of 2 files; up to 2 can be fixed with --fix --harden baseline
`,
    );
  });

  it('says nothing but the summary if nothing is found', () => {
    assert.equal(
      seaworthy(folderWith({ 'a.yaml': soundPod, 'b.yaml': soundPod }), lint).out,
      'No findings in 2 files\n',
    );
    assert.equal(seaworthy(folderWith({}), lint).out, 'No files to check\n');
  });

  it('lines up below tabs, wide and combined characters', () => {
    const [, line, mark] = linesAbout(
      'apiVersion: v1\nkind: Pod\nmetadata: {name: "日本", labels:\t{e: "e\u0301"}}\nspec: {x: "日本",\thostPID: true}\n',
    );
    assert.equal(line, '4 | spec: {x: "日本",   hostPID: true}');
    // The two ideographs take two cells each, so the mark stands two cells further right than its characters say.
    assert.equal(mark, `  | ${' '.repeat(29)}^^^^`);
  });

  it('cuts long lines around the fault', () => {
    const filler = Array.from({ length: 300 }, (_, index) => `"k${index}":"v"`).join();
    const pod = `{"apiVersion":"v1","kind":"Pod","metadata":{"labels":{${filler}}},"spec":{"hostPID":true,"nodeSelector":{${filler}}}}`;
    const [, line = '', mark = ''] = linesAbout(pod);
    assert.ok(line.length < 180, line);
    assert.match(line, /^1 \| ….*…$/);
    assert.equal(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1), 'true');
  });

  it('leaves the carriage return of CRLF out', () => {
    const out = linesAbout(riskyPod.replaceAll('\n', '\r\n')).join('\n');
    assert.ok(!out.includes('\r'));
    assert.ok(out.includes('6 |   hostNetwork: true # for the demo\n  |                ^^^^\n'), out);
  });

  it('counts columns without the byte order mark', () => {
    const [first] = linesAbout('\uFEFF{apiVersion: v1, kind: Pod, spec: {hostPID: true}}\n');
    assert.match(first ?? '', /^pod\.yaml:1:45: /);
  });

  it('counts lines through all documents of a file', () => {
    const [first] = linesAbout(`${soundPod}---\n# another one\n${riskyPod}`);
    assert.match(first ?? '', /^pod\.yaml:16:16: /);
  });

  it('shows names outside of the current folder as seen from there', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod, 'here/link.txt': '' });
    symlinkSync('../pod.yaml', path.join(folder, 'here/pod.yaml'));
    assert.match(seaworthy(path.join(folder, 'here'), [...lint, '../pod.yaml']).out, /^\.\.\/pod\.yaml:6:16/);
  });

  it('has colour where it is asked for and not where it is asked not to', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod });
    const isColored = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
      seaworthy(folder, [...lint, ...args], { env }).out.includes(escapeSequence);
    assert.equal(isColored([]), false);
    assert.equal(isColored(['--color']), true);
    assert.equal(isColored([], { FORCE_COLOR: '1' }), true);
    assert.equal(isColored([], { FORCE_COLOR: '0' }), false);
    assert.equal(isColored([], { NO_COLOR: '1', FORCE_COLOR: '1' }), false);
    assert.equal(isColored(['--no-color'], { FORCE_COLOR: '1' }), false);
    assert.equal(isColored(['--color'], { NO_COLOR: '1' }), true);
  });
});
