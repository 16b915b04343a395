import { usedImages } from '../../manifests/images/images';
import type { Rule } from '../rule';

export const tiller: Rule = {
  id: 'tiller',
  title: 'Run no Tiller',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `Tiller, the server of Helm 2, takes orders from every pod that reaches its port, without asking who that is, and mostly runs as cluster
administrator: one program in the cluster that can open a connection is enough to take all of it. Helm 2 has had no fixes since
November 2020.`,
  remedy: `Move to Helm 3 or newer, which needs no server: the plugin \`helm-2to3\` takes the releases over and removes Tiller.`,
  links: [
    { title: 'Migrating Helm v2 to v3', url: 'https://helm.sh/docs/topics/v2_v3_migration/' },
    {
      title: 'Helm 2 and the charts project are now unsupported',
      url: 'https://helm.sh/blog/helm-2-becomes-unsupported/',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: tiller-deploy
spec:
  containers:
    - name: tiller
      image: ghcr.io/helm/tiller:v2.17.0
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  *check(pod) {
    for (const { user, field, reference } of usedImages(pod)) {
      if (!/(?:^|\/)tiller$/.test(reference.repository ?? '')) continue;
      yield { at: field, message: `The ${user} is Tiller, which installs whatever any pod of the cluster asks for` };
    }
  },
};
