import assert from 'node:assert/strict';
import { readConfiguration } from '../../../server/configuration/readConfiguration';

/** The problems of a text, each as the text it is shown at and its message. */
function problemsOf(text: string): [shownAt: string, message: string][] {
  return readConfiguration(text).problems.map(({ start, end, message }) => [text.slice(start, end), message]);
}

describe('what is wrong with a configuration file', () => {
  const oneProblem: { about: string; text: string; shownAt: string; message: RegExp }[] = [
    {
      about: 'an unknown key',
      text: 'profil: all',
      shownAt: 'profil',
      message: /^profil: there is no such key\. Did you mean "profile"\?$/,
    },
    {
      about: 'a key like no other',
      text: 'zzz: 1',
      shownAt: 'zzz',
      message: /^zzz: .*write profile, .* or requireIgnoreReason$/,
    },
    {
      about: 'an unknown rule',
      text: 'rules:\n  host-netwrk: off',
      shownAt: 'host-netwrk',
      message: /^rules\.host-netwrk: there is no such rule\. Did you mean "host-network"\?$/,
    },
    {
      about: 'an unknown profile',
      text: 'profile: restrict',
      shownAt: 'restrict',
      message: /^profile: "restrict" is not a profile\. Did you mean "restricted"\?$/,
    },
    {
      about: 'an unknown severity',
      text: 'rules: {host-pid: critical}',
      shownAt: 'critical',
      message: /^rules\.host-pid: "critical" is not a severity; write off, hint, information, warning or error$/,
    },
    {
      about: 'false where off is meant',
      text: 'rules: {host-pid: false}',
      shownAt: 'false',
      message: /Did you mean "off"\?$/,
    },
    { about: 'a rule without a severity', text: 'rules:\n  host-pid:', shownAt: 'host-pid', message: /it is empty/ },
    {
      about: 'a version that is newer than any known one',
      text: 'kubernetesVersion: 1.99',
      shownAt: '1.99',
      message: /^kubernetesVersion: 1\.99 is not known yet; the newest known version is 1\.37/,
    },
    {
      about: 'a version that is none',
      text: 'kubernetesVersion: latest',
      shownAt: 'latest',
      message: /^kubernetesVersion: "latest" is not a Kubernetes version; write one such as "1\.37"$/,
    },
    {
      about: 'a text in place of a list',
      text: 'exclude: vendor',
      shownAt: 'vendor',
      message: /must be a list of globs/,
    },
    {
      about: 'a list in place of a mapping',
      text: 'rules: [host-pid]',
      shownAt: 'rules',
      message: /must be a mapping/,
    },
    { about: 'a mapping in place of a word', text: 'profile: {a: b}', shownAt: 'profile', message: /it is a mapping/ },
    {
      about: 'a glob that is none',
      text: 'exclude: ["a[b"]',
      shownAt: '"a[b"',
      message: /^exclude\[0\]: "a\[b" has a/,
    },
    {
      about: 'a glob twice',
      text: 'exclude: [a, a]',
      shownAt: 'a',
      message: /^exclude\[1\]: "a" is in the list twice$/,
    },
    {
      about: 'an empty list item',
      text: 'exclude:\n  - a\n  -',
      shownAt: '',
      message: /^exclude\[1\]: .*it is empty$/,
    },
    {
      about: 'an override without files',
      text: 'overrides:\n  - profile: all',
      shownAt: 'profile: all',
      message: /^overrides\[0\]: the key "files" is missing/,
    },
    {
      about: 'an override for no file',
      text: 'overrides: [{files: []}]',
      shownAt: 'files',
      message: /^overrides\[0\]\.files: the list is empty/,
    },
    {
      about: 'a key that no override has',
      text: 'overrides: [{files: [a], rule: {}}]',
      shownAt: 'rule',
      message: /^overrides\[0\]\.rule: there is no such key\. Did you mean "rules"\?$/,
    },
    {
      about: 'a registry with a scheme',
      text: 'allowedRegistries: ["https://ghcr.io"]',
      shownAt: '"https://ghcr.io"',
      message: /^allowedRegistries\[0\]: write the registry without "https:\/\/"$/,
    },
    {
      about: 'a kind that is none',
      text: 'workloadKinds: {example.com/v1/Worker: spec.template}',
      shownAt: 'example.com/v1/Worker',
      message: /^workloadKinds\["example\.com\/v1\/Worker"\]: this is not a kind/,
    },
    {
      about: 'a path that is none',
      text: 'workloadKinds: {example.com/Worker: spec/template}',
      shownAt: 'spec/template',
      message: /^workloadKinds\["example\.com\/Worker"\]: "spec\/template" is not a path/,
    },
    {
      about: 'one path of several that is none',
      text: 'workloadKinds: {example.com/Worker: [spec.template, "spec.jobs[0]"]}',
      shownAt: '"spec.jobs[0]"',
      message: /^workloadKinds\["example\.com\/Worker"\]\[1\]: "spec\.jobs\[0\]" is not a path/,
    },
    {
      about: 'false in place of off for a kind',
      text: 'workloadKinds: {example.com/Worker: false}',
      shownAt: 'false',
      message: /^workloadKinds\["example\.com\/Worker"\]: "false" is not a path\. Did you mean "off"\?$/,
    },
    {
      about: 'a chart that nobody names',
      text: 'charts: [{release: shop}]',
      shownAt: '{release: shop}',
      message: /^charts\[0\]: the key "chart" is missing/,
    },
    {
      about: 'a key that no chart has',
      text: 'charts: [{chart: a, vales: [b]}]',
      shownAt: 'vales',
      message: /^charts\[0\]\.vales: there is no such key\. Did you mean "values"\?$/,
    },
    {
      about: 'a glob of charts that is none',
      text: 'charts: [{chart: ../a}]',
      shownAt: '../a',
      message: /^charts\[0\]\.chart: "\.\.\/a" leads out/,
    },
    {
      about: 'a release with a name that no release can have',
      text: 'charts: [{chart: a, release: My_Shop}]',
      shownAt: 'My_Shop',
      message: /^charts\[0\]\.release: "My_Shop" is not the name of a release: write at most 53 small letters/,
    },
    {
      about: 'a values file from somewhere else altogether',
      text: 'charts: [{chart: a, values: [/etc/prod.yaml]}]',
      shownAt: '/etc/prod.yaml',
      message: /^charts\[0\]\.values\[0\]: "\/etc\/prod\.yaml" is absolute/,
    },
    {
      about: 'a values file in place of a list',
      text: 'charts: [{chart: a, values: prod.yaml}]',
      shownAt: 'prod.yaml',
      message: /^charts\[0\]\.values: this must be a list of values files/,
    },
    {
      about: 'a table among single values',
      text: 'charts: [{chart: a, set: {image: {tag: x}}}]',
      shownAt: 'image',
      message: /^charts\[0\]\.set\.image: this must be a single value, but it is a mapping$/,
    },
    {
      about: 'an unknown linter',
      text: 'honour: [kubelinter]',
      shownAt: 'kubelinter',
      message: /^honour\[0\]: .*Did you mean "kube-linter"\?$/,
    },
    { about: 'a list in place of a key', text: '? [a]\n: b', shownAt: '[a]', message: /there is no such key/ },
    {
      about: 'a second document',
      text: 'profile: all\n---\nprofile: baseline',
      shownAt: 'profile: baseline',
      message: /one document/,
    },
    {
      about: 'a list in place of everything',
      text: '- a',
      shownAt: '- a',
      message: /^A configuration must be a mapping/,
    },
    {
      about: 'a word in place of everything',
      text: 'all',
      shownAt: 'all',
      message: /^A configuration must be a mapping/,
    },
  ];
  for (const { about, text, shownAt, message } of oneProblem) {
    it(`is told where it stands: ${about}`, () => {
      const problems = problemsOf(text);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.equal(problems[0]?.[0], shownAt);
      assert.match(problems[0]?.[1] ?? '', message);
    });
  }

  it('may be an alias of nothing, and the value that is missing for want of it', () => {
    assert.deepEqual(
      problemsOf('profile: *none\n').map(([shownAt]) => shownAt),
      ['profile', '*none'],
    );
  });

  it('is told where the last of two equal keys stands, which counts', () => {
    const text = 'profile: all\nprofile: baseline\n';
    const { configuration, problems } = readConfiguration(text);
    assert.equal(configuration.profile, 'baseline');
    assert.deepEqual(problems, [
      { message: 'profile: the key is written twice; the last one counts', start: 13, end: 20, isFormal: true },
    ]);
  });

  it('is told in the order of the text', () => {
    const starts = readConfiguration('overrides: 1\nzzz: 1\nprofile: x\nkubernetesVersion: x\n').problems.map(
      ({ start }) => start,
    );
    assert.equal(starts.length, 4);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
  });

  it('is quoted in one short line, however long the text at fault', () => {
    const [problem] = problemsOf(`profile: "${'x'.repeat(500)}\\nend"`);
    assert.match(problem?.[1] ?? '', /^[^\n]{1,200}$/);
  });
});
