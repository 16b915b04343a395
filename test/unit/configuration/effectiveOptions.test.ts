import assert from 'node:assert/strict';
import { emptyConfiguration } from '../../../server/configuration/configuration';
import { type OptionsContext, optionsFor } from '../../../server/configuration/effectiveOptions';
import { readConfiguration } from '../../../server/configuration/readConfiguration';
import type { LintOptions } from '../../../server/lint/lintOptions';
import { builtInWorkloadKinds } from '../../../server/manifests/kinds/workloadKinds';
import { newestVersion } from '../../../server/manifests/versions/kubernetesVersion';
import { rules } from '../../../server/rules/catalogue';
import { type Profile, profiles } from '../../../server/rules/rule';

const context: OptionsContext = { reportsSyntax: true, checksEveryDocument: false };

function configurationOf(text: string) {
  const { configuration, problems } = readConfiguration(text);
  assert.deepEqual(problems, []);
  return configuration;
}

function lintedFor(text: string, path = 'a.yaml', given = context): LintOptions {
  const answer = optionsFor(configurationOf(text), path, given);
  assert.equal(answer.state, 'linted');
  return answer.options;
}

/** The severity of a rule; undefined if it is off. */
function severityIn(options: LintOptions, id: string): string | undefined {
  return options.rules.find(({ rule }) => rule.id === id)?.severity;
}

function idsOfProfile(profile: Profile): string[] {
  const held = profiles.slice(0, profiles.indexOf(profile) + 1);
  return rules.filter((rule) => held.includes(rule.profile)).map(({ id }) => id);
}

function idsIn(options: LintOptions): string[] {
  return options.rules.map(({ rule }) => rule.id);
}

