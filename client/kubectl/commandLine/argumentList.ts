import type { KubectlHelper, Step } from '../catalogue/helper';
import { filledIn, type Values, wordsOf } from './placeholders';

/** The cluster and namespace that a command line names. */
export interface Target {
  /** The one file, when kubectl reads its configuration from one. */
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
  readonly namespace?: string | undefined;
}

export type Arguments =
  | { readonly kind: 'arguments'; readonly list: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The arguments for kubectl: where to, then what. A positional argument that would be taken for a flag is refused, and
 * so is a step whose inputs are not all given.
 */
export function argumentList(helper: KubectlHelper, step: Step, values: Values, target: Target): Arguments {
  const list = targetFlags(helper, target);
  let takesFlags = true;
  for (const word of step.words) {
    if (typeof word !== 'string' && values[word.given] === undefined) continue;
    for (const pattern of wordsOf(word)) {
      const filled = filledIn(pattern, values);
      if (filled === undefined) return { kind: 'refused', reason: `${helper.title} lacks a value for ${pattern}.` };
      if (takesFlags && filled.startsWith('-') && !pattern.startsWith('-') && !isFileFlag(pattern)) {
        return {
          kind: 'refused',
          reason: `"${filled}" begins with a hyphen, and kubectl would take it for an option.`,
        };
      }
      if (pattern === '--') takesFlags = false;
      list.push(filled);
    }
  }
  return { kind: 'arguments', list };
}

function targetFlags(helper: KubectlHelper, { kubeconfig, context, namespace }: Target): string[] {
  const flags: string[] = [];
  if (kubeconfig !== undefined) flags.push(`--kubeconfig=${kubeconfig}`);
  if (helper.scope !== 'kubeconfig' && context !== undefined) flags.push(`--context=${context}`);
  if (helper.scope === 'namespace' && namespace !== undefined) flags.push(`--namespace=${namespace}`);
  return flags;
}

/** The file inputs are whole flags, since kubectl takes a kustomization by another one than a manifest. */
function isFileFlag(pattern: string): boolean {
  return pattern === '<file>' || pattern === '<copiedText>';
}
