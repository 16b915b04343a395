import assert from 'node:assert/strict';
import { gradedWorkloads } from '../../server/features/podSecurity/podSecurityWorkloads';
import { lint } from '../../server/lint/lint';
import { newestVersion } from '../../server/manifests/versions/kubernetesVersion';
import { rules } from '../../server/rules/catalogue';
import type { PodSecurityLevel } from '../../server/rules/podSecurityFaults';
import { optionsWith } from '../unit/lint/linting';
import { findingsIn } from '../unit/rules/markedManifest';
import { controlsOf, foundControls, unreplaced } from './podSecurityControls';
import { readTestPods, type TestPod } from './podSecurityPods';
import {
  alsoViolated,
  baselineControls,
  neverAskedFor,
  policyChanges,
  restrictedChanges,
  restrictedControls,
  restrictedExceptions,
} from './policyChanges';

/** What Kubernetes finds in a pod at a level of a version. */
function expectedControls(pod: TestPod, level: PodSecurityLevel, version: number): readonly string[] {
  return level === 'baseline' ? baselineViolations(pod, version) : restrictedViolations(pod, version);
}

function baselineViolations(pod: TestPod, version: number): readonly string[] {
  const change = policyChanges.find(({ pods, from, until }) => pods.test(pod.id) && version >= from && version < until);
  if (change) return change.violated;
  const others = alsoViolated.find(({ pods }) => pods.test(pod.id))?.violated;
  if (others) return others;
  return pod.verdict === 'fail' && baselineControls.includes(pod.control) ? [pod.control] : [];
}

function restrictedViolations(pod: TestPod, version: number): readonly string[] {
  const exceptions = [
    ...restrictedExceptions.filter(({ pods }) => pods.test(pod.id)),
    ...restrictedChanges.filter(({ pods, from, until }) => pods.test(pod.id) && version >= from && version < until),
  ];
  const waived = exceptions.flatMap((exception) => exception.waived ?? []);
  const own = new Set([
    ...(pod.verdict === 'fail' ? [pod.control] : []),
    ...(pod.id.startsWith('baseline/') ? neverAskedFor : []),
    ...exceptions.flatMap(({ violated }) => violated),
  ]);
  const ofBaseline = baselineViolations(pod, version);
  const controls = restrictedControls.filter(
    ({ control, from, replaces }) =>
      version >= from && !waived.includes(control) && (own.has(control) || ofBaseline.includes(replaces ?? '')),
  );
  return unreplaced([...ofBaseline, ...controls.map(({ control }) => control)], version);
}

/** Where a pod may stand that fails at a level. */
const below: Readonly<Record<PodSecurityLevel, readonly string[]>> = {
  baseline: ['privileged'],
  restricted: ['privileged', 'baseline'],
};

/** The level that the lens above a pod tells; undefined where it tells none. */
function standingOf({ manifest, version }: TestPod): string | undefined {
  const [found] = gradedWorkloads(lint(manifest, { ...optionsWith([]), kubernetesVersion: version }));
  return found?.workload.standing.level;
}

describe('Kubernetes’ own test pods', () => {
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
    assert.deepEqual([...new Set(rules.flatMap((rule) => controlsOf(rule, 'baseline')))].sort(), baselineControls);
    assert.deepEqual(
      [...new Set(rules.flatMap((rule) => controlsOf(rule, 'restricted')))].sort(),
      restrictedControls.map(({ control }) => control),
    );
  });

  for (const level of ['baseline', 'restricted'] as const) {
    it(`pass at the level ${level} if they lie in ${level}/pass`, () => {
      for (const pod of pods ?? []) {
        if (!pod.id.startsWith(`${level}/`) || pod.verdict === 'fail') continue;
        assert.deepEqual(foundControls(pod.manifest, level, pod.version), [], pod.id);
      }
    });

    it(`fail at the level ${level} for the control that they are named after if they lie in ${level}/fail`, () => {
      for (const pod of pods ?? []) {
        if (!pod.id.startsWith(`${level}/`) || pod.verdict === 'pass') continue;
        const found = foundControls(pod.manifest, level, pod.version);
        const [named] = level === 'baseline' ? [pod.control] : unreplacedName(pod);
        assert.ok(named && found.includes(named), `${pod.id} violates ${found.join(', ') || 'nothing'}`);
      }
    });

    it(`stand where their folder says that they stand at the level ${level}`, () => {
      for (const pod of pods ?? []) {
        if (!pod.id.startsWith(`${level}/`)) continue;
        const expected = pod.verdict === 'pass' ? [level] : below[level];
        const standing = standingOf(pod);
        assert.ok(standing && expected.includes(standing), `${pod.id} stands at ${standing}`);
      }
    });

    for (let version = 0; version <= newestVersion; version++) {
      it(`are judged as Kubernetes 1.${version} judges them at the level ${level}`, () => {
        const expected = pods?.map((pod) => `${pod.id}: ${expectedControls(pod, level, version).join(', ')}`);
        const found = pods?.map((pod) => `${pod.id}: ${foundControls(pod.manifest, level, version).join(', ')}`);
        assert.deepEqual(found, expected);
      });
    }
  }

  it('are reported once for a fault that both levels forbid', () => {
    for (const pod of pods ?? []) {
      for (const version of [18, 21, 24, 34, 37]) {
        const faults = findingsIn(pod.manifest, { profile: 'restricted', version }).flatMap(({ finding }) =>
          controlsOf(finding.rule, 'restricted').map((control) => `${control} at ${finding.range.start}`),
        );
        assert.equal(new Set(faults).size, faults.length, `${pod.id} at 1.${version}: ${faults.join(', ')}`);
      }
    }
  });

  it('differ from their verdict only where a later or an earlier version differs from theirs', () => {
    for (const { pods: affected, from, until, reason } of [...policyChanges, ...restrictedChanges]) {
      const matching = pods?.filter(({ id }) => affected.test(id)) ?? [];
      assert.ok(matching.length > 0, `No pod is affected by: ${reason}`);
      for (const { id, version } of matching) assert.ok(version < from || version >= until, `${id}: ${reason}`);
    }
  });
});

/** The control that a pod is named after, or the one that stands in for it at the restricted level. */
function unreplacedName(pod: TestPod): string[] {
  const replacement = restrictedControls.find(({ from, replaces }) => pod.version >= from && replaces === pod.control);
  return [replacement?.control ?? pod.control];
}
