import assert from 'node:assert/strict';
import { eventually } from '../waiting';
import { endServers } from './client';
import { Changed, Created, startInFolder, testFolder } from './workspaceEditor';

const template = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  {{- if .Values.pid }}
  hostPID: true
  {{- end }}
  containers: [{name: a, image: "registry.example.com/a:1.4.2"}]
`;
const application = (pid: boolean) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: live}
spec:
  source: {repoURL: "https://git.example.com/shop", path: charts/shop, helm: {valuesObject: {pid: ${pid}}}}
`;
const files = {
  'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'charts/shop/values.yaml': 'pid: false\n',
  'charts/shop/templates/pod.yaml': template,
  'argocd/live.yaml': application(false),
};
const pod = 'charts/shop/templates/pod.yaml';

describe('How charts are used, over the protocol', () => {
  afterEach(endServers);

  it('counts at once for the charts that are open, and for closed ones', async () => {
    for (const isOpen of [true, false]) {
      const folder = testFolder(files);
      const editor = await startInFolder(folder, { profile: 'baseline', workspace: isOpen ? 'open' : 'all' });
      if (isOpen) await editor.open(folder.uriOf(pod), template);
      else await editor.reaches(({ state }) => state === 'complete');
      const messages = async () =>
        (isOpen ? await editor.pull(folder.uriOf(pod)) : editor.diagnosticsOf(pod))
          .filter(({ code }) => code === 'host-pid')
          .map(({ message }) => String(message))
          .join();
      await eventually(messages, (found) => found.endsWith('when .Values.pid is set'));
      const refreshes = editor.refreshes();
      folder.write('argocd/live.yaml', application(true));
      await editor.tellOfChanges(['argocd/live.yaml', Changed]);
      if (isOpen) await eventually(editor.refreshes, (now) => now > refreshes);
      await eventually(messages, (found) => found.endsWith('(with Application live)'));
      folder.write('flux/live.yaml', release);
      await editor.tellOfChanges(['flux/live.yaml', Created]);
      await eventually(messages, (found) => found.endsWith('(with Application live, HelmRelease shop)'));
      assert.equal(await editor.stop(), 0);
    }
  });
});

const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: shop, namespace: web}
spec:
  chart: {spec: {chart: charts/shop, sourceRef: {kind: GitRepository, name: shop}}}
  values: {pid: true}
`;
