import { freeVolumeName, isTaken } from '../../manifests/pods/containerMounts';
import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { type Field, items, member, pathOf, stringOf } from '../../yaml/field/field';
import { blankBehind, remove, set } from '../../yaml/write/edits';
import type { Fix, Rule } from '../rule';
import { secretFiles, secretPractices, usingSecrets } from './secretLinks';

export const secretAsEnv: Rule = {
  id: 'secret-as-env',
  title: 'Hand secrets to containers as files rather than as environment variables',
  severity: 'information',
  profile: 'all',
  standards: ['cis:5.4.1'],
  why: `The environment leaks: crash reports and debug pages print it, every child process inherits it, and anyone who can start a
process in the container reads it. And it stays as it was until the container restarts, however often the Secret is rotated.`,
  remedy: `Mount the Secret as a volume and let the program read the file. Many images take the path of a file in a variable of the
same name with \`_FILE\` behind it. A mounted file (without \`subPath\`) is renewed about a minute after the Secret changes.`,
  links: [usingSecrets, secretPractices, secretFiles],
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
          valueFrom:
            secretKeyRef:
              name: web
              key: db-password
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
        - name: DB_PASSWORD_FILE
          value: /run/secrets/web/db-password
      volumeMounts:
        - name: web-secret
          mountPath: /run/secrets/web
          readOnly: true
  volumes:
    - name: web-secret
      secret:
        secretName: web
`,
  looksAt: 'container',
  needs: ['secretKeyRef', 'secretRef'],
  *check(container) {
    const owner = describeContainer(container);
    for (const variable of items(member(container.field, 'env'))) {
      const reference = member(member(variable, 'valueFrom'), 'secretKeyRef');
      if (reference.state !== 'known') continue;
      const name = stringOf(member(variable, 'name'));
      yield {
        at: reference,
        message: `The ${owner} gets a secret as the environment variable${name === undefined ? '' : ` ${name}`}`,
        fixes: mountedInstead(container, variable, reference),
      };
    }
    for (const source of items(member(container.field, 'envFrom'))) {
      const reference = member(source, 'secretRef');
      if (reference.state !== 'known') continue;
      yield { at: reference, message: `The ${owner} gets all of a Secret as environment variables` };
    }
  },
};

/** The Secret as files, and the variable with the path of one; empty where a name is not known. */
function mountedInstead(container: Container, variable: Field, reference: Field): Fix[] {
  const { pod, field } = container;
  const secret = stringOf(member(reference, 'name'));
  const key = stringOf(member(reference, 'key'));
  const name = stringOf(member(variable, 'name'));
  const volumes = member(pod.spec, 'volumes');
  const mounts = member(field, 'volumeMounts');
  if (secret === undefined || key === undefined || name === undefined) return [];
  if (volumes.state === 'unknown' || mounts.state === 'unknown') return [];
  const folder = `/run/secrets/${secret}`;
  const existing = items(volumes).find((volume) => stringOf(member(member(volume, 'secret'), 'secretName')) === secret);
  const volumeName = (existing && stringOf(member(existing, 'name'))) ?? freeVolumeName(pod, `${secret}-secret`);
  const mounted = items(mounts).find((mount) => stringOf(member(mount, 'mountPath')) === folder);
  const isMounted = mounted !== undefined && stringOf(member(mounted, 'name')) === volumeName;
  // Something else is there, or may be.
  if (!isMounted && isTaken(container, folder) !== false) return [];
  const volume = { name: volumeName, secret: { secretName: secret } };
  return [
    {
      title: `Mount the Secret at ${folder} and pass the path of the file (the program has to read ${name}_FILE)`,
      class: 'ask',
      edits: [
        set([...pathOf(variable), 'name'], blankBehind(name, '_FILE')),
        remove([...pathOf(variable), 'valueFrom']),
        set([...pathOf(variable), 'value'], `${folder}/${key}`),
        ...(existing ? [] : [set([...pathOf(volumes), items(volumes).length], volume)]),
        ...(isMounted
          ? []
          : [set([...pathOf(mounts), items(mounts).length], { name: volumeName, mountPath: folder, readOnly: true })]),
      ],
    },
  ];
}
