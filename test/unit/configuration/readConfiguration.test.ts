import assert from 'node:assert/strict';
import { emptyConfiguration } from '../../../server/configuration/configuration';
import { readConfiguration } from '../../../server/configuration/readConfiguration';

/** The configuration of a text that has no problem. */
function configurationOf(text: string) {
  const { configuration, problems } = readConfiguration(text);
  assert.deepEqual(problems, []);
  return configuration;
}

describe('a configuration file', () => {
  it('is read whole', () => {
    assert.deepEqual(
      configurationOf(`profile: restricted
kubernetesVersion: "1.30"
rules:
  host-port: warning
  host-pid: off
exclude: [vendor, "*.tpl.yaml"]
overrides:
  - files: ["system/**"]
    profile: baseline
    rules: { host-network: hint }
allowedRegistries: [registry.example.com, "localhost:5000"]
workloadKinds:
  example.com/Worker: spec.workerTemplate
charts:
  - chart: charts/*
    release: shop
    namespace: web
    values: [values.yaml, ../../env/prod.yaml]
    set: { image.tag: 1.20, "hosts": "a,b", list: "{a,b}", off: true }
honour: [trivy, kube-linter]
baseline: known.json
requireIgnoreReason: true
alone: true
`),
      {
        profile: 'restricted',
        kubernetesVersion: 30,
        rules: new Map([
          ['host-port', 'warning'],
          ['host-pid', 'off'],
        ]),
        exclude: ['vendor', '*.tpl.yaml'],
        overrides: [{ files: ['system/**'], profile: 'baseline', rules: new Map([['host-network', 'hint']]) }],
        allowedRegistries: ['registry.example.com', 'localhost:5000'],
        workloadKinds: [
          { group: 'example.com', kind: 'Worker', pods: [{ path: ['spec', 'workerTemplate'] }], absence: "a pod's" },
        ],
        charts: [
          {
            chart: 'charts/*',
            index: 0,
            release: 'shop',
            namespace: 'web',
            values: ['values.yaml', '../../env/prod.yaml'],
            set: ['image.tag=1.20', 'hosts=a\\,b', 'list={a,b}', 'off=true'],
          },
        ],
        honour: ['trivy', 'kube-linter'],
        baseline: 'known.json',
        requireIgnoreReason: true,
        alone: true,
      },
    );
  });

  it('decides nothing when it is empty', () => {
    for (const text of ['', '\n', '# nothing yet\n', '---\n', '{}', 'rules:\nexclude:\nprofile: ~\n']) {
      assert.deepEqual(configurationOf(text), emptyConfiguration);
    }
  });

  it('may begin with a byte order mark and have Windows line ends', () => {
    const text = '\uFEFFprofile: all\r\nrules:\r\n  host-pids: off\r\n';
    const { configuration, problems } = readConfiguration(text);
    assert.equal(configuration.profile, 'all');
    assert.deepEqual(
      problems.map(({ start, end }) => text.slice(start, end)),
      ['host-pids'],
    );
  });

  it('keeps the zero at the end of an unquoted version', () => {
    assert.equal(configurationOf('kubernetesVersion: 1.30').kubernetesVersion, 30);
    assert.equal(configurationOf('kubernetesVersion: 1.3').kubernetesVersion, 3);
    assert.equal(configurationOf('kubernetesVersion: v1.34.2').kubernetesVersion, 34);
  });

  it('switches a rule off with a plain or a quoted off', () => {
    for (const off of ['off', '"off"', "'off'"]) {
      assert.equal(configurationOf(`rules: { host-pid: ${off} }`).rules.get('host-pid'), 'off');
    }
  });

  it('may use anchors and merge keys', () => {
    const { rules, overrides } = configurationOf(`rules: &rules
  host-pid: off
overrides:
  - files: [a.yaml]
    rules:
      <<: *rules
      host-ipc: hint
`);
    assert.deepEqual(rules, new Map([['host-pid', 'off']]));
    assert.deepEqual(
      overrides[0]?.rules,
      new Map([
        ['host-ipc', 'hint'],
        ['host-pid', 'off'],
      ]),
    );
  });

  it('counts for all that can be meant beside what cannot', () => {
    const { configuration, problems } = readConfiguration(`profile: everything
rules:
  host-pid: loud
  host-ipc: off
exclude: ["!a", b]
overrides:
  - files: ["../x"]
    rules: { host-port: off }
  - files: ["../x", y]
    profile: all
    rules: { host-port: of }
`);
    assert.equal(problems.length, 6);
    assert.deepEqual(configuration, {
      ...emptyConfiguration,
      rules: new Map([['host-ipc', 'off']]),
      exclude: ['b'],
      overrides: [{ files: ['y'], profile: 'all', rules: new Map() }],
    });
  });

  it('counts as far as it can be read where its YAML is broken, and says where', () => {
    const { configuration, problems } = readConfiguration('profile: [all\nrules:\n  host-pid: off\n');
    assert.equal(configuration.rules.get('host-pid'), 'off');
    const fault = problems.find(({ message }) => message.startsWith('This is not valid YAML: '));
    assert.equal(fault?.start, 14);
  });

  it('is refused as a whole when its aliases stand for too much', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const items = level === 0 ? 'x' : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array.from({ length: 10 }, () => items).join(', ')}]`;
    });
    const { configuration, problems } = readConfiguration(levels.join('\n'));
    assert.deepEqual(configuration, emptyConfiguration);
    assert.deepEqual(
      problems.map(({ message }) => /aliases/.test(message)),
      [true],
    );
  });
});
