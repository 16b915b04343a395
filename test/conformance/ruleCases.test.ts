import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import { lint } from '../../server/lint/lint';

const folder = path.resolve(__dirname, '../../../shared/cases');

/** What must be reported of a case, as `line rule`; of these rules nothing else. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'api-server/beta-off-by-default.yaml': ['2 api-off-by-default'],
  'peers/01-topology-spread-foreign-affinity.yaml': [12, 29, 42, 56].map((line) => `${line} topology-spread`),
  'peers/02-secret-in-env-names.yaml': [10, 11, 12, 13, 14, 15].map((line) => `${line} secret-in-env`),
  'reports/C8-hyphenated-words.yaml': ['15 secret-in-config-map', '16 secret-in-config-map'],
  'reports/94-kustomize-vars-and-flux-subst.yaml': ['20 secret-in-env'],
  'review/miss-01-secret-in-manifest.yaml': ['7 secret-in-manifest'],
  'review/miss-05-secret-in-helmrelease.yaml': ['12 secret-in-helm-values'],
  'peers/05-deploymentconfig-availability.yaml': [
    '8 rolling-update',
    '10 selector-mismatch',
    '11 topology-spread',
    '21 topology-spread',
  ],
  'peers/07-key-missing-in-config-map.yaml': ['11 reference-missing', '13 reference-missing'],
  'peers/08-default-account-token.yaml': ['4 default-service-account-token'],
  'peers/11-rbac-writes.yaml': [
    '6 rbac-edit-webhooks',
    '7 rbac-edit-network-policies',
    '8 rbac-redirect-traffic',
    '9 rbac-edit-nodes',
    '10 rbac-create-pods',
    '11 rbac-proxy-pods',
    '12 rbac-edit-system-config-maps',
    '13 rbac-security-context-constraints',
  ],
};

/** What must not be reported of a case. */
const silent: readonly [file: string, rule: string][] = [
  ['api-server/device-taint-rule-v1.yaml', 'unknown-kind-version'],
  ['api-server/device-taint-rule-v1.yaml', 'api-off-by-default'],
  ['review/01-secret-in-args.yaml', 'secret-in-args'],
  ['review/03-secret-in-args.yaml', 'secret-in-args'],
  ['review/04-secret-in-config-map.yaml', 'secret-in-config-map'],
  ['review/05-secret-in-config-map.yaml', 'secret-in-config-map'],
  ['reports/51-secret-store-references.yaml', 'secret-in-env'],
  ['reports/51-secret-store-references.yaml', 'secret-in-args'],
  ['reports/52-secret-like-names.yaml', 'secret-in-env'],
  ['reports/52-secret-like-names.yaml', 'secret-in-args'],
  ['reports/63-args-secret-named-words.yaml', 'secret-in-args'],
  ['reports/65-args-in-configmap-script.yaml', 'secret-in-config-map'],
  ['reports/B0-code-reads-secret.yaml', 'secret-in-config-map'],
  ['reports/B1-code-in-args.yaml', 'secret-in-args'],
  ['reports/B1-code-in-args.yaml', 'secret-in-env'],
  ['reports/60-kyverno-policy.yaml', 'secret-in-helm-values'],
  ['reports/B7-dump-with-both-account-fields.yaml', 'deprecated-service-account-field'],
  ['reports/18-helm-test-hook-pod.yaml', 'service-account-token'],
];

describe('Manifests on which rules were once wrong, or silent,', () => {
  before(function () {
    if (existsSync(folder)) return;
    console.log('      The cases are not beside this checkout: what they ask is left out');
    this.skip();
  });

  for (const [file, wanted] of Object.entries(expected)) {
    it(`are reported as they should be: ${file}`, () => {
      const rules = new Set(wanted.map((place) => place.replace(/^\d+ /, '')));
      const found = findingsOf(file).filter(({ rule }) => rules.has(rule.id));
      assert.deepEqual(found.map(({ line, rule }) => `${line} ${rule.id}`).sort(), [...wanted].sort());
    });
  }

  it('are left alone where nothing is wrong', () => {
    for (const [file, id] of silent) {
      assert.deepEqual(
        findingsOf(file).filter(({ rule }) => rule.id === id),
        [],
        file,
      );
    }
  });

  it('are offered no ServiceAccount that may do more', () => {
    const [path] = findingsOf('review/06-pod-privilege-path.yaml').filter(
      ({ rule }) => rule.id === 'pod-privilege-path',
    );
    assert.ok(path);
    assert.doesNotMatch(path.message, /may do less/);
    assert.deepEqual(path.fixes, []);
  });
});

/** The findings of a case, with lines counted from 1. */
function findingsOf(file: string) {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const configured = { ...emptyConfiguration, profile: 'all' } as const;
  const answer = optionsFor(configured, file, { reportsSyntax: true, checksEveryDocument: false });
  if (answer.state === 'excluded') assert.fail('a configuration without `exclude` excludes nothing');
  return lint(text, answer.options).documents.flatMap(({ line: first, document }) =>
    document.findings.map((finding) => ({ ...finding, line: first + finding.start.line + 1 })),
  );
}
