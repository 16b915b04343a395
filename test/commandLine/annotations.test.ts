import assert from 'node:assert/strict';
import path from 'node:path';
import { atBaseline, folderWith, riskyPod, seaworthy } from './seaworthy';

describe('output for GitHub', function () {
  this.timeout(30_000);

  it('is one annotation a finding and nothing else', () => {
    const { out } = seaworthy(folderWith({ 'pod.yaml': riskyPod }), ['lint', ...atBaseline, '--format', 'github']);
    assert.equal(
      out,
      `::error file=pod.yaml,line=6,col=16,endLine=6,endColumn=20,title=host-network::The pod uses the network of its node
::error file=pod.yaml,line=11,col=21,endLine=11,endColumn=25,title=privileged-container::The container "web" is privileged: it can do on its node whatever root can
`,
    );
  });

  it('escapes what would end a property or the annotation', () => {
    const pod = riskyPod.replace('name: web\n      image', 'name: "100%\\r\\nweb"\n      image');
    const folder = folderWith({ 'a,b:c%.yaml': pod });
    const { out } = seaworthy(folder, ['lint', ...atBaseline, '--format', 'github']);
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /^::error file=a%2Cb%3Ac%25\.yaml,line=6,/);
    assert.match(lines[1] ?? '', /container "100%25%0D%0Aweb"/);
  });

  it('names files from the root of the repository', () => {
    const folder = folderWith({ '.git/HEAD': '', 'deploy/pod.yaml': riskyPod });
    const { out } = seaworthy(path.join(folder, 'deploy'), ['lint', ...atBaseline, '--format', 'github']);
    assert.match(out, /^::error file=deploy\/pod\.yaml,/);
  });
});

describe('output as JSON', function () {
  this.timeout(30_000);

  it('is a list of the files with findings', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod.replace(/ {6}securityContext:\n.*\n/, '') });
    const [file] = JSON.parse(seaworthy(folder, ['lint', ...atBaseline, '--format', 'json']).out);
    const [finding] = file.findings;
    assert.match(finding.link, /^https:\/\/kubernetes\.io\//);
    assert.deepEqual(file, {
      path: 'pod.yaml',
      findings: [
        {
          rule: 'host-network',
          severity: 'error',
          message: 'The pod uses the network of its node',
          start: { line: 6, column: 16 },
          end: { line: 6, column: 20 },
          object: { apiVersion: 'v1', kind: 'Pod', namespace: null, name: 'web' },
          field: 'spec.hostNetwork',
          link: finding.link,
          fixes: [
            {
              title: 'Remove hostNetwork (what reaches the pod at the address of its node will need a Service)',
              class: 'harden',
            },
          ],
        },
      ],
    });
  });

  it('is an empty list if nothing is found', () => {
    assert.equal(seaworthy(folderWith({}), ['lint', '--format', 'json']).out, '[]\n');
  });
});
