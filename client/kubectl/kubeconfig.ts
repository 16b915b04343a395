import { parseDocument } from 'yaml';

/** A context of a kubeconfig. */
export interface Context {
  readonly name: string;
  readonly cluster: string;
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
  const contexts = new Map<string, Context>();
  let current: string | undefined;
  for (const { path, text } of files) {
    const document = parseDocument(text, { uniqueKeys: false });
    const [error] = document.errors;
    if (error) return { kind: 'broken', file: path, reason: error.message.split('\n')[0] ?? error.message };
    const content: unknown = document.toJS();
    if (content === null || content === undefined) continue;
    if (!isMapping(content)) return { kind: 'broken', file: path, reason: 'It is not a mapping with contexts.' };
    const listed = content.contexts ?? [];
    if (!Array.isArray(listed)) return { kind: 'broken', file: path, reason: '"contexts" is not a list.' };
    for (const each of listed) {
      const context = contextFrom(each);
      if (context && !contexts.has(context.name)) contexts.set(context.name, context);
    }
    const chosen = content['current-context'];
    if (current === undefined && typeof chosen === 'string' && chosen !== '') current = chosen;
  }
  return {
    kind: 'kubeconfig',
    current: current === undefined ? undefined : contexts.get(current),
    contexts: [...contexts.values()],
  };
}

/**
 * The files that kubectl reads: the one of the settings, else those of `$KUBECONFIG`, else `~/.kube/config`. They need
 * not exist.
 */
export function kubeconfigPaths(
  setting: string,
  variable: string | undefined,
  home: string,
  separator: string,
): string[] {
  if (setting !== '') return [setting.replace(/^~(?=[/\\]|$)/, () => home)];
  const listed = (variable ?? '').split(separator).filter((path) => path !== '');
  return listed.length > 0 ? [...new Set(listed)] : [`${home}/.kube/config`];
}

/** Whether a context matches one of the patterns, in which `*` stands for anything. Case does not count. */
export function isProtected(context: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 'is').test(context);
  });
}

function contextFrom(value: unknown): Context | undefined {
  if (!isMapping(value) || typeof value.name !== 'string') return undefined;
  const inside = isMapping(value.context) ? value.context : {};
  const { cluster, namespace } = inside;
  return {
    name: value.name,
    cluster: typeof cluster === 'string' ? cluster : '',
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : 'default',
  };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
