import { itemsAt, numberAt, textAt, textsAt, valueAt } from '../../server/unknownJson';
import { type Answer, type Connection, get, type Patience } from './connection';
import type { ClusterProblem } from './problem';

/** What the cluster can list. */
export type Listed =
  | 'namespaces'
  | 'pods'
  | 'containers'
  | 'nodes'
  | 'serviceAddresses'
  | 'serviceAccounts'
  | 'tokenSecrets'
  | 'resources'
  | 'workloads'
  | 'workloadContainers'
  | 'portTargets';

/** Something of the cluster to pick. */
export interface ClusterItem {
  readonly value: string;
  /** Said beside it. */
  readonly description?: string;
  /** The API version, for resources. */
  readonly apiVersion?: string;
}

/** What is being asked for: names are those picked so far. */
export interface Question {
  readonly lists: Listed;
  readonly namespace?: string | undefined;
  readonly pod?: string | undefined;
  /** Kind and name, as in `deployment/web`. */
  readonly workload?: string | undefined;
}

export type Listing =
  | { readonly kind: 'items'; readonly items: readonly ClusterItem[]; readonly isCut: boolean }
  | { readonly kind: 'problem'; readonly problem: ClusterProblem };

/** The most objects of a kind that are fetched: who has more types the name. */
const most = 500;

/** What there is to pick in the cluster. Never throws; what goes wrong is a problem with a message. */
export async function list(connection: Connection, question: Question, patience: Patience): Promise<Listing> {
  const ask = (path: string, what: string) => get(connection, path, what, patience);
  const inNamespace = `namespaces/${encodeURIComponent(question.namespace ?? 'default')}`;
  const where = `in namespace ${question.namespace ?? 'default'}`;
  const one = (kind: string, describe?: (object: unknown) => string | undefined) => async () =>
    named(await ask(`/api/v1/${inNamespace}/${kind}?limit=${most}`, `${kind} ${where}`), describe);

  switch (question.lists) {
    case 'namespaces':
      return named(await ask(`/api/v1/namespaces?limit=${most}`, 'namespaces'));
    case 'nodes':
      return named(await ask(`/api/v1/nodes?limit=${most}`, 'nodes'), (node) =>
        textAt(node, 'status', 'nodeInfo', 'kubeletVersion'),
      );
    case 'pods':
      return one('pods', podState)();
    case 'serviceAccounts':
      return one('serviceaccounts')();
    case 'tokenSecrets':
      return named(
        await ask(
          `/api/v1/${inNamespace}/secrets?fieldSelector=type%3Dkubernetes.io%2Fservice-account-token&limit=${most}`,
          `secrets ${where}`,
        ),
        (secret) => textAt(secret, 'metadata', 'annotations', 'kubernetes.io/service-account.name'),
      );
    case 'serviceAddresses':
      return mapped(await ask(`/api/v1/${inNamespace}/services?limit=${most}`, `Services ${where}`), serviceAddresses);
    case 'portTargets':
      return joined([
        mapped(await ask(`/api/v1/${inNamespace}/services?limit=${most}`, `Services ${where}`), (service) => [
          {
            value: `service/${nameOf(service)}`,
            description: portsOf(service)
              .map(({ port }) => port)
              .join(', '),
          },
        ]),
        mapped(await ask(`/api/v1/${inNamespace}/pods?limit=${most}`, `pods ${where}`), (pod) => [
          { value: `pod/${nameOf(pod)}`, description: podState(pod) ?? '' },
        ]),
      ]);
    case 'workloads':
      return joined(
        await Promise.all(
          ['deployment', 'statefulset', 'daemonset'].map(async (kind) =>
            mapped(
              await ask(`/apis/apps/v1/${inNamespace}/${kind}s?limit=${most}`, `${kind}s ${where}`),
              (workload) => [{ value: `${kind}/${nameOf(workload)}` }],
            ),
          ),
        ),
      );
    case 'containers':
      return containersOf(
        await ask(
          `/api/v1/${inNamespace}/pods/${encodeURIComponent(question.pod ?? '')}`,
          `pod ${question.pod} ${where}`,
        ),
        'spec',
      );
    case 'workloadContainers': {
      const [kind = '', name = ''] = (question.workload ?? '').split('/');
      const path = `/apis/apps/v1/${inNamespace}/${encodeURIComponent(kind)}s/${encodeURIComponent(name)}`;
      return containersOf(await ask(path, `${question.workload} ${where}`), 'spec', 'template', 'spec');
    }
    case 'resources':
      return resources(ask);
  }
}

