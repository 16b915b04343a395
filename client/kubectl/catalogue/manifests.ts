import type { KubectlHelper } from './helper';

/** Helpers that send a manifest to the cluster, or ask what sending it would do. */
export const manifestHelpers: readonly KubectlHelper[] = [
  {
    kind: 'kubectl',
    id: 'diff-file',
    title: 'Diff this file against cluster',
    synonyms: ['kubectl diff', 'compare'],
    group: 'Manifests',
    useful: 'What would change if the file were applied now.',
    scope: 'namespace',
    steps: [{ words: ['diff', '<file>'] }],
    answers: [1],
  },
  {
    kind: 'kubectl',
    id: 'dry-run-file',
    title: 'Dry-run this file in cluster',
    synonyms: ['kubectl apply --dry-run=server', 'validate', 'admission'],
    group: 'Manifests',
    useful: 'Whether the API server, with its admission controllers, would take the file; nothing is stored.',
    scope: 'namespace',
    steps: [{ words: ['apply', '--dry-run=server', '<file>'] }],
  },
  {
    kind: 'kubectl',
    id: 'apply-file',
    title: 'Apply this file',
    synonyms: ['kubectl apply -f', 'deploy'],
    group: 'Manifests',
    useful: 'To create or update what the file describes.',
    scope: 'namespace',
    steps: [{ words: ['apply', '<file>'] }],
    changes: 'The objects of the file are created or updated.',
  },
  {
    kind: 'kubectl',
    id: 'replace-file',
    title: 'Replace this file by force (delete and re-create)',
    synonyms: ['kubectl replace --force', 'recreate'],
    group: 'Manifests',
    useful: 'For what cannot be changed in place, such as the seccomp profile of a pod.',
    source: ['k recreate -f'],
    changed: 'There is no "kubectl recreate"; "replace --force" deletes the objects and creates them again.',
    scope: 'namespace',
    steps: [{ words: ['replace', '--force', '<file>'] }],
    changes: 'The objects of the file are deleted at once and created again.',
  },
  {
    kind: 'kubectl',
    id: 'create-from-copied-text',
    title: 'Create from copied YAML (selection or clipboard)',
    synonyms: ['paste', 'kubectl create -f -', 'resource on the fly', 'heredoc', 'cat <<EOF'],
    group: 'Manifests',
    useful: 'For YAML copied from a documentation page, without a file of its own.',
    source: [
      'cat <<EOF | kubectl create -f -',
      'cat > filename.yaml [enter] [Ctrl + Shift - to paste file content] [enter - adds one line to the file] [Ctrl + C - exit]',
    ],
    changed: 'A private file takes the place of the heredoc, which only some shells know, and is deleted afterwards.',
    scope: 'namespace',
    steps: [{ words: ['create', '<copiedText>'] }],
    changes: 'The objects of the copied text are created.',
  },
  {
    kind: 'kubectl',
    id: 'pod-security-dry-run',
    title: 'Which pods would the restricted level refuse?',
    synonyms: ['Pod Security admission', 'kubectl label namespace'],
    group: 'Manifests',
    useful:
      'Before a namespace enforces the restricted Pod Security level: the API server names the pods that break it.',
    scope: 'cluster',
    steps: [
      {
        words: [
          ...['label', '--dry-run=server', '--overwrite', 'namespace', '<namespace>'],
          'pod-security.kubernetes.io/enforce=restricted',
        ],
      },
    ],
  },
];
