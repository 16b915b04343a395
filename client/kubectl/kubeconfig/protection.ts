import type { Context } from './kubeconfig';
import { matches } from './namePattern';

/** What decides whether a context is protected: it, and all others. */
export interface Guarded {
  /** The name of a context, which the kubeconfig may not have. */
  readonly name: string;
  readonly contexts: readonly Context[];
}

/**
 * Whether changes in a context ask for its name: it, or its cluster, has a name that a pattern fits, or another context
 * of the same cluster is protected by its own. Neither case nor letters that only look like others make a difference.
 */
export function isProtected({ name, contexts }: Guarded, patterns: readonly string[]): boolean {
  const fits = (text: string) => text !== '' && patterns.some((pattern) => matches(text, pattern));
  if (fits(name)) return true;
  const own = contexts.find((context) => context.name === name);
  if (!own) return false;
  return contexts.some(
    (other) => (other === own || isSameCluster(own, other)) && (fits(other.name) || fits(other.cluster)),
  );
}

/** Two contexts are of one cluster if they name the same one, or clusters at the same address. */
function isSameCluster(a: Context, b: Context): boolean {
  if (a.cluster !== '' && a.cluster === b.cluster) return true;
  const address = addressOf(a.server);
  return address !== '' && address === addressOf(b.server);
}

/** An address in the form that all its spellings have. */
function addressOf(server: string): string {
  try {
    const { protocol, host, pathname } = new URL(server);
    return `${protocol}//${host.replace(/\.(?=:|$)/, '')}${pathname.replace(/\/+$/, '')}`;
  } catch {
    return server.trim().toLowerCase();
  }
}
