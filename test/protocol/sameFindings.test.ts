import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { ruleNamed } from '../../server/rules/catalogue';
import { seaworthy } from '../commandLine/seaworthy';
import { endServers } from './client';
import { folderAt, startInFolder, type TestFolder, testFolder } from './workspaceEditor';

/** A finding as all three doors tell it: `file rule line:character-line:character message`, counted from 0. */
type Told = string;

type ReadFolder = Pick<TestFolder, 'path' | 'uriOf'>;

interface ReportedFile {
  readonly path: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly message: string;
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  }[];
}

/** The files that the command line looks at in a folder, with what it tells of them. */
function toldByCommandLine(folder: string): ReadonlyMap<string, readonly Told[]> {
  const { out, err } = seaworthy(folder, ['lint', '.', '--format', 'json', '--fail-on', 'never']);
  const files: ReportedFile[] = JSON.parse(out);
  assert.ok(files.length > 0, err);
  const place = ({ line, column }: { readonly line: number; readonly column: number }) => `${line - 1}:${column - 1}`;
  return new Map(
    files.map(({ path: name, findings }) => [
      name,
      asEditorsShow(
        findings.map(({ rule, start, end, message }) => ({
          place: `${name} ${rule} ${place(start)}-${place(end)}`,
          message,
        })),
        isChartFile(path.join(folder, name)),
      ),
    ]),
  );
}

