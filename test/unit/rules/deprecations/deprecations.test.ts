import assert from 'node:assert/strict';
import { fieldDeprecated } from '../../../../server/rules/deprecations/fieldDeprecated';
import { volumeSourceRemoved } from '../../../../server/rules/deprecations/volumeSourceRemoved';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const rules = [volumeSourceRemoved, fieldDeprecated];

const withVolume = (source: string, mark: string) => `apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      volumes:
        - name: data
          ${source}:${mark}
            name: x
`;

describe('what a release takes away', () => {
  it('is judged by the configured version: first deprecated, then an error', () => {
    const versions: readonly (readonly [source: string, version: number, mark: string])[] = [
      ['rbd', 27, ''],
      ['rbd', 28, ' # ← field-deprecated'],
      ['rbd', 31, ' # ← volume-source-removed'],
      ['gitRepo', 35, ' # ← field-deprecated'],
      ['gitRepo', 36, ' # ← volume-source-removed'],
      ['gcePersistentDisk', 37, ' # ← field-deprecated'],
      ['nfs', 37, ''],
    ];
    for (const [source, version, mark] of versions) assertMarked(withVolume(source, mark), { rules, version });
  });

  it('counts for PersistentVolumes too', () => {
    assertMarked(
      'apiVersion: v1\nkind: PersistentVolume\nspec:\n  cephfs: # ← volume-source-removed\n    monitors: []\n',
      { rules },
    );
  });

  it('sends pods to a claim, and PersistentVolumes to the driver itself', () => {
    const said = (text: string) =>
      findingsIn(text, { rules }).map(({ finding }) => finding.message.replace(/.* use /, ''));
    const volume = 'apiVersion: v1\nkind: PersistentVolume\nspec:\n  azureDisk:\n    diskName: x\n';
    assert.deepEqual(said(volume), ['a csi source of the driver disk.csi.azure.com']);
    assert.deepEqual(said(withVolume('azureDisk', '')), ['a PersistentVolumeClaim of the driver disk.csi.azure.com']);
  });

  it('leaves fields of other kinds and empty fields alone', () => {
    const service = (mark: string) => `apiVersion: v1\nkind: Service\nspec:\n  topologyKeys: [zone]${mark}\n`;
    assertMarked(service(' # ← field-deprecated'), { rules });
    assertMarked(service(''), { rules, version: 20 });
    assertMarked(service('').replace('v1', 'serving.knative.dev/v1'), { rules });
    assertMarked('apiVersion: v1\nkind: Service\nspec:\n  topologyKeys:\n', { rules });
  });

  it('are labels of nodes too, which have another name now', () => {
    const pod = (label: string, mark = '') => `apiVersion: v1
kind: Pod
spec:
  nodeSelector:
    ${label}: linux${mark}
  containers: []
`;
    assertMarked(pod('beta.kubernetes.io/os', ' # ← field-deprecated'), { rules });
    assertMarked(pod('kubernetes.io/os'), { rules });
    assert.equal(fixed(pod('beta.kubernetes.io/os'), '', { rules }), pod('kubernetes.io/os'));
  });
});
