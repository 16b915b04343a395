import assert from 'node:assert/strict';
import { emptyConfiguration } from '../../../server/configuration/configuration';
import { readConfiguration } from '../../../server/configuration/readConfiguration';
import { readSettings } from '../../../server/configuration/readSettings';

describe('the settings', () => {
  it('say in JSON what a configuration file says in YAML', () => {
    const settings = {
      profile: 'restricted',
      kubernetesVersion: '1.30',
      rules: { 'host-port': 'warning', 'host-pid': 'off' },
      exclude: ['vendor'],
      overrides: [{ files: ['system/**'], profile: 'baseline', rules: { 'host-network': 'hint' } }],
      allowedRegistries: ['ghcr.io'],
      workloadKinds: { 'example.com/Worker': 'spec.template' },
      honour: ['trivy'],
    };
    const { configuration, problems } = readSettings(settings);
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration, readConfiguration(JSON.stringify(settings)).configuration);
    assert.equal(configuration.kubernetesVersion, 30);
  });

  it('decide nothing where nothing is set', () => {
    const unset = { profile: null, kubernetesVersion: '', rules: {}, exclude: [], overrides: undefined, honour: null };
    for (const settings of [undefined, null, {}, unset]) {
      assert.deepEqual(readSettings(settings), { configuration: emptyConfiguration, problems: [] });
    }
  });

  it('say that each file is judged by itself with the word for which files are checked', () => {
    for (const [workspace, alone] of [
      ['alone', true],
      ['open', false],
      ['openFiles', false],
      ['all', false],
      [null, false],
    ] as const) {
      const { configuration, problems } = readSettings({ workspace });
      assert.deepEqual([configuration.alone, problems], [alone, []]);
    }
    const { configuration, problems } = readSettings({ workspace: 'alnoe' });
    assert.equal(configuration.alone, false);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['seaworthy.workspace: "alnoe" is not a choice of files. Did you mean "alone"?'],
    );
  });

  it('leave other keys of the section alone', () => {
    assert.deepEqual(readSettings({ trace: { server: 'verbose' }, json: true }).problems, []);
  });

  const problems: { about: string; settings: unknown; message: RegExp }[] = [
    {
      about: 'an unknown rule',
      settings: { rules: { 'host-netwrk': 'off' } },
      message: /^seaworthy\.rules\.host-netwrk: there is no such rule\. Did you mean "host-network"\?$/,
    },
    {
      about: 'false where off is meant',
      settings: { rules: { 'host-pid': false } },
      message: /^seaworthy\.rules\.host-pid: false is not a severity\. Did you mean "off"\?$/,
    },
    {
      about: 'a version as a number, which has lost its zeros',
      settings: { kubernetesVersion: 1.3 },
      message: /^seaworthy\.kubernetesVersion: this must be a Kubernetes version in quotes, but it is 1\.3$/,
    },
    {
      about: 'an unknown key of an override',
      settings: { overrides: [{ files: ['a'], rule: {} }] },
      message: /^seaworthy\.overrides\[0\]\.rule: /,
    },
    {
      about: 'a text in place of a list',
      settings: { exclude: 'a' },
      message: /^seaworthy\.exclude: .* a list of globs/,
    },
    { about: 'a list in place of everything', settings: [], message: /^seaworthy: this must be a mapping/ },
    { about: 'a number in place of everything', settings: 3, message: /^seaworthy: this must be a mapping/ },
  ];
  for (const { about, settings, message } of problems) {
    it(`name ${about}`, () => {
      const reading = readSettings(settings);
      assert.equal(reading.problems.length, 1, JSON.stringify(reading.problems));
      assert.match(reading.problems[0]?.message ?? '', message);
      assert.deepEqual(
        reading.problems.map(({ start, end }) => [start, end]),
        [[0, 0]],
      );
    });
  }

  it('count for all that can be meant beside what cannot', () => {
    const { configuration } = readSettings({ profile: 'all', rules: { 'host-pid': 'off', 'host-ipc': 'of' } });
    assert.equal(configuration.profile, 'all');
    assert.deepEqual(configuration.rules, new Map([['host-pid', 'off']]));
  });
});
