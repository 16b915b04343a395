import { secretsInSecret } from '../../manifests/secrets/secretPlaces';
import type { Rule } from '../rule';
import { externalSecrets, secretPractices } from './secretLinks';

const mostNamed = 3;

export const secretInManifest: Rule = {
  id: 'secret-in-manifest',
  title: 'Keep the content of Secrets out of manifests',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.4.2', 'nsa:network-separation'],
  why: `Base64 is no encryption: whoever can read this file, or could once, has what the Secret holds. It stays in every clone of the
repository, in its history, and in the cache of every tool that applies it, far beyond the cluster's own permissions.`,
  remedy: `Keep only what points to the secret: an ExternalSecret of a secret store, a SealedSecret, a file encrypted with SOPS, or a
Secret that a pipeline creates. Then replace the values where they are used: they have been seen. Settings that merely live in a
Secret, placeholders, certificates and what a template fills in are not reported.`,
  links: [
    secretPractices,
    externalSecrets,
    {
      title: 'External Secrets Operator',
      url: 'https://external-secrets.io/latest/introduction/overview/',
    },
  ],
  bad: `apiVersion: v1
kind: Secret
metadata:
  name: web
stringData:
  db-user: web
  db-password: correct-horse
`,
  good: `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: web
spec:
  secretStoreRef:
    kind: ClusterSecretStore
    name: vault
  target:
    name: web
  dataFrom:
    - extract:
        key: web
`,
  looksAt: 'object',
  kinds: ['/Secret'],
  *check(object) {
    const secrets = [...secretsInSecret(object)];
    const [first] = secrets;
    if (!first) return;
    const names = [...new Set(secrets.map(({ name }) => name))];
    const named = names.slice(0, mostNamed).join(', ');
    const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
    // A Secret is moved as a whole, so it is one fault whatever it holds.
    yield {
      at: first.field,
      range: first.range,
      message: `This Secret is committed with the values that it should keep: ${named}${more}`,
    };
  },
};
