import assert from 'node:assert/strict';
import { readKubeconfig } from '../../../../client/kubectl/kubeconfig/kubeconfig';
import { kubeconfigPaths } from '../../../../client/kubectl/kubeconfig/kubeconfigPaths';
import { noKubeconfig } from '../../../../client/kubectl/kubeconfig/kubeconfigProblems';

const file = (path: string, text: string) => ({ path, text });
const config = (current: string, ...names: string[]) => `
current-context: ${current}
contexts:
${names.map((name) => `- name: ${name}\n  context: { cluster: of-${name}, namespace: shop }`).join('\n')}
`;

describe('the summary of a kubeconfig', () => {
  it('has the current context with its namespace, "default" where it names none', () => {
    const summary = readKubeconfig([file('a', config('kind', 'kind'))]);
    assert.ok(summary.kind === 'kubeconfig');
    assert.deepEqual(summary.current, { name: 'kind', cluster: 'of-kind', server: '', namespace: 'shop' });
    const plain = readKubeconfig([file('a', 'current-context: a\ncontexts: [{name: a, context: {cluster: c}}]')]);
    assert.ok(plain.kind === 'kubeconfig');
    assert.equal(plain.current?.namespace, 'default');
  });

  it('takes the first of several files that has a name', () => {
    const summary = readKubeconfig([
      file('a', 'contexts: [{name: both, context: {cluster: first}}]'),
      file('b', 'current-context: both\ncontexts: [{name: both, context: {cluster: second}}, {name: other}]'),
    ]);
    assert.ok(summary.kind === 'kubeconfig');
    assert.equal(summary.current?.cluster, 'first');
    assert.deepEqual(
      summary.contexts.map(({ name }) => name),
      ['both', 'other'],
    );
  });

  it('has no current context where the named one does not exist', () => {
    const summary = readKubeconfig([file('a', config('gone', 'kind'))]);
    assert.ok(summary.kind === 'kubeconfig');
    assert.equal(summary.current, undefined);
  });

  it('reads an empty file, and 200 contexts', () => {
    assert.deepEqual(readKubeconfig([file('a', '')]), { kind: 'kubeconfig', current: undefined, contexts: [] });
    const names = Array.from({ length: 200 }, (_, index) => `cluster-${index}`);
    const summary = readKubeconfig([file('a', config('cluster-7', ...names))]);
    assert.ok(summary.kind === 'kubeconfig');
    assert.equal(summary.contexts.length, 200);
  });

  it('says which file is broken, and how', () => {
    const broken = readKubeconfig([file('/home/me/config', 'contexts: [')]);
    assert.ok(broken.kind === 'broken');
    assert.equal(broken.file, '/home/me/config');
    assert.match(broken.reason, /\S/);
    assert.equal(readKubeconfig([file('a', '- a')]).kind, 'broken');
    assert.equal(readKubeconfig([file('a', 'contexts: yes')]).kind, 'broken');
    assert.equal(readKubeconfig([file('a', 'clusters: {a: b}')]).kind, 'broken');
    assert.equal(readKubeconfig([file('a', 'contexts: []\n---\ncontexts: []')]).kind, 'broken');
  });
});

describe('a kubeconfig that no reader takes', () => {
  const bombs = Array.from({ length: 20 }, (_, level) => {
    const below = level === 0 ? 'lol' : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array.from({ length: 10 }, () => below).join(', ')}]`;
  }).join('\n');
  for (const [about, text] of Object.entries({
    'an alias without an anchor': 'contexts: *gone',
    'aliases that multiply': bombs,
    'a mapping as a key':
      '? {a: b}\n: c\n? [d]\n: e\ncontexts: [1, null, {name: 2}, {name: a, context: 3}]\ncurrent-context: {}',
    'an alias of itself': 'contexts: &all [*all]',
    'a binary': '\u0000\u0001ELF\u0007',
  })) {
    it(`is told, not thrown: ${about}`, () => {
      const read = readKubeconfig([file('config', text)]);
      if (read.kind === 'broken') assert.match(read.reason, /\S/);
      else assert.ok(read.contexts.every(({ name }) => typeof name === 'string'));
    });
  }
});

describe('the address of a context', () => {
  it("is its cluster's, whichever file has it first", () => {
    const summary = readKubeconfig([
      file('a', 'contexts: [{name: a, context: {cluster: c}}]'),
      file('b', 'clusters: [{name: c, cluster: {server: https://one}}, {name: c, cluster: {server: https://two}}]'),
    ]);
    assert.ok(summary.kind === 'kubeconfig');
    assert.equal(summary.contexts[0]?.server, 'https://one');
  });
});

describe('the files of a kubeconfig', () => {
  it('are that of the settings, else those of $KUBECONFIG, else ~/.kube/config', () => {
    assert.deepEqual(kubeconfigPaths('~/k', '/a:/b', '/home/me', ':'), ['/home/me/k']);
    assert.deepEqual(kubeconfigPaths('', '/a::/b:/a', '/home/me', ':'), ['/a', '/b']);
    assert.deepEqual(kubeconfigPaths('', '', '/home/me', ':'), ['/home/me/.kube/config']);
    assert.deepEqual(kubeconfigPaths('', undefined, '/home/me', ':'), ['/home/me/.kube/config']);
  });
});

describe('a kubeconfig that is missing', () => {
  it('is named with every place that was looked at', () => {
    assert.match(noKubeconfig(['/a', '/b']), /no kubeconfig at \/a, \/b\. Get one/);
  });
});
