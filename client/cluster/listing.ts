import { itemsAt, textAt } from '../../server/unknownJson';
import { type Answer, type Connection, get, type Patience } from './connection';
import {
  containersOf,
  joined,
  type Listing,
  mapped,
  named,
  nameOf,
  podState,
  podTarget,
  resourcesOf,
  serviceAddresses,
  servicePorts,
} from './items';

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

/** What is being asked for: names are those picked so far. */
export interface Question {
  readonly lists: Listed;
  readonly namespace?: string | undefined;
  readonly pod?: string | undefined;
  /** Kind and name, as in `deployment/web`. */
  readonly workload?: string | undefined;
}

/** The most objects of a kind that are fetched: who has more types the name. */
const most = 500;

/** What there is to pick in the cluster. Never throws; what goes wrong is a problem with a message. */
export function list(connection: Connection, question: Question, patience: Patience): Promise<Listing> {
  const { lists, namespace = 'default', pod = '', workload = '' } = question;
  return listed[lists]({
    ask: (path, what) => get(connection, path, what, patience),
    inNamespace: `namespaces/${encodeURIComponent(namespace)}`,
    where: `in namespace ${namespace}`,
    pod,
    workload,
  });
}

/** A question as the paths of the API and the words of a problem put it. */
interface ListingQuestion {
  readonly ask: (path: string, what: string) => Promise<Answer>;
  /** The namespace, as the paths of the API name it. */
  readonly inNamespace: string;
  /** The namespace in words. */
  readonly where: string;
  readonly pod: string;
  readonly workload: string;
}

const listed: Readonly<Record<Listed, (question: ListingQuestion) => Promise<Listing>>> = {
  namespaces: async ({ ask }) => named(await ask(`/api/v1/namespaces?limit=${most}`, 'namespaces')),
  nodes: async ({ ask }) =>
    named(await ask(`/api/v1/nodes?limit=${most}`, 'nodes'), (node) =>
      textAt(node, 'status', 'nodeInfo', 'kubeletVersion'),
    ),
  pods: async (question) => named(await pods(question), podState),
  serviceAccounts: async ({ ask, inNamespace, where }) =>
    named(await ask(`/api/v1/${inNamespace}/serviceaccounts?limit=${most}`, `serviceaccounts ${where}`)),
  tokenSecrets: async ({ ask, inNamespace, where }) => {
    const ofType = 'fieldSelector=type%3Dkubernetes.io%2Fservice-account-token';
    const answer = await ask(`/api/v1/${inNamespace}/secrets?${ofType}&limit=${most}`, `secrets ${where}`);
    return named(answer, (secret) => textAt(secret, 'metadata', 'annotations', 'kubernetes.io/service-account.name'));
  },
  serviceAddresses: async (question) => mapped(await services(question), serviceAddresses),
  portTargets: async (question) =>
    joined([mapped(await services(question), servicePorts), mapped(await pods(question), podTarget)]),
  workloads: async (question) =>
    joined(await Promise.all(['deployment', 'statefulset', 'daemonset'].map((kind) => workloadsOf(kind, question)))),
  containers: async ({ ask, inNamespace, where, pod }) =>
    containersOf(await ask(`/api/v1/${inNamespace}/pods/${encodeURIComponent(pod)}`, `pod ${pod} ${where}`), 'spec'),
  workloadContainers: async ({ ask, inNamespace, where, workload }) => {
    const [kind = '', name = ''] = workload.split('/');
    const path = `/apis/apps/v1/${inNamespace}/${encodeURIComponent(kind)}s/${encodeURIComponent(name)}`;
    return containersOf(await ask(path, `${workload} ${where}`), 'spec', 'template', 'spec');
  },
  resources: ({ ask }) => resources(ask),
};

function pods({ ask, inNamespace, where }: ListingQuestion): Promise<Answer> {
  return ask(`/api/v1/${inNamespace}/pods?limit=${most}`, `pods ${where}`);
}

function services({ ask, inNamespace, where }: ListingQuestion): Promise<Answer> {
  return ask(`/api/v1/${inNamespace}/services?limit=${most}`, `Services ${where}`);
}

async function workloadsOf(kind: string, { ask, inNamespace, where }: ListingQuestion): Promise<Listing> {
  const answer = await ask(`/apis/apps/v1/${inNamespace}/${kind}s?limit=${most}`, `${kind}s ${where}`);
  return mapped(answer, (workload) => [{ value: `${kind}/${nameOf(workload)}` }]);
}

async function resources(ask: (path: string, what: string) => Promise<Answer>): Promise<Listing> {
  const groups = await ask('/apis', 'API groups');
  if (groups.kind === 'problem') return groups;
  const preferred = itemsAt(groups.body, 'groups').flatMap(
    (group) => textAt(group, 'preferredVersion', 'groupVersion') ?? [],
  );
  const core = ask('/api/v1', 'API resources').then((answer) => resourcesOf(answer, 'v1'));
  const others = preferred.map(async (version) => resourcesOf(await ask(`/apis/${version}`, 'API resources'), version));
  const listings = await Promise.all([core, ...others]);
  // A broken extension API server must not hide the others.
  const whole = listings.filter(({ kind }) => kind === 'items');
  return joined(whole.length > 0 ? whole : listings);
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
