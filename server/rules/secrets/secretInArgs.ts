import { describeContainer } from '../../manifests/pods/podSpec';
import { secretsInCommands } from '../../manifests/secrets/secretPlaces';
import type { Rule } from '../rule';
import { secretFault } from './secretFault';
import { externalSecrets, secretPractices, usingSecrets } from './secretLinks';

export const secretInArgs: Rule = {
  id: 'secret-in-args',
  title: 'Keep secrets out of commands and their arguments',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.4.2', 'nsa:network-separation'],
  why: `Arguments are the least secret place of all: they stand in the repository and its history, in the pod that most roles may
read, and in the list of processes, where every process of the pod, and of a node that shares its processes, can read them.`,
  remedy: `Keep the value in a Secret and let the program read it from a file that is mounted from there (\`--password-file\` or the
like); where it knows no such option, from an environment variable with \`secretKeyRef\`. \`$(NAME)\` in \`args\` puts the value of the
variable into the list of processes again, but keeps it out of the manifest, so it is not reported. Then replace the value: it has
been seen.`,
  links: [secretPractices, usingSecrets, externalSecrets],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      args:
        - --db-user=web
        - --db-password=correct-horse
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      args:
        - --db-user=web
        - --db-password-file=/run/secrets/web/db-password
`,
  looksAt: 'container',
  needs: ['command', 'args'],
  *check(container) {
    for (const secret of secretsInCommands(container)) {
      const option = secret.name === undefined ? 'A command' : `The value of ${secret.name} in a command`;
      yield secretFault(secret, `${option} of ${describeContainer(container)}`);
    }
  },
};
