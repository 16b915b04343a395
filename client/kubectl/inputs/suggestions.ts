import type { ClusterItem } from '../../cluster/items';
import type { InputName } from '../catalogue/helper';
import type { ManifestAtCursor } from '../manifest/manifestAtCursor';
import { inputs } from './inputs';

/** What values of an input are taken from, before any cluster is asked. */
export interface SuggestionSources {
  readonly manifest: ManifestAtCursor | undefined;
  /** The namespace that the helper is mostly used in. */
  readonly usualNamespace: string | undefined;
  /** What was picked last. */
  readonly lastUsed: string | undefined;
  /** The namespace of the context. */
  readonly contextNamespace: string | undefined;
}

/** What is offered first for an input, each value once, with where it is from. */
export function suggestionsFor(name: InputName, sources: SuggestionSources): ClusterItem[] {
  const { source, pattern } = inputs[name];
  if (source.from === 'choices') return source.choices.map(({ value, detail }) => ({ value, description: detail }));
  const found = new Map<string, string>();
  const offer = (value: string | undefined, why: string) => {
    if (value !== undefined && pattern.test(value) && !found.has(value)) found.set(value, why);
  };
  offer(fromManifest(name, sources.manifest), 'from this manifest');
  if (name === 'namespace') offer(sources.usualNamespace, 'usual');
  offer(sources.lastUsed, 'last used');
  if (name === 'namespace') offer(sources.contextNamespace, 'of the context');
  if (source.from === 'typing') offer(source.usual, '');
  return [...found].map(([value, description]) => ({ value, description }));
}

function fromManifest(name: InputName, manifest: ManifestAtCursor | undefined): string | undefined {
  if (!manifest) return undefined;
  const kind = manifest.kind.toLowerCase();
  switch (name) {
    case 'namespace':
      return kind === 'namespace' ? manifest.name : manifest.namespace;
    case 'pod':
      return kind === 'pod' ? manifest.name : undefined;
    case 'container':
    case 'targetContainer':
    case 'workloadContainer':
      return manifest.container;
    case 'serviceAccount':
      return kind === 'serviceaccount' ? manifest.name : undefined;
    case 'serviceAddress':
      return kind === 'service' && manifest.name ? `http://${manifest.name}` : undefined;
    case 'workload':
    case 'portTarget':
      return manifest.name && `${kind}/${manifest.name}`;
    case 'fieldPath':
      return manifest.fieldPath;
    default:
      return undefined;
  }
}
