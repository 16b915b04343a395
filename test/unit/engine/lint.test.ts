import assert from 'node:assert/strict';
import { lint, rules } from '../../../server/engine';
import type { LintAnswer } from '../../../server/engine/contract';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: registry.example/app:1.0
      securityContext:
        privileged: true
`;

/** The places at which each file is told of by a rule, as an editor counts them. */
function reported({ files }: LintAnswer, rule: string): string[] {
  return files.flatMap(({ findings }) =>
    findings
      .filter((finding) => finding.rule === rule)
      .map(({ file, range: { start } }) => `${file}:${start.line}:${start.character}`),
  );
}

describe('lint, for programs', () => {
  it('tells of a finding as plain data', async () => {
    const { files, problems } = await lint([{ file: 'web.yaml', text: `# A comment\n---\n${pod}` }]);
    assert.deepEqual(problems, []);
    const found = files[0]?.findings.find(({ rule }) => rule === 'privileged-container');
    const documented = rules.find(({ id }) => id === 'privileged-container');
    assert.ok(found && documented);
    assert.deepEqual(JSON.parse(JSON.stringify(found)), found);
    assert.deepEqual(found.range, { start: { line: 11, character: 20 }, end: { line: 11, character: 24 } });
    assert.deepEqual(found.object, { apiVersion: 'v1', kind: 'Pod', namespace: null, name: 'web' });
    assert.equal(found.field, 'spec.containers[0].securityContext.privileged');
    assert.equal(found.title, documented.title);
    assert.equal(found.link, documented.links[0]?.url);
    assert.deepEqual(found.fixes[0]?.edits, [{ range: found.range, newText: 'false' }]);
  });

  it('judges each file among the others', async () => {
    const deployment =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  selector: {matchLabels: {app: web}}\n' +
      '  template:\n    metadata: {labels: {app: web}}\n    spec: {containers: [{name: web, image: "web:1"}]}\n';
    const autoscaler =
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n' +
      '  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n  maxReplicas: 5\n';
    const files = [
      { file: 'k8s/web.yaml', text: deployment },
      { file: 'k8s/autoscaler.yaml', text: autoscaler },
    ];
    const rule = 'autoscaler-fights-replicas';
    const answer = await lint(files, { profile: 'all' });
    assert.deepEqual(reported(answer, rule), ['k8s/web.yaml:5:12']);
    const found = answer.files[0]?.findings.find((finding) => finding.rule === rule);
    assert.deepEqual(
      found?.related.map(({ file, range: { start } }) => `${file}:${start.line}`),
      ['k8s/autoscaler.yaml:3'],
    );
    assert.deepEqual(reported(await lint(files, { profile: 'all', alone: true }), rule), []);
  });

  it('obeys a configuration among the files, and options before it', async () => {
    const files = [
      { file: '/work/shop/.seaworthy.yaml', text: 'rules:\n  privileged-container: off\nexclude: [old/**]\n' },
      { file: '/work/shop/web.yaml', text: pod },
      { file: '/work/shop/old/web.yaml', text: pod },
      { file: '/work/web.yaml', text: pod },
    ];
    const answer = await lint(files);
    assert.deepEqual(reported(answer, 'privileged-container'), ['/work/web.yaml:9:20']);
    assert.deepEqual(
      answer.files.map(({ file }) => file),
      ['/work/shop/.seaworthy.yaml', '/work/shop/web.yaml', '/work/web.yaml'],
    );
    const chosen = await lint(files, { rules: { 'privileged-container': 'hint' } });
    assert.deepEqual(
      chosen.files.flatMap(({ findings }) =>
        findings.filter(({ rule }) => rule === 'privileged-container').map(({ severity }) => severity),
      ),
      ['hint', 'hint'],
    );
    // What one program has asked for is nothing to the next.
    assert.deepEqual(reported(await lint(files), 'privileged-container'), ['/work/web.yaml:9:20']);
    assert.equal(
      reported(await lint(files, { rules: { 'privileged-container': 'off' } }), 'privileged-container').length,
      0,
    );
  });

  it('knows a file by a path, relative or absolute, of any system, or by a URI', async () => {
    const names = [
      'web.yaml',
      './a/../b.yaml',
      '/srv/web.yaml',
      'C:\\work\\web.yaml',
      'vscode-vfs://github/shop/web.yaml',
    ];
    const answer = await lint(names.map((file) => ({ file, text: pod })));
    assert.deepEqual(
      reported(answer, 'privileged-container'),
      names.map((file) => `${file}:9:20`),
    );
    assert.deepEqual(answer.problems, []);
  });

  it('keeps silenced findings apart, with the reason', async () => {
    const silencedPod = pod.replace(
      'privileged: true',
      'privileged: true # seaworthy-ignore privileged-container -- it mounts disks',
    );
    const { files } = await lint([{ file: 'web.yaml', text: silencedPod }]);
    assert.deepEqual(
      files[0]?.silenced.map(({ rule, reason }) => [rule, reason]),
      [['privileged-container', 'it mounts disks']],
    );
    assert.equal(
      files[0]?.findings.some(({ rule }) => rule === 'privileged-container'),
      false,
    );
  });

  it('says what is wrong with options, configurations and files', async () => {
    const { problems } = await lint(
      [
        { file: '.seaworthy.yaml', text: '# ours\nprofile: restrictd\n' },
        { file: 'web.yaml', text: pod },
        { file: './web.yaml', text: pod },
      ],
      JSON.parse('{ "kubernetesVersion": "one", "rules": { "privileged-containr": "off" } }'),
    );
    const told = problems.map(({ file, range, message }) => `${file} ${range?.start.line ?? '-'}: ${message}`);
    assert.equal(told.length, 4, told.join('\n'));
    assert.match(told[0] ?? '', /^null -: options\.kubernetesVersion: /);
    assert.match(told[1] ?? '', /^null -: options\.rules\.?.*privileged-container/);
    assert.match(told[2] ?? '', /^\.\/web\.yaml -: This file is handed in twice/);
    assert.match(told[3] ?? '', /^\.seaworthy\.yaml 1: profile: .*restricted/);
  });

  it('honours a baseline that a configuration names', async () => {
    const fingerprints = { 'privileged-container': [] };
    const baseline = JSON.stringify({ version: 2, files: { 'web.yaml': fingerprints } });
    const files = [
      { file: '.seaworthy.yaml', text: 'baseline: known.json\n' },
      { file: 'web.yaml', text: pod },
    ];
    assert.match((await lint(files)).problems[0]?.message ?? '', /known\.json/);
    const { problems } = await lint([...files, { file: 'known.json', text: baseline }]);
    assert.deepEqual(problems, []);
  });

  it('shows no secret in messages', async () => {
    const text = pod.replace(
      'registry.example/app:1.0',
      'registry.example/app:1.0\n      env:\n        - name: DB_PASSWORD\n          value: correct-horse-battery',
    );
    const { files } = await lint([{ file: 'web.yaml', text }], { profile: 'all' });
    const messages = files.flatMap(({ findings }) =>
      findings.map(({ message, fixes }) => [message, fixes.map(({ title }) => title)]),
    );
    assert.doesNotMatch(JSON.stringify(messages), /correct-horse-battery/);
  });

  it('says nothing of no files, and nothing of what is no manifest', async () => {
    assert.deepEqual(await lint([]), { files: [], problems: [] });
    const { files } = await lint([{ file: 'values.yaml', text: 'replicas: 3\n' }]);
    assert.deepEqual(files, [{ file: 'values.yaml', findings: [], silenced: [] }]);
  });
});
