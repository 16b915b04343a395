import { kindsWithHelmValues } from '../../manifests/secrets/helmValues';
import { secretsInHelmValues } from '../../manifests/secrets/secretsInHelmValues';
import type { Rule } from '../rule';
import { secretFault } from './secretFault';
import { externalSecrets, secretPractices } from './secretLinks';

export const secretInHelmValues: Rule = {
  id: 'secret-in-helm-values',
  title: 'Keep secrets out of the values that a manifest hands to a Helm chart',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.4.2', 'nsa:network-separation'],
  why: `What a HelmRelease or an Argo CD Application fills a chart in with stands in the repository and its history, in an object that many
may read who may read no Secrets, and in the history of releases that Helm keeps in the cluster. That the chart makes a Secret of it
helps nobody.`,
  remedy: `Let the chart use a Secret that is there already: most charts take its name (\`existingSecret\`). Or take the values from a Secret:
\`valuesFrom\` in a HelmRelease; an Application has no such field, so let a plugin or an external secret store put them in. Then replace the
value: it has been seen. Read are Flux's HelmRelease, Argo CD's Application and ApplicationSet, the HelmChart of k3s, Crossplane's Release,
Cluster API's HelmChartProxy and \`helmCharts\` of a kustomization; placeholders and references are not reported, and of values that
stand in a text (\`values: |\`) only what its shape gives away is.`,
  links: [
    {
      title: 'Flux: values references of a HelmRelease',
      url: 'https://fluxcd.io/flux/components/helm/helmreleases/#values-references',
    },
    {
      title: 'Argo CD: secret management',
      url: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/secret-management/',
    },
    secretPractices,
    externalSecrets,
  ],
  bad: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: db
spec:
  chartRef:
    kind: OCIRepository
    name: db
  values:
    auth:
      password: correct-horse
`,
  good: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: db
spec:
  chartRef:
    kind: OCIRepository
    name: db
  values:
    auth:
      existingSecret: db
`,
  looksAt: 'object',
  kinds: kindsWithHelmValues,
  *check(object) {
    for (const secret of secretsInHelmValues(object)) {
      yield secretFault(
        secret,
        secret.name === undefined ? 'A value for the chart' : `The value of ${secret.name} for the chart`,
      );
    }
  },
};
