import type { KubeconfigInUse } from './kubeconfigInUse';
import { isProtected } from './protection';

/** What the status bar says of the current context. */
export interface ContextStatus {
  readonly text: string;
  readonly tooltip: string;
  /** For screen readers. */
  readonly label: string;
  /** Whether changes in the context ask for its name. */
  readonly isGuarded: boolean;
}

/** What there is to say of a kubeconfig; undefined where there is none, which is nothing to speak of. */
export function contextStatus(inUse: KubeconfigInUse, protectedContexts: readonly string[]): ContextStatus | undefined {
  if (inUse.kind === 'problem') {
    if (inUse.file === undefined) return undefined;
    const { message } = inUse;
    return { text: '$(warning) kubeconfig', tooltip: message, label: `Kubernetes: ${message}`, isGuarded: false };
  }
  const { current, contexts } = inUse.kubeconfig;
  if (!current) {
    return {
      text: '$(server-environment) no context',
      tooltip: 'The kubeconfig has no current context. Click to choose one.',
      label: 'No Kubernetes context',
      isGuarded: false,
    };
  }
  const { name, namespace, cluster } = current;
  const isGuarded = isProtected({ name, contexts }, protectedContexts);
  const guarded = isGuarded ? '\nProtected: changes ask for the name of the context.' : '';
  return {
    text: `$(server-environment) ${name} / ${namespace}`,
    tooltip: `Context ${name}\nNamespace ${namespace}\nCluster ${cluster}${guarded}\nClick to switch.`,
    label: `Kubernetes context ${name}, namespace ${namespace}`,
    isGuarded,
  };
}
