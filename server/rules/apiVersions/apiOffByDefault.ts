import { isVersionChosenByTemplate } from '../../manifests/objects/chosenByTemplate';
import {
  apiVersionOf,
  isDeprecatedAt,
  isOffByDefaultAt,
  replacement,
  servedApi,
} from '../../manifests/versions/apiVersions/servedApi';
import { versionName } from '../../manifests/versions/kubernetesVersion';
import { member } from '../../yaml/field/field';
import type { Rule } from '../rule';
import { apiOf, readsApi, rewritingFixes } from './rewritingFixes';

export const apiOffByDefault: Rule = {
  id: 'api-off-by-default',
  title: 'Know which APIs a cluster must switch on',
  severity: 'information',
  profile: 'recommended',
  standards: [],
  why: `Alpha versions of Kubernetes' APIs, and beta versions that are new since 1.24, are off unless the API server is told to serve
them. Elsewhere the object is refused (\`no matches for kind\`), and most managed clusters can't switch them on at all. They may change or
go with any release, what is stored in them too.`,
  remedy: `Write a stable version where there is one. Else start the API server with \`--runtime-config=GROUP/VERSION=true\`, and with the
feature gate that the API belongs to, and silence this here. \`kubectl api-resources\` lists what a cluster serves.`,
  links: [
    {
      title: 'Enabling or disabling API groups',
      url: 'https://kubernetes.io/docs/reference/using-api/#enabling-or-disabling',
    },
    {
      title: 'KEP-3136: Beta APIs are off by default',
      url: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-architecture/3136-beta-apis-off-by-default',
    },
  ],
  bad: `apiVersion: resource.k8s.io/v1beta2
kind: DeviceTaintRule
metadata:
  name: broken-gpu
spec:
  deviceSelector:
    driver: gpu.example.com
  taint:
    key: example.com/broken
    effect: NoExecute
`,
  good: `apiVersion: resource.k8s.io/v1
kind: DeviceTaintRule
metadata:
  name: broken-gpu
spec:
  deviceSelector:
    driver: gpu.example.com
  taint:
    key: example.com/broken
    effect: NoExecute
`,
  looksAt: 'object',
  reads: readsApi(
    (group, version, kind) => /alpha|beta/.test(version) && servedApi(group, version, kind) !== undefined,
  ),
  *check(object, { kubernetesVersion }) {
    const api = apiOf(object);
    if (!api || !isOffByDefaultAt(api, kubernetesVersion) || isVersionChosenByTemplate(object)) return;
    const apiVersion = apiVersionOf(api);
    // What is deprecated is rewritten by the rule that says so; a version that is off as well helps nobody.
    const better = isDeprecatedAt(api, kubernetesVersion) ? undefined : replacement(api, kubernetesVersion);
    const isBetter = better !== undefined && !isOffByDefaultAt(better, kubernetesVersion);
    yield {
      at: member(object.root, 'apiVersion'),
      message:
        `Kubernetes ${versionName(kubernetesVersion)} serves ${object.kind} in ${apiVersion} only where the API server is started ` +
        `with --runtime-config=${apiVersion}=true${isBetter ? `; use ${apiVersionOf(better)}` : ''}`,
      fixes: isBetter ? rewritingFixes(object, api, kubernetesVersion) : [],
    };
  },
};