/** The ServiceAccount that a pod runs as. Undefined when the cluster can't say. */
export async function serviceAccountOfPod(
  connection: Connection,
  namespace: string,
  pod: string,
  patience: Patience,
): Promise<string | undefined> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(pod)}`;
  const answer = await get(connection, path, `pod ${pod}`, patience);
  return answer.kind === 'answer' ? textAt(answer.body, 'spec', 'serviceAccountName') : undefined;
}

async function resources(ask: (path: string, what: string) => Promise<Answer>): Promise<Listing> {
  const groups = await ask('/apis', 'API groups');
  if (groups.kind === 'problem') return groups;
  const preferred = itemsAt(groups.body, 'groups').flatMap(
    (group) => textAt(group, 'preferredVersion', 'groupVersion') ?? [],
  );
  const core = ask('/api/v1', 'API resources').then((answer) => ofVersion(answer, 'v1'));
  const others = preferred.map(async (version) => ofVersion(await ask(`/apis/${version}`, 'API resources'), version));
  const listings = await Promise.all([core, ...others]);
  // A broken extension API server must not hide the others.
  const whole = listings.filter(({ kind }) => kind === 'items');
  return joined(whole.length > 0 ? whole : listings);
}

function ofVersion(answer: Answer, apiVersion: string): Listing {
  if (answer.kind === 'problem') return answer;
  const found = itemsAt(answer.body, 'resources').flatMap((resource): ClusterItem[] => {
    const name = textAt(resource, 'name');
    if (!name || name.includes('/')) return [];
    const short = textsAt(resource, 'shortNames').join(', ');
    const namespaced = valueAt(resource, 'namespaced') === true ? 'namespaced' : 'cluster-wide';
    const facts = [apiVersion, textAt(resource, 'kind'), namespaced, short].filter(Boolean);
    return [{ value: name, apiVersion, description: facts.join(' · ') }];
  });
  return { kind: 'items', items: found, isCut: false };
}

function named(answer: Answer, describe?: (object: unknown) => string | undefined): Listing {
  return mapped(answer, (object) => {
    const value = nameOf(object);
    const description = describe?.(object);
    return value === undefined ? [] : [description === undefined ? { value } : { value, description }];
  });
}

function mapped(answer: Answer, map: (object: unknown) => ClusterItem[]): Listing {
  if (answer.kind === 'problem') return answer;
  return {
    kind: 'items',
    items: itemsAt(answer.body, 'items').flatMap(map),
    isCut: Boolean(textAt(answer.body, 'metadata', 'continue')),
  };
}

function joined(listings: readonly Listing[]): Listing {
  const problem = listings.find((listing) => listing.kind === 'problem');
  if (problem) return problem;
  const whole = listings.flatMap((listing) => (listing.kind === 'items' ? [listing] : []));
  return { kind: 'items', items: whole.flatMap((each) => each.items), isCut: whole.some(({ isCut }) => isCut) };
}

function containersOf(answer: Answer, ...path: string[]): Listing {
  if (answer.kind === 'problem') return answer;
  const spec = valueAt(answer.body, ...path);
  const found = ['containers', 'initContainers', 'ephemeralContainers'].flatMap((list) =>
    itemsAt(spec, list).flatMap((container): ClusterItem[] => {
      const value = textAt(container, 'name');
      const image = textAt(container, 'image');
      return value === undefined ? [] : [image === undefined ? { value } : { value, description: image }];
    }),
  );
  return { kind: 'items', items: found, isCut: false };
}

function podState(pod: unknown): string | undefined {
  return [textAt(pod, 'status', 'phase'), textAt(pod, 'spec', 'nodeName')].filter(Boolean).join(' · ') || undefined;
}

function serviceAddresses(service: unknown): ClusterItem[] {
  return portsOf(service)
    .filter(({ protocol }) => protocol === 'TCP')
    .map(({ port, label }) => {
      const scheme = port === 443 || label === 'https' ? 'https' : 'http';
      const usual = port === (scheme === 'https' ? 443 : 80);
      return { value: `${scheme}://${nameOf(service)}${usual ? '' : `:${port}`}`, description: label };
    });
}

function portsOf(service: unknown): { port: number; protocol: string; label: string }[] {
  return itemsAt(service, 'spec', 'ports').flatMap((each) => {
    const port = numberAt(each, 'port');
    const label = textAt(each, 'name') ?? '';
    return port === undefined ? [] : [{ port, protocol: textAt(each, 'protocol') ?? 'TCP', label }];
  });
}

/** The name of an object. */
function nameOf(object: unknown): string | undefined {
  return textAt(object, 'metadata', 'name');
}
