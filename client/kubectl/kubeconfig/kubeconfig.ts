import { parseDocument } from 'yaml';
import { isObject } from '../../../server/unknownJson';

/** A context of a kubeconfig. */
export interface Context {
  readonly name: string;
  readonly cluster: string;
  /** The address of the cluster's API server; empty where the files don't say. */
  readonly server: string;
  readonly namespace: string;
}

/** What kubeconfig files say about contexts, or why they can't be read. */
export type Kubeconfig =
  | {
      readonly kind: 'kubeconfig';
      /** Undefined where none is set, or the one that is set does not exist. */
      readonly current: Context | undefined;
      readonly contexts: readonly Context[];
    }
  | { readonly kind: 'broken'; readonly file: string; readonly reason: string };

/** A kubeconfig file that was read. */
export interface KubeconfigFile {
  readonly path: string;
  readonly text: string;
}

/** Sums up kubeconfig files in the order that kubectl reads them: the first to name something wins. */
export function readKubeconfig(files: readonly KubeconfigFile[]): Kubeconfig {
  const named = new Map<string, Omit<Context, 'server'>>();
  const servers = new Map<string, string>();
  let current: string | undefined;
  for (const { path, text } of files) {
    const read = contentOf(text);
    if (read.kind === 'broken') return { ...read, file: path };
    const { content } = read;
    const [contexts, clusters] = [content.contexts ?? [], content.clusters ?? []];
    if (!Array.isArray(contexts)) return { kind: 'broken', file: path, reason: '"contexts" is not a list.' };
    if (!Array.isArray(clusters)) return { kind: 'broken', file: path, reason: '"clusters" is not a list.' };
    for (const each of contexts) {
      const context = contextFrom(each);
      if (context && !named.has(context.name)) named.set(context.name, context);
    }
    for (const each of clusters) {
      if (!isObject(each) || typeof each.name !== 'string' || servers.has(each.name)) continue;
      const server = isObject(each.cluster) ? each.cluster.server : undefined;
      servers.set(each.name, typeof server === 'string' ? server : '');
    }
    const chosen = content['current-context'];
    if (current === undefined && typeof chosen === 'string' && chosen !== '') current = chosen;
  }
  const contexts = [...named.values()].map((context) => ({ ...context, server: servers.get(context.cluster) ?? '' }));
  return { kind: 'kubeconfig', current: contexts.find(({ name }) => name === current), contexts };
}

type Content =
  | { readonly kind: 'content'; readonly content: Readonly<Partial<Record<string, unknown>>> }
  | { readonly kind: 'broken'; readonly reason: string };

function contentOf(text: string): Content {
  const broken = (reason: string): Content => ({
    kind: 'broken',
    reason: reason.split('\n')[0] ?? reason,
  });
  try {
    const document = parseDocument(text, { uniqueKeys: false, logLevel: 'error' });
    const [error] = document.errors;
    if (error) return broken(error.message);
    // Aliases without an anchor, or too many of them, only show here.
    const content: unknown = document.toJS() ?? {};
    return isObject(content) ? { kind: 'content', content } : broken('It is not a mapping with contexts.');
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return broken(/[.:!?]$/.test(said) ? said : `${said}.`);
  }
}

function contextFrom(value: unknown): Omit<Context, 'server'> | undefined {
  if (!isObject(value) || typeof value.name !== 'string') return undefined;
  const inside = isObject(value.context) ? value.context : {};
  const { cluster, namespace } = inside;
  return {
    name: value.name,
    cluster: typeof cluster === 'string' ? cluster : '',
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : 'default',
  };
}
