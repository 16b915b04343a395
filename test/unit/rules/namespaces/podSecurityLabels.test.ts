import assert from 'node:assert/strict';
import { namespacePodSecurity } from '../../../../server/rules/namespaces/namespacePodSecurity';
import { capabilitiesNotDropped } from '../../../../server/rules/restricted/capabilitiesNotDropped';
import { windowsOsName } from '../../../../server/rules/restricted/windowsOsName';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const linted = { rules: [namespacePodSecurity] };
const prefix = 'pod-security.kubernetes.io/';
const mark = ' # ← namespace-pod-security';

/** A Namespace with some labels, a line each, named without their prefix. */
const labelled = (...labels: readonly string[]) => `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
${labels.map((label) => `    ${prefix}${label}\n`).join('')}`;

const firstTitles = (text: string) => findingsIn(text, linted).map(({ finding }) => finding.fixes[0]?.title);

describe('labels for Pod Security', () => {
  it('name a level or a version that the API server takes, else it refuses the namespace', () => {
    for (const [written, meant] of [
      ['enforce: Restricted', 'enforce: restricted'],
      ['enforce: restrictd', 'enforce: restricted'],
      ['warn: "BASELINE"', 'warn: "baseline"'],
      ['audit: privilege', 'audit: privileged'],
    ] as const) {
      const text = labelled(written + mark);
      assertMarked(text, linted);
      const [found] = findingsIn(text, linted);
      assert.equal(found?.finding.severity, 'error', written);
      assert.equal(fixed(labelled(written), 'Write', linted), labelled(meant), written);
    }
    assert.deepEqual(
      findingsIn(labelled('enforce: strict'), linted).flatMap(({ finding }) => finding.fixes.map(({ title }) => title)),
      ['Write restricted', 'Write baseline', 'Write privileged'],
    );
  });

  it('write a version as v1.N, or as latest', () => {
    for (const [written, meant] of [
      ['"1.30"', '"v1.30"'],
      ['1.30', 'v1.30'],
      ['v1.30.2', 'v1.30'],
      ['V1.30', 'v1.30'],
      ['Latest', 'latest'],
      ['newest', 'latest'],
      ['v1.007', 'v1.7'],
    ] as const) {
      assertMarked(labelled('enforce: baseline', `enforce-version: ${written}${mark}`), linted);
      const text = labelled('enforce: baseline', `enforce-version: ${written}`);
      assert.equal(
        fixed(text, 'Write', linted).replace(/'/g, ''),
        labelled('enforce: baseline', `enforce-version: ${meant}`),
      );
    }
    for (const version of ['v1.0', 'v1.30', 'v1.99', 'latest', '"latest"', '{{ .Values.version }}']) {
      assertMarked(labelled('enforce: baseline', `enforce-version: ${version}`), linted);
    }
  });

  it('do nothing under another name, as annotations, or as a version alone', () => {
    assertMarked(labelled('enforce: baseline', `warning: restricted${mark}`), linted);
    assertMarked(labelled('enforce: baseline', `enforced-version: v1.30${mark}`), linted);
    assertMarked(labelled('enforce: baseline', `audit-version: v1.30${mark}`), linted);
    assertMarked(labelled('enforce: baseline', 'warn-version: v1.30'), linted);
    const annotated = `${labelled('enforce: baseline')}  annotations:\n    ${prefix}warn: restricted\n`;
    assertMarked(annotated.replace(/\n$/, `${mark}\n`), linted);
    assert.equal(fixed(annotated, 'Write it', linted), labelled('enforce: baseline', 'warn: restricted'));
  });

  it('that do nothing leave the namespace without a level, and are the first thing to mend', () => {
    for (const label of ['enforced: restricted', 'enforce-version: v1.30', 'Enforce: restricted']) {
      const text = labelled(label).replace('name: shop', `name: shop${mark}`);
      assertMarked(text, linted);
    }
    const text = labelled('enforced: restricted');
    assert.deepEqual(firstTitles(text), [
      'Write it as the label pod-security.kubernetes.io/enforce (pods that break it are no longer created)',
    ]);
    assert.equal(fixed(text, 'Write it', linted), labelled('enforce: restricted'));
    assert.deepEqual(firstTitles(labelled('enforced: Strict')), [
      'Warn of and log what breaks restricted, and refuse nothing yet',
    ]);
  });

  it('enforce nothing that is no level, and a release to come as the cluster’s own', () => {
    const pod = `---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`;
    const severity = (...labels: readonly string[]) =>
      findingsIn(labelled(...labels) + pod, { rules: [capabilitiesNotDropped], version: 24 }).map(
        ({ finding }) => finding.severity,
      );
    assert.deepEqual(severity('enforce: restricted'), ['error']);
    assert.deepEqual(severity('enforce: Restricted'), ['warning']);
    assert.deepEqual(severity('enforce: restricted', 'enforce-version: v1.99'), ['error']);
    assert.deepEqual(severity('enforce: restricted', 'enforce-version: v1.21'), ['warning']);
    const windows = `${labelled('enforce: restricted', 'enforce-version: v1.25')}${pod}  nodeSelector: {kubernetes.io/os: windows}\n`;
    assert.deepEqual(findingsIn(windows, { rules: [windowsOsName], version: 24 }), []);
  });
});
