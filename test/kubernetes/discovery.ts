/* What the API server of the tests says that it serves. */

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly short?: string;
}

export type ApiVersions = Readonly<Record<string, readonly Resource[]>>;

const named = (name: string, kind: string, namespaced = true, short?: string): Resource => ({
  name,
  kind,
  namespaced,
  ...(short && { short }),
});

/** The resources of each version. */
export const apiVersions: ApiVersions = {
  v1: [
    named('pods', 'Pod', true, 'po'),
    named('services', 'Service', true, 'svc'),
    named('serviceaccounts', 'ServiceAccount', true, 'sa'),
    named('configmaps', 'ConfigMap', true, 'cm'),
    named('events', 'Event', true, 'ev'),
    named('namespaces', 'Namespace', false, 'ns'),
    named('nodes', 'Node', false, 'no'),
    named('secrets', 'Secret'),
  ],
  'apps/v1': [
    named('deployments', 'Deployment', true, 'deploy'),
    named('statefulsets', 'StatefulSet'),
    named('daemonsets', 'DaemonSet'),
  ],
  'authorization.k8s.io/v1': [named('selfsubjectrulesreviews', 'SelfSubjectRulesReview', false)],
  'authentication.k8s.io/v1': [named('selfsubjectreviews', 'SelfSubjectReview', false)],
};

const verbs = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];

export function apiGroups(): unknown {
  const groups = Object.keys(apiVersions)
    .filter((version) => version.includes('/'))
    .map((groupVersion) => {
      const [name, version] = groupVersion.split('/');
      return { name, versions: [{ groupVersion, version }], preferredVersion: { groupVersion, version } };
    });
  return { kind: 'APIGroupList', apiVersion: 'v1', groups };
}

export function resourcesOf(groupVersion: string, versions: ApiVersions): unknown {
  const resources = versions[groupVersion];
  if (!resources) return undefined;
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: resources.map(({ name, kind, namespaced, short }) => ({
      ...{ name, singularName: kind.toLowerCase(), kind, namespaced, verbs },
      ...(short && { shortNames: [short] }),
    })),
  };
}

export function openApiIndex(): unknown {
  return { paths: { 'api/v1': { serverRelativeURL: '/openapi/v3/api/v1?hash=1' } } };
}

/** The schema of pods, as far as tests ask for it, and the parameters by which kubectl knows what a server checks. */
export function openApiOfCore(): unknown {
  const pod = { group: '', version: 'v1', kind: 'Pod' };
  const parameter = (name: string) => ({ name, in: 'query', schema: { type: 'string' } });
  const reference = (name: string) => ({ allOf: [{ $ref: `#/components/schemas/${name}` }] });
  const operation = {
    parameters: [parameter('dryRun'), parameter('fieldManager'), parameter('fieldValidation'), parameter('force')],
    responses: { 200: { description: 'OK' } },
    'x-kubernetes-group-version-kind': pod,
  };
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'v1.35.0' },
    paths: {
      '/api/v1/namespaces/{namespace}/pods': { post: { ...operation, 'x-kubernetes-action': 'post' } },
      '/api/v1/namespaces/{namespace}/pods/{name}': { patch: { ...operation, 'x-kubernetes-action': 'patch' } },
    },
    components: {
      schemas: {
        'io.k8s.api.core.v1.Pod': {
          type: 'object',
          description: 'Pod is a collection of containers that can run on a host.',
          properties: {
            apiVersion: { type: 'string' },
            kind: { type: 'string' },
            metadata: { type: 'object' },
            spec: { ...reference('io.k8s.api.core.v1.PodSpec'), description: 'What the pod should be.' },
          },
          'x-kubernetes-group-version-kind': [pod],
        },
        'io.k8s.api.core.v1.PodSpec': {
          type: 'object',
          description: 'PodSpec is a description of a pod.',
          properties: {
            hostNetwork: { type: 'boolean', description: 'Host networking requested for this pod.' },
            containers: {
              type: 'array',
              items: { type: 'object' },
              description: 'List of containers belonging to the pod.',
            },
          },
        },
      },
    },
  };
}
