import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { type SecretInVariable, secretsInVariables } from '../../manifests/secrets/secretPlaces';
import { descend, pathOf, stringOf } from '../../yaml/field/field';
import { blank, remove, set } from '../../yaml/write/edits';
import type { Fix, Rule } from '../rule';
import { secretFault } from './secretFault';
import { externalSecrets, secretPractices, usingSecrets } from './secretLinks';

export const secretInEnv: Rule = {
  id: 'secret-in-env',
  title: 'Keep secrets out of the environment that a manifest spells out',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.4.2', 'nsa:network-separation'],
  why: `Whoever can read the repository has the password, and so has whoever could read it once: it stays in every clone and in the
history. In the cluster, everyone who may read pods or Deployments sees it, as most roles allow, while reading Secrets is a
permission of its own.`,
  remedy: `Keep the value in a Secret that reaches the cluster another way (an external secret store, SealedSecrets, SOPS), and refer to
it with \`valueFrom.secretKeyRef\` or mount it as a file. Then replace the value where it is used: it has been seen. A placeholder
such as \`<password>\`, a reference such as \`$(NAME)\` and what a template fills in are not reported.`,
  links: [secretPractices, usingSecrets, externalSecrets],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      env:
        - name: DB_PASSWORD
          value: correct-horse
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      env:
        - name: DB_PASSWORD
          valueFrom:
            secretKeyRef:
              name: web
              key: db-password
`,
  looksAt: 'container',
  needs: ['env'],
  *check(container) {
    for (const secret of secretsInVariables(container)) {
      const variable = secret.variable === undefined ? 'A variable' : `The variable ${secret.variable}`;
      const fault = secretFault(secret, `${variable} of ${describeContainer(container)}`);
      yield { ...fault, fixes: [takenFromSecret(container, secret)] };
    }
  },
};

function takenFromSecret({ pod }: Container, { field, variable = 'password' }: SecretInVariable): Fix {
  const path = pathOf(field).slice(0, -1);
  const owner = stringOf(descend(pod.object.root, 'metadata', 'name'));
  const key = variable.toLowerCase().replaceAll('_', '-');
  return {
    title: 'Take the value from a Secret (which has to be there before the pod starts)',
    class: 'ask',
    edits: [
      remove([...path, 'value']),
      set([...path, 'valueFrom'], { secretKeyRef: { name: blank(owner ?? 'web'), key: blank(key) } }),
    ],
  };
}
