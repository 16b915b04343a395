import { allCapabilities, linuxCapabilities } from '../../manifests/linux/linuxCapabilities';
import { capabilityItems, listsCapability } from '../../manifests/pods/capabilities';
import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { nearestWord } from '../../nearestWord';
import { type Field, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import type { Fix, Rule } from '../rule';

const known: ReadonlySet<string> = new Set([allCapabilities, ...linuxCapabilities.map(({ name }) => name)]);

export const unknownCapability: Rule = {
  id: 'unknown-capability',
  title: 'Name capabilities as Kubernetes does',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `Kubernetes passes the names of capabilities on as they are written, and what becomes of one that isn't quite right is up to the
runtime: some refuse to start the container, some take \`CAP_NET_RAW\` for another name than \`NET_RAW\` and drop nothing. Pod
Security admission counts neither \`all\` nor \`CAP_CHOWN\` for what they seem to mean.`,
  remedy: `Write the name in upper case and without \`CAP_\`, as in \`NET_BIND_SERVICE\`, or \`ALL\` for all of them. In \`drop\` the
corrected name takes away what was to be taken away from the beginning; in \`add\` it grants what may not have been granted before.`,
  links: [
    {
      title: 'Set capabilities for a container',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
    },
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        capabilities:
          drop:
            - CAP_NET_RAW
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        capabilities:
          drop:
            - NET_RAW
`,
  looksAt: 'container',
  needs: ['capabilities'],
  *check(container) {
    for (const list of ['add', 'drop'] as const) {
      for (const item of capabilityItems(container, list)) {
        const name = stringOf(item);
        if (name === undefined || known.has(name) || meansAll(container, list, name)) continue;
        const spelt = spelling(name);
        yield {
          at: item,
          message: known.has(spelt)
            ? `The ${describeContainer(container)} has "${name}" among its capabilities, which Kubernetes writes as ${spelt}`
            : `The ${describeContainer(container)} has "${name}" among its capabilities, and there is no such one`,
          fixes: fixes(item, list, spelt),
        };
      }
    }
  },
};

/** `drop: [all]` is the fault of capabilities-not-dropped. */
function meansAll(container: Container, list: 'add' | 'drop', name: string): boolean {
  return list === 'drop' && spelling(name) === allCapabilities && listsCapability(container, 'drop', ['ALL']) === false;
}

function spelling(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, '');
}

function fixes(item: Field, list: 'add' | 'drop', spelt: string): Fix[] {
  if (known.has(spelt)) {
    return [
      list === 'drop'
        ? { title: `Write ${spelt}`, class: 'safe', edits: [set(pathOf(item), spelt)] }
        : {
            title: `Write ${spelt} (the container may get it only now)`,
            class: 'ask',
            edits: [set(pathOf(item), spelt)],
          },
    ];
  }
  const nearest = nearestWord(spelt, [...known]);
  return nearest === undefined
    ? []
    : [{ title: `Write ${nearest} instead`, class: 'ask', edits: [set(pathOf(item), nearest)] }];
}
