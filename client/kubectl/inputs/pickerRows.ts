import type { ClusterItem } from '../../cluster/items';
import type { Input } from './inputs';

/** A row that stands for what was typed. */
export interface TypedRow {
  /** No text, so that the rows of what there is, whose labels fit what was typed, stand before it. */
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
  readonly alwaysShow: true;
  /** Undefined where what was typed does not have the shape of a value. */
  readonly value: string | undefined;
}

/**
 * The row for what was typed and is not in the list, to be shown below what there is; undefined where nothing was typed,
 * or only what there is can be meant: no context is there that the kubeconfig doesn't have.
 */
export function typedRow(typed: string, input: Input, known: readonly ClusterItem[]): TypedRow | undefined {
  const value = typed.trim();
  if (value === '' || input.source.from === 'kubeconfig' || known.some((item) => item.value === value))
    return undefined;
  const isWhole = input.pattern.test(value);
  return {
    label: isWhole ? '$(edit)' : '$(warning)',
    description: isWhole ? `${value} · as typed` : value,
    ...(!isWhole && { detail: input.shape }),
    alwaysShow: true,
    value: isWhole ? value : undefined,
  };
}
