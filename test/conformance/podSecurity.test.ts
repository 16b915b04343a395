import assert from 'node:assert/strict';
import { newestVersion } from '../../server/manifests/kubernetesVersion';
import { rules } from '../../server/rules/catalogue';
import type { Rule } from '../../server/rules/rule';
import { findingsIn } from '../unit/rules/markedManifest';
import { readTestPods, type TestPod } from './podSecurityPods';
import { alsoViolated, baselineControls, policyChanges } from './policyChanges';

/** What Kubernetes finds in a pod at the baseline level of a version. */
function expectedControls(pod: TestPod, version: number): readonly string[] {
  const change = policyChanges.find(({ pods, from, until }) => pods.test(pod.id) && version >= from && version < until);
  if (change) return change.violated;
  const others = alsoViolated.find(({ pods }) => pods.test(pod.id))?.violated;
  if (others) return others;
  return pod.verdict === 'fail' && baselineControls.includes(pod.control) ? [pod.control] : [];
}

function foundControls(pod: TestPod, version: number): string[] {
  const controls = findingsIn(pod.manifest, { version }).flatMap(({ finding }) => controlsOf(finding.rule));
  return [...new Set(controls)].sort();
}

function controlsOf(rule: Rule): string[] {
  return rule.standards.flatMap((standard) => /^pss:baseline:(.+)$/.exec(standard)?.[1]?.toLowerCase() ?? []);
}

describe('Kubernetes’ own test pods, at the baseline level', () => {
  const pods = readTestPods();

  before(function () {
    if (!pods) this.skip();
  });

  it('are all there', () => {
    assert.deepEqual(
      [...new Set(pods?.map(({ id }) => id.slice(0, id.lastIndexOf('/'))))].sort(),
      ['baseline', 'restricted'].flatMap((level) =>
        ['v1.29', 'v1.34'].flatMap((version) => ['fail', 'pass'].map((verdict) => `${level}/${version}/${verdict}`)),
      ),
    );
  });

  it('have a rule for each of their controls', () => {
    assert.deepEqual([...new Set(rules.flatMap(controlsOf))].sort(), baselineControls);
  });

  for (const level of ['baseline', 'restricted']) {
    it(`pass if they lie in ${level}/pass`, () => {
      for (const pod of pods ?? []) {
        if (!pod.id.startsWith(`${level}/`) || pod.verdict === 'fail') continue;
        assert.deepEqual(foundControls(pod, pod.version), [], pod.id);
      }
    });
  }

  it('fail for the control that they are named after if they lie in baseline/fail', () => {
    for (const pod of pods ?? []) {
      if (!pod.id.startsWith('baseline/') || pod.verdict === 'pass') continue;
      const found = foundControls(pod, pod.version);
      assert.ok(found.includes(pod.control), `${pod.id} violates ${found.join(', ') || 'nothing'}`);
    }
  });

  for (let version = 0; version <= newestVersion; version++) {
    it(`are judged as Kubernetes 1.${version} judges them`, () => {
      const expected = pods?.map((pod) => `${pod.id}: ${expectedControls(pod, version).join(', ')}`);
      const found = pods?.map((pod) => `${pod.id}: ${foundControls(pod, version).join(', ')}`);
      assert.deepEqual(found, expected);
    });
  }

  it('differ from their verdict only where a later or an earlier version differs from theirs', () => {
    for (const { pods: affected, from, until, reason } of policyChanges) {
      const matching = pods?.filter(({ id }) => affected.test(id)) ?? [];
      assert.ok(matching.length > 0, `No pod is affected by: ${reason}`);
      for (const { id, version } of matching) assert.ok(version < from || version >= until, `${id}: ${reason}`);
    }
  });
});
