import { below, oneOf, type Random } from '../../../random';

const names = ['web', 'api', 'db'] as const;
const namespaces = ['shop', 'bank', undefined] as const;

/** Objects that rules look at beside others, each with a name and a namespace. */
const objects: readonly [ObjectText, ...ObjectText[]] = [
  (name, namespace, random) => `apiVersion: apps/v1
kind: Deployment
${metadata(name, namespace)}spec:
  replicas: ${below(4, random)}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${oneOf(names, random)} } }
    spec:
      serviceAccountName: ${oneOf(names, random)}
      containers:
        - name: ${name}
          image: registry.example.com/${oneOf(['web', 'web:1.0'], random)}
          envFrom: [{ configMapRef: { name: ${oneOf(names, random)} } }]
`,
  (name, namespace, random) => `apiVersion: v1
kind: Pod
${metadata(name, namespace)}  labels: { app: ${oneOf(names, random)} }
spec:
  runtimeClassName: ${oneOf(names, random)}
  containers: [{ name: ${name}, image: web }]
`,
  (name, namespace) => `apiVersion: v1\nkind: ServiceAccount\n${metadata(name, namespace)}`,
  (name, namespace) => `apiVersion: v1\nkind: ConfigMap\n${metadata(name, namespace)}data: { a: b }\n`,
  (name) => `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name === 'web' ? 'shop' : 'bank'} }\n`,
  (name) => `apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: ${name} }\nhandler: runsc\n`,
  (name, namespace, random) => `apiVersion: v1
kind: Service
${metadata(name, namespace)}spec:
  selector: { app: ${oneOf(names, random)} }
  ports: [{ port: 80 }]
`,
  (name, namespace, random) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${metadata(name, namespace)}spec:
  podSelector: { matchLabels: { app: ${oneOf(names, random)} } }
  policyTypes: [Ingress]
`,
  (name, namespace, random) => `apiVersion: policy/v1
kind: PodDisruptionBudget
${metadata(name, namespace)}spec:
  minAvailable: ${below(4, random)}
  selector: { matchLabels: { app: ${oneOf(names, random)} } }
`,
  (name, namespace) => `apiVersion: v1
kind: LimitRange
${metadata(name, namespace)}spec: { limits: [{ type: Container, default: { memory: 64Mi }, defaultRequest: { cpu: 10m } }] }
`,
  (name, namespace, random) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ${oneOf(['ClusterRoleBinding', 'RoleBinding'], random)}
${metadata(name, namespace)}roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${oneOf(['cluster-admin', 'web', 'api'], random)}
subjects: [{ kind: ServiceAccount, name: ${oneOf(names, random)}, namespace: ${namespace ?? 'shop'} }]
`,
  (name, _namespace, random) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ${name} }
rules: [{ apiGroups: [''], resources: [${oneOf(['secrets', 'pods'], random)}], verbs: [${oneOf(['get', 'create'], random)}] }]
`,
  (name, namespace, random) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
${metadata(name, namespace)}spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${oneOf(names, random)} }
  minReplicas: 2
  maxReplicas: 4
`,
];

type ObjectText = (name: string, namespace: string | undefined, random: Random) => string;

function metadata(name: string, namespace: string | undefined): string {
  return `metadata:\n  name: ${name}\n${namespace === undefined ? '' : `  namespace: ${namespace}\n`}`;
}

function objectText(random: Random): string {
  return oneOf(objects, random)(oneOf(names, random), oneOf(namespaces, random), random);
}

const kustomizations = [
  'resources: [web.yaml]\n',
  'resources: [web.yaml, https://example.com/base]\n',
  'resources: [web.yaml, ../a]\nnamePrefix: dev-\n',
  'resources: [api.yaml]\nnamespace: bank\npatches: [{ path: web.yaml }]\n',
  'resources: [web.yaml]\nimages: [{ name: registry.example.com/web, newTag: "1" }]\n',
  'configMapGenerator: [{ name: web, literals: [a=b] }]\n',
  'resources: [\n',
] as const;
const installer = 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: web }\n';

/** The files that a random workspace may have. */
export const fileNames = ['a', 'b', 'b/deep'].flatMap((folder) =>
  ['web.yaml', 'api.yaml', 'more.yaml', 'kustomization.yaml'].map((name) => `file:///w/${folder}/${name}`),
);

/** What a file may hold. */
export function randomText(uri: string, random: Random): string {
  if (uri.endsWith('/kustomization.yaml')) return oneOf(kustomizations, random);
  const rare = below(40, random);
  if (rare === 0) return installer;
  if (rare === 1) return objectText(random).replace('name: web', 'name: {{ .Values.name }}');
  if (rare === 2) return `${objectText(random)}---\nbroken: [\n`;
  if (rare === 3) return '';
  return Array.from({ length: 1 + below(3, random) }, () => objectText(random)).join('---\n');
}

/** A text with a small change, as somebody types it. */
export function changedText(uri: string, text: string, random: Random): string {
  if (uri.endsWith('/kustomization.yaml')) return randomText(uri, random);
  const documents = text.split('---\n');
  switch (below(6, random)) {
    case 0:
      return `# a comment\n${text}`;
    case 1:
      return documents.reverse().join('---\n');
    case 2:
      return text.replace(/name: \w+/, `name: ${oneOf(names, random)}`);
    case 3:
      return text.replace(/namespace: \w+/, `namespace: ${oneOf(['shop', 'bank'], random)}`);
    case 4:
      return `${text}${text === '' ? '' : '---\n'}${objectText(random)}`;
    default:
      return documents.slice(1).join('---\n');
  }
}
