import { secretLiterals } from '../../manifests/secrets/secretPlaces';
import type { Rule } from '../rule';
import { externalSecrets, secretPractices } from './secretLinks';

export const kustomizeSecretLiteral: Rule = {
  id: 'kustomize-secret-literal',
  title: 'Keep secrets out of the literals of a kustomization',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.4.2', 'nsa:network-separation'],
  why: `What \`secretGenerator\` makes a Secret of is written here in plain text: whoever can read this file, or could once, has the
password. It stays in every clone of the repository and in its history.`,
  remedy: `Generate the Secret from a file that is not committed (\`envs\` or \`files\`, with the file in \`.gitignore\` or encrypted with
SOPS), or let an external secret store bring it to the cluster. Then replace the value: it has been seen.`,
  links: [
    {
      title: 'Managing Secrets using Kustomize',
      url: 'https://kubernetes.io/docs/tasks/configmap-secret/managing-secret-using-kustomize/',
    },
    secretPractices,
    externalSecrets,
  ],
  bad: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
secretGenerator:
  - name: web
    literals:
      - db-user=web
      - db-password=correct-horse
`,
  good: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
secretGenerator:
  - name: web
    envs:
      - web.secrets.env
`,
  looksAt: 'object',
  kinds: ['kustomize.config.k8s.io/Kustomization'],
  *check(object) {
    for (const { field, range, name, what } of secretLiterals(object)) {
      yield { at: field, range, message: `The literal ${name ?? ''} holds ${what} in plain text` };
    }
  },
};
