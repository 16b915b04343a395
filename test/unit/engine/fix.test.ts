import assert from 'node:assert/strict';
import { fix, lint } from '../../../server/engine';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostPID: true # why?
  containers:
    - name: app
      image: registry.example/app:1.0
      securityContext:
        privileged: true
`;

describe('fix, for programs', () => {
  it('applies safe fixes, and more where it is told how far to go', async () => {
    const files = [{ file: 'web.yaml', text: pod }];
    const { files: safely } = await fix(files);
    assert.match(safely[0]?.text ?? '', /privileged: true/);
    const { files: hardened } = await fix(files, { harden: 'baseline' });
    assert.match(hardened[0]?.text ?? '', /hostPID: false # why\?|^spec:\n {2}containers/m);
    assert.doesNotMatch(hardened[0]?.text ?? '', /privileged: true/);
    assert.ok((hardened[0]?.fixed ?? 0) >= 2);
    assert.equal(hardened[0]?.refusal, null);
  });

  it('tells what lint finds in what it gives back', async () => {
    const { files } = await fix([{ file: 'web.yaml', text: pod }], { harden: 'restricted' });
    const { files: linted } = await lint(files.map(({ file, text }) => ({ file, text })));
    assert.deepEqual(
      files.map(({ file, findings, silenced }) => ({ file, findings, silenced })),
      linted,
    );
  });

  it('leaves alone what can’t be read whole, and what a broken configuration is about', async () => {
    const broken = `${pod}      ports: [\n`;
    const { files: unread } = await fix([{ file: 'web.yaml', text: broken }], { harden: 'baseline' });
    assert.equal(unread[0]?.text, broken);
    assert.equal(unread[0]?.refusal, 'was not fixed, since it is not valid YAML');
    const { files: unsure, problems } = await fix(
      [
        { file: '.seaworthy.yaml', text: 'profle: all\n' },
        { file: 'web.yaml', text: pod },
      ],
      { harden: 'baseline' },
    );
    assert.equal(problems.length, 1);
    const web = unsure.find(({ file }) => file === 'web.yaml');
    assert.equal(web?.text, pod);
    assert.equal(web?.refusal, 'was not fixed, since its configuration has mistakes');
  });

  it('keeps line ends and a byte order mark', async () => {
    const text = `\uFEFF${pod.replaceAll('\n', '\r\n')}`;
    const { files } = await fix([{ file: 'web.yaml', text }], { harden: 'baseline' });
    const fixed = files[0]?.text ?? '';
    assert.equal(fixed.charAt(0), '\uFEFF');
    assert.equal(fixed.replaceAll('\r\n', '').includes('\n'), false);
    assert.notEqual(fixed, text);
  });
});