/** What several objects of a chart show at one place stands there once in an editor. */
function asEditorsShow(
  findings: readonly { readonly place: string; readonly message: string }[],
  isOfChart: boolean,
): Told[] {
  const byPlace = new Map<string, string[]>();
  for (const [index, { place, message }] of findings.entries()) {
    const key = isOfChart ? place : `${place} ${index}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), `${place} ${message}`]);
  }
  return [...byPlace.values()].map(
    ([first = '', ...others]) => `${first}${others.length > 0 ? `, and ${others.length} more like it` : ''}`,
  );
}

function isChartFile(file: string): boolean {
  const folder = path.dirname(file);
  return folder !== file && (existsSync(path.join(folder, 'Chart.yaml')) || isChartFile(folder));
}

function toldInDiagnostics(name: string, diagnostics: readonly Diagnostic[]): Told[] {
  // Other hints than those of rules help to edit charts, and lead to findings of other files.
  const findings = diagnostics.filter(({ code }) => ruleNamed(String(code)) !== undefined);
  return findings.map(({ code, range: { start, end }, message }) => {
    const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
    return `${name} ${code} ${place} ${message}`;
  });
}

const complete = ({ state }: { readonly state: string }) => state === 'complete';

async function toldByScan(folder: ReadFolder, names: readonly string[]): Promise<Told[]> {
  const editor = await startInFolder(folder);
  await editor.reaches(complete);
  const told = names.flatMap((name) => toldInDiagnostics(name, editor.diagnosticsOf(name)));
  await editor.stop();
  return told;
}

/** What is told of files once all are open; asked for again for as long as their neighbours may not have been read. */
async function toldOfOpenFiles(
  folder: ReadFolder,
  names: readonly string[],
  isExpected: (told: readonly Told[]) => boolean,
): Promise<Told[]> {
  const editor = await startInFolder(folder, { workspace: 'open' });
  for (const name of names) {
    const languageId = name.endsWith('.json') ? 'json' : 'yaml';
    await editor.open(folder.uriOf(name), textOf(path.join(folder.path, name)), languageId);
  }
  let told: Told[] = [];
  const giveUp = Date.now() + 120_000;
  do {
    told = [];
    for (const name of names) told.push(...toldInDiagnostics(name, await editor.pull(folder.uriOf(name))));
  } while (!isExpected(told) && Date.now() < giveUp);
  await editor.stop();
  return told;
}

/** The text of a file as editors show it. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/** Some findings without those of another list, each as often as it is there. */
function without(told: readonly Told[], others: readonly Told[]): Told[] {
  const left = new Map<Told, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return told.filter((finding) => {
    const count = left.get(finding) ?? 0;
    left.set(finding, count - 1);
    return count <= 0;
  });
}

/** Fails where one of the three tells something that another one does not. */
async function assertSame(folder: ReadFolder): Promise<void> {
  const byCommandLine = toldByCommandLine(folder.path);
  const names = [...byCommandLine.keys()];
  const expected = [...byCommandLine.values()].flat().sort();
  const difference = (told: readonly Told[]) => ({
    more: without(told, expected),
    less: without(expected, told),
    count: told.length,
  });
  const nothing = { more: [], less: [], count: expected.length };
  assert.deepEqual(difference(await toldByScan(folder, names)), nothing, 'the scan of the workspace');
  const isExpected = (told: readonly Told[]) => JSON.stringify([...told].sort()) === JSON.stringify(expected);
  assert.deepEqual(difference(await toldOfOpenFiles(folder, names, isExpected)), nothing, 'the files that are open');
}

const pod = (account: string, more = '') => `apiVersion: v1
kind: Pod
metadata:
  name: ${account}
  namespace: shop
spec:
  serviceAccountName: ${account}
  containers:
    - name: ${account}
      image: registry.example.com/${account}
${more}`;
const account = (name: string) =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  namespace: shop\n`;
const admin = (name: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ${name}-admin
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: ${name}, namespace: shop }]
`;

/** Everything that may be read in more than one way. */
function messyFolder(): TestFolder {
  const asJson = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'json', namespace: 'shop' } };
  const folder = testFolder({
    '.gitignore': 'ignored.yaml\nbuild/\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
    'ignored.yaml': admin('web'),
    'build/made.yaml': admin('api'),
    'apps/web.yaml': pod('web'),
    'apps/api.yaml': `${pod('api')}---\n${pod('worker')}`,
    'apps/json.yaml': pod('json'),
    'apps/broken.yaml': `${pod('broken')}      ports: [\n---\n${account('broken')}`,
    'apps/silent.yaml': `# seaworthy-ignore service-account-token: it talks to the API\n${pod('silent')}`,
    'rbac/web.yaml': `${account('web')}---\n${admin('web')}`,
    'rbac/json.json': JSON.stringify(asJson, null, 2),
    'package.json': '{ "name": "web", "version": "1.0.0" }\n',
    'compose.yaml': 'services:\n  web:\n    image: web\n',
    'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
    'chart/templates/web.yaml': pod(
      '{{ .Values.account }}',
      '      {{- if .Values.debug }}\n      tty: true\n      {{- end }}\n',
    ),
    'chart/templates/plain.yaml': pod('plain'),
    'overlay/kustomization.yaml':
      'resources:\n  - ../apps/web.yaml\nimages:\n  - name: registry.example.com/web\n    newTag: "1.2"\n',
    'team/.seaworthy.yaml': 'profile: all\nexclude: ["drafts/**"]\n',
    'team/team.yaml': pod('team'),
    'team/drafts/team.yaml': `${account('team')}---\n${admin('team')}`,
    'lone/.seaworthy.yaml': 'alone: true\n',
    'lone/lone.yaml': pod('lone'),
    'lone/rbac.yaml': `${account('lone')}---\n${admin('lone')}`,
    'vendor/other/.git/HEAD': 'ref: refs/heads/main\n',
    'vendor/other/api.yaml': `${account('api')}---\n${admin('api')}`,
  });
  folder.write('rbac/utf16.yaml', Buffer.from(`\uFEFF${account('worker')}---\n${admin('worker')}`, 'utf16le'));
  mkdirSync(path.join(folder.path, 'linked'));
  if (process.platform !== 'win32') {
    symlinkSync('../apps/web.yaml', path.join(folder.path, 'linked/web.yaml'));
    symlinkSync('../rbac', path.join(folder.path, 'linked/rbac'));
  }
  return folder;
}

describe('Command line, open files and scan of the workspace', () => {
  afterEach(endServers);

  it('find the same in a folder of files of every sort', async () => {
    const folder = messyFolder();
    await assertSame(folder);
    const told = [...toldByCommandLine(folder.path).values()].flat().join('\n');
    assert.match(told, /apps\/web\.yaml pod-privilege-path/, 'what another folder binds');
    assert.match(told, /apps\/api\.yaml pod-privilege-path .* ServiceAccount worker/, 'what is written in UTF-16');
    assert.doesNotMatch(told, /ServiceAccount api, do/, 'what git ignores and another repository count for nobody');
    assert.doesNotMatch(told, /team\/team\.yaml pod-privilege-path/, 'neither does what is excluded');
    assert.doesNotMatch(told, /lone\/lone\.yaml pod-privilege-path/, 'nor another file where each is judged alone');
    assert.doesNotMatch(told, /apps\/web\.yaml image-tag/, 'what a kustomization makes of the image');
  });

  for (const name of ['corpus', 'charts']) {
    it(`find the same in public manifests: ${name}`, async function () {
      const shared = path.resolve('../shared', name);
      if (!existsSync(shared)) this.skip();
      this.timeout(400_000);
      await assertSame(folderAt(shared));
    });
  }
});
