import type { KubectlHelper, ShellHelper } from './helper';

/** Helpers that change what kubectl works on by default. */
export const kubeconfigHelpers: readonly KubectlHelper[] = [
  {
    kind: 'kubectl',
    id: 'switch-namespace',
    title: 'Switch namespace',
    synonyms: ['default namespace', 'change namespace', 'kubens', 'kubectl config set-context --current --namespace'],
    group: 'Kubeconfig',
    useful: 'To leave out --namespace in what you type; the status bar shows the one in use.',
    source: ['kubectl config set-context --current --namespace=new namespace'],
    changed: 'The context is named, so that it is the one you saw even when another program switches it meanwhile.',
    scope: 'kubeconfig',
    steps: [{ words: ['config', 'set-context', '<context>', '--namespace=<namespace>'] }],
  },
  {
    kind: 'kubectl',
    id: 'switch-context',
    title: 'Switch context',
    synonyms: ['change cluster', 'kubectx', 'kubectl config use-context'],
    group: 'Kubeconfig',
    useful: 'To work on another cluster, or as another user.',
    scope: 'kubeconfig',
    steps: [{ words: ['config', 'use-context', '<context>'] }],
  },
];

/** The terminal with the aliases. */
export const shellHelper: ShellHelper = {
  kind: 'shell',
  id: 'kubernetes-shell',
  title: 'Open Kubernetes shell (aliases k and ks)',
  synonyms: ['alias', 'terminal', 'completion', 'k=kubectl', 'kube-system'],
  group: 'Kubeconfig',
  useful: 'To type commands by hand: k is kubectl, ks is kubectl in kube-system, and completion is there.',
  source: ['alias k=kubectl', "alias ks='k -n kube-system'"],
  changed: 'The aliases hold in this terminal alone, in bash, zsh and fish; your own files stay as they are.',
  aliases: ["alias k='kubectl'", "alias ks='kubectl -n kube-system'"],
};