describe('what a file is linted for', () => {
  it('is the recommended profile and the newest Kubernetes where nothing is decided', () => {
    const answer = optionsFor(emptyConfiguration, 'a.yaml', context);
    assert.equal(answer.state, 'linted');
    assert.deepEqual(idsIn(answer.options), idsOfProfile('recommended'));
    assert.equal(answer.options.kubernetesVersion, newestVersion);
    for (const { rule, severity } of answer.options.rules) assert.equal(severity, rule.severity);
  });

  for (const profile of profiles) {
    it(`is every rule up to the profile ${profile} when that is chosen`, () => {
      assert.deepEqual(idsIn(lintedFor(`profile: ${profile}`)), idsOfProfile(profile));
    });
  }

  it('is restricted to the registries that are allowed', () => {
    assert.deepEqual(lintedFor('allowedRegistries: [ghcr.io]').allowedRegistries, ['ghcr.io']);
    assert.deepEqual(lintedFor('profile: all').allowedRegistries, []);
  });

  it('is what the settings of single rules say', () => {
    const options = lintedFor('rules: {host-pid: off, host-ipc: hint}');
    assert.equal(severityIn(options, 'host-pid'), undefined);
    assert.equal(severityIn(options, 'host-ipc'), 'hint');
    assert.equal(severityIn(options, 'host-network'), 'error');
  });

  it('holds a rule that is given a severity, whatever the profile', () => {
    for (const { id } of rules) {
      assert.equal(severityIn(lintedFor(`profile: baseline\nrules: {${id}: information}`), id), 'information');
    }
  });

  it('is changed by the overrides that match, the later over the earlier', () => {
    const text = `kubernetesVersion: 1.30
rules: {host-pid: warning}
overrides:
  - files: ["system/**"]
    profile: all
    rules: {host-pid: off, host-ipc: hint}
  - files: ["system/node/**", "*.node.yaml"]
    profile: baseline
    rules: {host-pid: information}
`;
    const elsewhere = lintedFor(text, 'web/a.yaml');
    const system = lintedFor(text, 'system/a.yaml');
    const node = lintedFor(text, 'system/node/a.yaml');
    assert.deepEqual(
      [elsewhere, system, node, lintedFor(text, 'web/a.node.yaml')].map((options) => [
        severityIn(options, 'host-pid'),
        severityIn(options, 'host-ipc'),
      ]),
      [
        ['warning', 'error'],
        [undefined, 'hint'],
        ['information', 'hint'],
        ['information', 'error'],
      ],
    );
    assert.deepEqual(idsIn(elsewhere), idsOfProfile('recommended'));
    assert.deepEqual(
      idsIn(system),
      idsOfProfile('all').filter((id) => id !== 'host-pid'),
    );
    assert.deepEqual(idsIn(node), idsOfProfile('baseline'));
    for (const options of [elsewhere, system, node]) assert.equal(options.kubernetesVersion, 30);
  });

  it('has the profile and the version of the command line before any other, and the rules of the configuration', () => {
    const text =
      'profile: all\nkubernetesVersion: 1.30\nrules: {host-pid: off}\noverrides: [{files: [a.yaml], profile: all}]';
    const overruling = { profile: 'baseline', kubernetesVersion: 25 } as const;
    const options = lintedFor(text, 'a.yaml', { ...context, overruling });
    assert.deepEqual(
      idsIn(options),
      idsOfProfile('baseline').filter((id) => id !== 'host-pid'),
    );
    assert.equal(options.kubernetesVersion, 25);
  });

  it('holds faults of YAML itself only where nobody else reports them, and where they are not off', () => {
    const ids = (text: string, reportsSyntax: boolean) =>
      idsIn(lintedFor(text, 'a.yaml', { ...context, reportsSyntax }));
    assert.ok(ids('', true).includes('yaml-syntax'));
    assert.ok(!ids('', false).includes('yaml-syntax'));
    assert.ok(!ids('rules: {yaml-syntax: error}', false).includes('yaml-syntax'));
    assert.ok(!ids('rules: {yaml-syntax: off}', true).includes('yaml-syntax'));
  });

  it('is nothing for files that are excluded', () => {
    const configuration = configurationOf('exclude: [vendor, "*.tpl.yaml"]');
    const states = ['vendor/a.yaml', 'web/a.tpl.yaml', 'web/a.yaml'].map(
      (path) => optionsFor(configuration, path, context).state,
    );
    assert.deepEqual(states, ['excluded', 'excluded', 'linted']);
  });

  it('has the kinds that are known anyway, and those of the configuration, which win', () => {
    const { workloadKinds } = lintedFor(
      'workloadKinds: {example.com/Worker: spec.worker, argoproj.io/Rollout: spec.rollout, argoproj.io/Workflow: off}',
    );
    const pathOf = (group: string, kind: string) =>
      workloadKinds
        .filter((known) => known.group === group && known.kind === kind)
        .flatMap(({ pods }) => pods.map(({ path }) => path));
    for (const { group, kind, templatePath } of builtInWorkloadKinds)
      assert.deepEqual(pathOf(group, kind), [templatePath]);
    assert.deepEqual(pathOf('serving.knative.dev', 'Service'), [['spec', 'template']]);
    assert.deepEqual(pathOf('argoproj.io', 'Rollout'), [['spec', 'rollout']]);
    assert.deepEqual(pathOf('example.com', 'Worker'), [['spec', 'worker']]);
    assert.deepEqual(pathOf('argoproj.io', 'Workflow'), []);
    const absenceOf = (name: string) => workloadKinds.find(({ kind }) => kind === name)?.absence;
    assert.deepEqual(['Rollout', 'Worker'].map(absenceOf), ['known', "a pod's"]);
  });

  it('is the same object for every file with the same answer', () => {
    const configuration = configurationOf(`overrides:
  - files: [same.yaml]
    profile: recommended
  - files: [other.yaml]
    rules: {host-pid: hint}
`);
    const answer = (path: string, given = context) => optionsFor(configuration, path, given);
    const first = answer('a.yaml');
    assert.equal(answer('deep/b.yaml'), first);
    assert.equal(answer('same.yaml'), first, 'an override that changes nothing');
    assert.equal(answer('a.yaml', { ...context, overruling: { profile: 'recommended' } }), first);
    assert.notEqual(answer('other.yaml'), first);
    assert.notEqual(answer('a.yaml', { ...context, checksEveryDocument: true }), first);
    assert.notEqual(answer('a.yaml', { ...context, overruling: { kubernetesVersion: 20 } }), first);
  });
});
