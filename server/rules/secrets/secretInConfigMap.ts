import { secretsInConfigMap } from '../../manifests/secrets/secretPlaces';
import type { Rule } from '../rule';
import { secretFault } from './secretFault';
import { externalSecrets, secretPractices } from './secretLinks';

export const secretInConfigMap: Rule = {
  id: 'secret-in-config-map',
  title: 'Keep secrets out of ConfigMaps',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.4.2', 'nsa:network-separation'],
  why: `A ConfigMap is meant to be read: the built-in role \`view\` may read all of a namespace, it is not encrypted where Secrets are
encrypted at rest, and tools print it. A password in it is known to everyone with any access to the namespace, and to everyone
who has the repository.`,
  remedy: `Move the value to a Secret, or let the program read it from a variable or a file that comes from one; where a whole file of
settings needs it, keep the file in a Secret. Then replace the value: it has been seen. Commented lines, variables such as
\`\${PASSWORD}\`, placeholders and the paths of files are not reported.`,
  links: [
    { title: 'ConfigMaps', url: 'https://kubernetes.io/docs/concepts/configuration/configmap/' },
    secretPractices,
    externalSecrets,
  ],
  bad: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  web.properties: |
    db.user=web
    db.password=correct-horse
`,
  good: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  web.properties: |
    db.user=web
    db.password=\${DB_PASSWORD}
`,
  looksAt: 'object',
  kinds: ['/ConfigMap'],
  *check(object) {
    for (const secret of secretsInConfigMap(object)) {
      yield secretFault(
        secret,
        secret.name === undefined ? 'This ConfigMap' : `The value of ${secret.name} in this ConfigMap`,
      );
    }
  },
};
