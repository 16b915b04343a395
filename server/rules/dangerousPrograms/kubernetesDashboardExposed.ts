import { parseImageReference } from '../../manifests/images/imageReference';
import { builtInWorkloadKinds } from '../../manifests/kinds/workloadKinds';
import type { KubernetesObject } from '../../manifests/objects/objects';
import { podSpecsOf } from '../../manifests/pods/podSpec';
import { readOnce } from '../../readOnce';
import { descend, type Field, items, member, members, stringOf } from '../../yaml/field/field';
import type { Tree } from '../../yaml/read/tree';
import { insideOnly } from '../network/insideOnly';
import type { Fault, Rule } from '../rule';

/** Flags of the dashboard that let anybody in (kubernetes-retired/dashboard, docs/common/arguments.md). */
const openFlags = /^--(?:enable-skip-login|enable-insecure-login|disable-settings-authorizer)(?:=true)?$/;

export const kubernetesDashboardExposed: Rule = {
  id: 'kubernetes-dashboard-exposed',
  title: 'Keep the Kubernetes Dashboard to yourself',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `The dashboard does what its visitors ask with the rights of whoever is logged in, or with its own where logging in can be skipped. Open to the
internet it has handed whole clusters to people who mine coins in them. The project was archived in January 2026: faults that are
found now stay.`,
  remedy: `Remove the dashboard; the Kubernetes project points to Headlamp in its place. As long as it runs, reach it with \`kubectl port-forward\`,
leave its Service a \`ClusterIP\`, and start it without flags that skip the login.`,
  links: [
    {
      title: 'Deploy and access the Kubernetes Dashboard',
      url: 'https://kubernetes.io/docs/tasks/access-application-cluster/web-ui-dashboard/',
    },
    { title: 'Kubernetes Dashboard (archived)', url: 'https://github.com/kubernetes-retired/dashboard' },
    { title: 'Headlamp', url: 'https://headlamp.dev/' },
  ],
  bad: `apiVersion: v1
kind: Service
metadata:
  name: kubernetes-dashboard
spec:
  type: LoadBalancer
  selector:
    k8s-app: kubernetes-dashboard
  ports:
    - port: 443
`,
  good: `apiVersion: v1
kind: Service
metadata:
  name: kubernetes-dashboard
spec:
  type: ClusterIP
  selector:
    k8s-app: kubernetes-dashboard
  ports:
    - port: 443
`,
  looksAt: 'object',
  kinds: ['/Service', 'networking.k8s.io/Ingress', '/Pod', 'apps/Deployment'],
  check(object) {
    if (!speaksOfDashboard(object.root.tree)) return [];
    if (object.kind === 'Service') return openService(object);
    return object.kind === 'Ingress' ? openIngress(object) : openLogin(object);
  },
};

/** Hardly any manifest has to do with it, which its text tells soonest; a List has many objects and one text. */
const speaksOfDashboard = readOnce(({ text }: Tree) => text.includes('dashboard'));

function* openService({ root }: KubernetesObject): Iterable<Fault> {
  const type = descend(root, 'spec', 'type');
  const written = stringOf(type);
  if (written !== 'LoadBalancer' && written !== 'NodePort') return;
  const selector = members(descend(root, 'spec', 'selector')).map(({ value }) => stringOf(value) ?? '');
  if (![stringOf(descend(root, 'metadata', 'name')) ?? '', ...selector].some(isDashboard)) return;
  yield {
    at: type,
    message: `The Service opens the Kubernetes Dashboard to the outside (${written})`,
    fixes: [
      {
        title: 'Make it a ClusterIP (reach it with kubectl port-forward)',
        class: 'ask',
        edits: insideOnly(root),
      },
    ],
  };
}

function* openIngress({ root }: KubernetesObject): Iterable<Fault> {
  const spec = member(root, 'spec');
  const paths = items(member(spec, 'rules')).flatMap((rule) => items(descend(rule, 'http', 'paths')));
  const backends = [member(spec, 'defaultBackend'), ...paths.map((path) => member(path, 'backend'))];
  for (const backend of backends) {
    const name = descend(backend, 'service', 'name');
    if (!isDashboard(stringOf(name) ?? '')) continue;
    yield { at: name, message: 'The Ingress opens the Kubernetes Dashboard to the outside' };
  }
}

function* openLogin(object: KubernetesObject): Iterable<Fault> {
  for (const container of podSpecsOf(object, builtInWorkloadKinds).flatMap(({ containers }) => containers)) {
    const image = parseImageReference(stringOf(member(container.field, 'image')) ?? '');
    if (!isDashboardImage(image?.repository ?? '')) continue;
    for (const argument of argumentsOf(container.field)) {
      const flag = stringOf(argument) ?? '';
      if (openFlags.test(flag))
        yield { at: argument, message: `The Kubernetes Dashboard lets people in without a login: ${flag}` };
    }
  }
}

function argumentsOf(container: Field): Field[] {
  return [...items(member(container, 'command')), ...items(member(container, 'args'))];
}

function isDashboard(name: string): boolean {
  return /^kubernetes-dashboard(?:$|-(?:kong-proxy|web|api))/.test(name);
}

function isDashboardImage(repository: string): boolean {
  return /(?:^|\/)(?:kubernetes-dashboard(?:-[a-z0-9]+)?|kubernetesui\/dashboard(?:-[a-z]+)?)$/.test(repository);
}
