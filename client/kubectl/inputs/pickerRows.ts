import type { ClusterItem, Listing } from '../../cluster/items';
import type { Input } from './inputs';

/** What a picker is about. */
export interface Picking {
  readonly title: string;
  /** The command line as far as it is known. */
  readonly preview: string;
  readonly input: Input;
  /** Offered first, before the cluster has answered: from the manifest, the last choice, the kubeconfig. */
  readonly suggestions: readonly ClusterItem[];
  /** Asks for what there is; left out where nobody can be asked. */
  readonly list?: (signal: AbortSignal) => Promise<Listing>;
  /** Something else than a value that can be chosen here. */
  readonly other?: { readonly label: string };
}

export type Picked =
  | { readonly kind: 'value'; readonly item: ClusterItem }
  | { readonly kind: 'open' }
  | { readonly kind: 'other' }
  | { readonly kind: 'cancelled' };

/** A row of a picker, as VS Code shows it. */
export interface PickerRow {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly alwaysShow?: true;
  /** A line with a heading, which can't be chosen. */
  readonly isHeading?: true;
  /** What choosing it means; without it nothing can be chosen but to type on. */
  readonly choice?: Picked | { readonly kind: 'ask again' };
}

/** The rows of a picker in which something was typed, or nothing yet; `listing` is what the cluster has answered. */
export function pickerRows(picking: Picking, typed: string, listing: Listing | undefined): PickerRow[] {
  const { input, suggestions, other } = picking;
  const open: PickerRow[] =
    input.open === undefined || typed !== '' ? [] : [{ label: input.open, choice: { kind: 'open' } }];
  const elsewhere: PickerRow[] =
    other && typed === '' ? [heading(''), { label: other.label, choice: { kind: 'other' } }] : [];
  const known = [...suggestions, ...(listing?.kind === 'items' ? listing.items : [])];
  return [
    ...open,
    ...suggestions.map(rowOf),
    ...foundRows(listing, suggestions),
    ...typedRows(typed, input, known),
    ...problemRows(listing),
    ...elsewhere,
  ];
}

/**
 * The row for what was typed and is not in the list, to be shown below what there is; none where nothing was typed, or
 * only what there is can be meant: no context is there that the kubeconfig doesn't have.
 */
function typedRows(typed: string, input: Input, known: readonly ClusterItem[]): PickerRow[] {
  const value = typed.trim();
  if (value === '' || input.source.from === 'kubeconfig' || known.some((item) => item.value === value)) return [];
  // No text in the labels: rows of what there is, whose labels fit what was typed, stand before them.
  return input.pattern.test(value)
    ? [
        {
          label: '$(edit)',
          description: `${value} · as typed`,
          alwaysShow: true,
          choice: { kind: 'value', item: { value } },
        },
      ]
    : [{ label: '$(warning)', description: value, detail: input.shape, alwaysShow: true }];
}

function foundRows(listing: Listing | undefined, suggestions: readonly ClusterItem[]): PickerRow[] {
  if (listing?.kind !== 'items') return [];
  const known = new Set(suggestions.map(({ value }) => value));
  const found = listing.items.filter(({ value }) => !known.has(value)).map(rowOf);
  if (listing.items.length === 0) return [heading('There is none in the cluster; type one')];
  return listing.isCut ? [...found, heading('The first 500; type the name of another')] : found;
}

function problemRows(listing: Listing | undefined): PickerRow[] {
  if (listing?.kind !== 'problem') return [];
  return [
    heading('The cluster could not be asked'),
    {
      label: '$(refresh) Try again',
      detail: `$(warning) ${listing.problem.message}`,
      alwaysShow: true,
      choice: { kind: 'ask again' },
    },
  ];
}

function rowOf(item: ClusterItem): PickerRow {
  return { label: item.value, description: item.description ?? '', choice: { kind: 'value', item } };
}

function heading(label: string): PickerRow {
  return { label, isHeading: true };
}
