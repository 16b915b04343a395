import type { KubectlHelper } from '../helper';

/** Helpers that change what kubectl works on by default. */
export const kubeconfigHelpers: readonly KubectlHelper[] = [
  {
    kind: 'kubectl',
    id: 'switch-namespace',
    title: 'Switch namespace',
    group: 'Kubeconfig',
    useful: 'To leave out --namespace in what you type; the status bar shows the one in use.',
    source: ['kubectl config set-context --current --namespace=new namespace'],
    changed: 'The context is named, so that it is the one you saw even when another program switches it meanwhile.',
    scope: 'kubeconfig',
    steps: [{ words: ['config', 'set-context', '<context>', '--namespace=<namespace>'] }],
    isCommand: true,
  },
  {
    kind: 'kubectl',
    id: 'switch-context',
    title: 'Switch context',
    group: 'Kubeconfig',
    useful: 'To work on another cluster, or as another user.',
    scope: 'kubeconfig',
    steps: [{ words: ['config', 'use-context', '<context>'] }],
    isCommand: true,
  },
];
