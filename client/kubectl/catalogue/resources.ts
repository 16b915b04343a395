import type { KubectlHelper } from '../helper';

/** Helpers that say what the API server knows: resources, versions, fields. */
export const resourceHelpers: readonly KubectlHelper[] = [
  {
    kind: 'kubectl',
    id: 'explain-field',
    title: 'Explain field at cursor',
    group: 'Resources and fields',
    useful: 'What a field means in the version that the cluster runs.',
    source: ['kubectl explain pods.spec.containers | less'],
    changed: 'The field comes from the cursor; the terminal scrolls, so that no pager is needed.',
    scope: 'cluster',
    steps: [{ words: ['explain', '<fieldPath>', { given: 'apiVersion', words: ['--api-version=<apiVersion>'] }] }],
    isCommand: true,
  },
  {
    kind: 'kubectl',
    id: 'explain-field-recursively',
    title: 'Explain field at cursor with all below it',
    group: 'Resources and fields',
    useful: 'The outline of everything that may stand below a field.',
    source: ['kubectl explain pods.spec.containers --recursive | less'],
    scope: 'cluster',
    steps: [
      {
        words: [
          'explain',
          '<fieldPath>',
          '--recursive',
          { given: 'apiVersion', words: ['--api-version=<apiVersion>'] },
        ],
      },
    ],
  },
  {
    kind: 'kubectl',
    id: 'api-group-and-version',
    title: 'Show API group and version of resource',
    group: 'Resources and fields',
    useful: 'What to write as apiVersion: GROUP and VERSION stand in the first lines.',
    source: [
      'k api-resources | grep -i "resource name"',
      'k api-versions | grep -i "api_group name"',
      'k api-resources | grep -i deploy',
      'k api-versions | grep -i apps',
    ],
    changed: 'One command answers both, and the resource is picked from what the cluster has.',
    scope: 'cluster',
    steps: [{ words: ['explain', '<resource>', { given: 'apiVersion', words: ['--api-version=<apiVersion>'] }] }],
  },
  {
    kind: 'kubectl',
    id: 'api-resources',
    title: 'List API resources',
    group: 'Resources and fields',
    useful: 'Every resource with its short name, API version, whether it is namespaced, and its verbs.',
    source: ['kubectl api-resources -owide'],
    scope: 'cluster',
    steps: [{ words: ['api-resources', '--output=wide'] }],
  },
  {
    kind: 'kubectl',
    id: 'api-versions',
    title: 'List API versions',
    group: 'Resources and fields',
    useful: 'Every group/version that the cluster serves, for instance before an upgrade.',
    scope: 'cluster',
    steps: [{ words: ['api-versions'] }],
  },
];
