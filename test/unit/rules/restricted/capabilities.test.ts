import assert from 'node:assert/strict';
import { capabilitiesNotDropped } from '../../../../server/rules/restricted/capabilitiesNotDropped';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const pod = (capabilities: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a:1
      securityContext:
        capabilities:
${capabilities}`;
const rules = [capabilitiesNotDropped];

describe('capabilities-not-dropped', () => {
  it('reads ALL as the API server does, in upper case alone', () => {
    assertMarked(pod('          drop: [NET_RAW, ALL]\n'), { rules });
    for (const name of ['all', 'CAP_ALL', 'NET_RAW']) {
      assertMarked(pod(`          drop: # ← capabilities-not-dropped\n            - ${name}\n`), { rules });
    }
  });

  it('waits for a template that may drop it', () => {
    assertMarked(pod('          drop: {{ .Values.drop }}\n'), { rules });
    assertMarked(pod('          drop:\n            - {{ .Values.drop }}\n'), { rules });
  });

  it('is no fault before Kubernetes 1.22, nor on Windows from 1.25 on', () => {
    assertMarked(pod('          drop: []\n'), { rules, version: 21 });
    const windows = pod('          drop: []\n').replace('spec:\n', 'spec:\n  os:\n    name: windows\n');
    assertMarked(windows, { rules, version: 25 });
    assertMarked(windows.replace('drop: []', 'drop: [] # ← capabilities-not-dropped'), { rules, version: 24 });
  });

  it('is mended without losing what is dropped or added, and `all` is corrected where it stands', () => {
    const add = '          add: [NET_BIND_SERVICE]\n';
    assert.equal(fixed(pod(`${add}          drop: [all]\n`), '', { rules }), pod(`${add}          drop: [ALL]\n`));
    assert.equal(
      fixed(pod(`${add}          drop:\n            - NET_RAW # forges\n`), '', { rules }),
      pod(`${add}          drop:\n            - NET_RAW # forges\n            - ALL\n`),
    );
  });

  it('says what is wrong about the spelling of ALL, and corrects it safely where runtimes take it anyway', () => {
    const found = (drop: string) => findingsIn(pod(`          drop: ${drop}\n`), { rules })[0]?.finding;
    assert.equal(
      found('[all]')?.message,
      'The container "web" drops "all", but admission takes only ALL, in capital letters',
    );
    const classes = (drop: string) => found(drop)?.fixes.map((fix) => `${fix.class}: ${fix.title}`);
    assert.deepEqual(classes('[All]'), ['safe: Write ALL']);
    assert.deepEqual(classes('[CAP_ALL]'), [
      'harden: Write ALL (what the container does with capabilities stops working)',
    ]);
  });

  it('takes a text for no list, which the API server refuses', () => {
    const text = pod('          drop: ALL\n');
    const [found] = findingsIn(text, { rules });
    assert.match(found?.finding.message ?? '', /drops "ALL" as text where a list belongs, so the API server refuses/);
    assert.equal(fixed(text, '', { rules }), pod('          drop:\n            - ALL\n'));
  });
});
