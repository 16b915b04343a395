import { isVersionChosenByTemplate } from '../../manifests/objects/chosenByTemplate';
import { apiVersionOf, isRemovedAt, servedApi } from '../../manifests/versions/apiVersions/servedApi';
import { versionName } from '../../manifests/versions/kubernetesVersion';
import { member } from '../../yaml/field/field';
import type { Rule } from '../rule';
import { isPodSecurityPolicyGone } from './podSecurityPolicyGone';
import { adviceFor, apiOf, readsApi, rewritingFixes } from './rewritingFixes';

/** Kubernetes' page of the API versions that were removed, with what to write in their place. */
export const migrationGuide = {
  title: 'Deprecated API Migration Guide',
  url: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
} as const;

export const apiRemoved: Rule = {
  id: 'api-removed',
  title: 'Use API versions that the cluster serves',
  severity: 'error',
  profile: 'recommended',
  marks: 'deprecated',
  standards: [],
  why: `The API server refuses an object in a version that it no longer serves: \`no matches for kind\`. What runs already stays, so it shows at the
worst moment: when the manifest is needed to roll out a fix, to rebuild the cluster or to upgrade a chart, and nothing can be applied until it is
rewritten.`,
  remedy: `Write the version that replaced it. Where its schema is the same, that is the one line; where fields were renamed or
defaults changed, the quick-fix moves what can be moved, and the migration guide says the rest. \`kubernetesVersion\` in the
configuration tells which release is asked for.`,
  links: [
    migrationGuide,
    {
      title: 'Kubernetes Deprecation Policy',
      url: 'https://kubernetes.io/docs/reference/using-api/deprecation-policy/',
    },
  ],
  bad: `apiVersion: batch/v1beta1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 6 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example.com/report:1.4.2
`,
  good: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 6 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example.com/report:1.4.2
`,
  looksAt: 'object',
  reads: readsApi((group, version, kind) => servedApi(group, version, kind)?.removed !== undefined),
  *check(object, { kubernetesVersion }) {
    const api = apiOf(object);
    if (!api || api.removed === undefined || !isRemovedAt(api, kubernetesVersion)) return;
    if (isPodSecurityPolicyGone(object, kubernetesVersion) || isVersionChosenByTemplate(object)) return;
    const advice = adviceFor(api, kubernetesVersion);
    yield {
      at: member(object.root, 'apiVersion'),
      message: `Kubernetes ${versionName(api.removed)} and newer do not serve ${object.kind} in ${apiVersionOf(api)}${advice}`,
      fixes: rewritingFixes(object, api, kubernetesVersion),
    };
  },
};
