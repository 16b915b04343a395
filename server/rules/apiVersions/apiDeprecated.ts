import { isVersionChosenByTemplate } from '../../manifests/objects/chosenByTemplate';
import { apiVersionOf, isDeprecatedAt, isServedAt, servedApi } from '../../manifests/versions/apiVersions/servedApi';
import { versionName } from '../../manifests/versions/kubernetesVersion';
import { member } from '../../yaml/field/field';
import type { Rule } from '../rule';
import { migrationGuide } from './apiRemoved';
import { adviceFor, apiOf, readsApi, rewritingFixes } from './rewritingFixes';

export const apiDeprecated: Rule = {
  id: 'api-deprecated',
  title: 'Move off deprecated API versions before they go',
  severity: 'warning',
  profile: 'recommended',
  marks: 'deprecated',
  standards: [],
  why: `A deprecated API version still works, and \`kubectl\` prints a warning that pipelines throw away. One of the next upgrades ends
it: the objects that are there stay, but no manifest or chart that writes them can be applied any more, often on the day
when the upgrade already keeps everybody busy.`,
  remedy: `Write the version that replaces it now, while both are served: the API server converts what is stored, so
changing back is possible. Where fields were renamed or defaults changed, the migration guide says how.`,
  links: [
    migrationGuide,
    {
      title: 'Warnings about deprecated APIs',
      url: 'https://kubernetes.io/blog/2020/09/03/warnings/#deprecation-warnings',
    },
  ],
  bad: `apiVersion: resource.k8s.io/v1beta2
kind: DeviceClass
metadata:
  name: gpu
spec:
  selectors:
    - cel:
        expression: device.driver == "gpu.example.com"
`,
  good: `apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata:
  name: gpu
spec:
  selectors:
    - cel:
        expression: device.driver == "gpu.example.com"
`,
  looksAt: 'object',
  reads: readsApi((group, version, kind) => servedApi(group, version, kind)?.deprecated !== undefined),
  *check(object, { kubernetesVersion }) {
    const api = apiOf(object);
    if (!api || api.deprecated === undefined || !isDeprecatedAt(api, kubernetesVersion)) return;
    if (!isServedAt(api, kubernetesVersion) || isVersionChosenByTemplate(object)) return;
    const end = api.removed === undefined ? '' : ` and will be gone in ${versionName(api.removed)}`;
    const advice = adviceFor(api, kubernetesVersion);
    yield {
      at: member(object.root, 'apiVersion'),
      message: `${object.kind} in ${apiVersionOf(api)} is deprecated since Kubernetes ${versionName(api.deprecated)}${end}${advice}`,
      fixes: rewritingFixes(object, api, kubernetesVersion),
    };
  },
};
