import { writtenValue } from '../../manifests/objects/fieldPlace';
import { withoutQuotes } from '../../yaml/typing/flowOutline';
import { childNamed, type OutlineNode } from '../../yaml/typing/outline';
import { codeSpan } from './markdown';
import { isAt, type OfferedValue, type TypedField, type ValueContext, type ValueSource } from './offeredValue';

/** A field that names an object, and what every cluster or many a cluster has of its kind. */
interface NamingField {
  readonly part: 'pod' | 'container' | 'object';
  readonly paths: readonly string[];
  readonly group: string;
  readonly kind: string;
  readonly wellKnown?: readonly OfferedValue[];
}

/** Source of the well-known names: Kubernetes 1.37, "Pod Priority and Preemption", "Runtime Class"; the guides of gVisor and Kata Containers. */
const namingFields: readonly NamingField[] = [
  {
    part: 'pod',
    paths: ['runtimeClassName'],
    group: 'node.k8s.io',
    kind: 'RuntimeClass',
    wellKnown: [
      {
        value: 'gvisor',
        note: 'A kernel in user space',
        documentation:
          'The usual name for gVisor: system calls go to a kernel of the pod’s own, not to the node’s. The cluster needs a RuntimeClass of this name.',
        is: 'name',
      },
      {
        value: 'kata',
        note: 'A virtual machine',
        documentation:
          'The usual name for Kata Containers: the pod runs in a small virtual machine. The cluster needs a RuntimeClass of this name.',
        is: 'name',
      },
    ],
  },
  {
    part: 'pod',
    paths: ['serviceAccountName'],
    group: '',
    kind: 'ServiceAccount',
    wellKnown: [
      {
        value: 'default',
        note: 'Shared by the namespace',
        documentation: 'What pods have that name none: rights given to it are rights of all of them.',
        is: 'name',
      },
    ],
  },
  {
    part: 'pod',
    paths: ['priorityClassName'],
    group: 'scheduling.k8s.io',
    kind: 'PriorityClass',
    wellKnown: [
      {
        value: 'system-cluster-critical',
        note: 'Before all workloads',
        documentation:
          'For what the cluster cannot do without. In other namespaces than kube-system only where a ResourceQuota allows it.',
        is: 'name',
      },
      {
        value: 'system-node-critical',
        note: 'The highest there is',
        documentation:
          'For what a node cannot do without. In other namespaces than kube-system only where a ResourceQuota allows it.',
        is: 'name',
      },
    ],
  },
  { part: 'pod', paths: ['imagePullSecrets.[].name', 'volumes.[].secret.secretName'], group: '', kind: 'Secret' },
  { part: 'pod', paths: ['volumes.[].projected.sources.[].secret.name'], group: '', kind: 'Secret' },
  {
    part: 'container',
    paths: ['env.[].valueFrom.secretKeyRef.name', 'envFrom.[].secretRef.name'],
    group: '',
    kind: 'Secret',
  },
  {
    part: 'pod',
    paths: ['volumes.[].configMap.name', 'volumes.[].projected.sources.[].configMap.name'],
    group: '',
    kind: 'ConfigMap',
  },
  {
    part: 'container',
    paths: ['env.[].valueFrom.configMapKeyRef.name', 'envFrom.[].configMapRef.name'],
    group: '',
    kind: 'ConfigMap',
  },
  { part: 'pod', paths: ['volumes.[].persistentVolumeClaim.claimName'], group: '', kind: 'PersistentVolumeClaim' },
];

/** Roles that every cluster has. Source: Kubernetes 1.37, "Using RBAC Authorization", User-facing roles. */
const builtInRoles: readonly OfferedValue[] = [
  {
    value: 'view',
    note: 'Reads, no Secrets',
    documentation: 'Reads nearly everything in a namespace but Secrets, roles and bindings.',
  },
  {
    value: 'edit',
    note: 'Writes, Secrets too',
    documentation:
      'Reads and writes nearly everything in a namespace: with Secrets and pods it can act as any of its ServiceAccounts.',
  },
  {
    value: 'admin',
    note: 'May give rights',
    documentation: 'As `edit`, and it may write the roles and bindings of the namespace.',
  },
  {
    value: 'cluster-admin',
    note: 'Everything',
    documentation: 'May do everything; in a RoleBinding everything in its namespace.',
  },
];

/** The names of objects that are open, for the fields that name one. */
export const objectNames: ValueSource = (field, context) => {
  const naming = namingFields.find(({ part, paths }) => isAt(field, part, ...paths));
  if (naming) return offered(naming.group, naming.kind, naming.wellKnown ?? [], context);
  if (!/^(?:Cluster)?RoleBinding$/.test(field.kind)) return undefined;
  if (isAt(field, 'object', 'roleRef.name')) return roles(field, context);
  return isAt(field, 'object', 'subjects.[].name') && kindBeside(field) === 'ServiceAccount'
    ? offered('', 'ServiceAccount', [], context)
    : undefined;
};

function roles(field: TypedField, context: ValueContext): Promise<OfferedValue[]> {
  const isRole = kindBeside(field) === 'Role';
  return offered('rbac.authorization.k8s.io', isRole ? 'Role' : 'ClusterRole', isRole ? [] : builtInRoles, context);
}

/** The names that parts of one pod share: its volumes where they are mounted, the ports of a container in its probes. */
export const localNames: ValueSource = (field) => {
  if (isAt(field, 'container', 'volumeMounts.[].name')) {
    const pod = field.owner.parent?.parent;
    return namesIn(pod && childNamed(pod, 'volumes'), 'A volume of the pod.');
  }
  const isPort = probes.some((probe) => isAt(field, 'container', `${probe}.httpGet.port`, `${probe}.tcpSocket.port`));
  return isPort ? namesIn(childNamed(field.owner, 'ports'), 'A port of the container.') : undefined;
};

const probes: readonly string[] = ['livenessProbe', 'readinessProbe', 'startupProbe'];

function namesIn(list: OutlineNode | undefined, documentation: string): OfferedValue[] {
  const names = list?.children.map((item) => writtenValue(item, 'name')) ?? [];
  return names.flatMap((value) =>
    value && !/[{$]/.test(value) ? [{ value, documentation, is: 'name' as const }] : [],
  );
}

/** The value of the `kind` that stands beside a field. */
function kindBeside({ node }: TypedField): string {
  return withoutQuotes((node.parent && childNamed(node.parent, 'kind')?.value) ?? '');
}

async function offered(
  group: string,
  kind: string,
  wellKnown: readonly OfferedValue[],
  { namesOf }: ValueContext,
): Promise<OfferedValue[]> {
  const found = new Map<string, OfferedValue>();
  for (const { name, namespace, file } of await namesOf(group, kind)) {
    const where = namespace === undefined ? '' : ` of the namespace ${codeSpan(namespace)}`;
    if (found.has(name)) continue;
    found.set(name, { value: name, note: file, documentation: `${kind}${where} in ${codeSpan(file)}.`, is: 'name' });
  }
  return [...found.values(), ...wellKnown.filter(({ value }) => !found.has(String(value)))];
}
