import * as vscode from 'vscode';
import type { ClusterItem, Listing } from '../../cluster/items';
import type { Input } from './inputs';
import { typedRow } from './pickerRows';

/** What a picker shows and takes. */
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

interface Row extends vscode.QuickPickItem {
  readonly choice?: Picked;
  readonly asksAgain?: boolean;
}

/** Lets the user pick or type a value; the list fills in while the picker can be used already. */
export function pickValue({ title, preview, input, suggestions, list, other }: Picking): Promise<Picked> {
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = title;
  const asks = input.source.from === 'kubeconfig' ? 'Pick' : list ? 'Pick or type' : 'Type';
  picker.placeholder = `${asks} the ${input.label} · ${preview}`;
  picker.matchOnDescription = true;
  picker.ignoreFocusOut = true;
  let listing: Listing | undefined;
  let asking = new AbortController();

  const rows = (): Row[] => [
    ...(input.open === undefined || picker.value !== ''
      ? []
      : [{ label: input.open, choice: { kind: 'open' } } satisfies Row]),
    ...suggestions.map(rowOf),
    ...foundRows(listing, suggestions),
    ...rowsAsTyped(),
    ...problemRows(listing),
    ...(other && picker.value === ''
      ? [separator(''), { label: other.label, choice: { kind: 'other' } } satisfies Row]
      : []),
  ];
  const rowsAsTyped = (): Row[] => {
    const row = typedRow(picker.value, input, [...suggestions, ...(listing?.kind === 'items' ? listing.items : [])]);
    if (!row) return [];
    const { value, ...shown } = row;
    return [value === undefined ? shown : { ...shown, choice: { kind: 'value', item: { value } } }];
  };
  const refresh = () => {
    const active = picker.activeItems[0]?.label;
    picker.items = rows();
    const same = picker.items.filter(({ label }) => label === active);
    if (same.length > 0 && picker.value === '') picker.activeItems = same;
  };
  const ask = async () => {
    if (!list) return;
    asking = new AbortController();
    const { signal } = asking;
    listing = undefined;
    picker.busy = true;
    refresh();
    const answer = await list(signal);
    if (signal.aborted) return;
    listing = answer;
    picker.busy = false;
    refresh();
  };

  return new Promise((resolve) => {
    let picked: Picked = { kind: 'cancelled' };
    picker.onDidChangeValue(refresh);
    picker.onDidAccept(() => {
      const [row] = picker.selectedItems;
      if (row?.asksAgain) return void ask();
      if (!row?.choice) return;
      picked = row.choice;
      picker.hide();
    });
    picker.onDidHide(() => {
      asking.abort();
      picker.dispose();
      resolve(picked);
    });
    refresh();
    picker.show();
    void ask();
  });
}

function rowOf(item: ClusterItem): Row {
  return { label: item.value, description: item.description ?? '', choice: { kind: 'value', item } };
}

function separator(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function problemRows(listing: Listing | undefined): Row[] {
  if (listing?.kind !== 'problem') return [];
  return [
    separator('The cluster could not be asked'),
    {
      label: '$(refresh) Try again',
      detail: `$(warning) ${listing.problem.message}`,
      asksAgain: true,
      alwaysShow: true,
    },
  ];
}

function foundRows(listing: Listing | undefined, suggestions: readonly ClusterItem[]): Row[] {
  if (listing?.kind !== 'items') return [];
  const known = new Set(suggestions.map(({ value }) => value));
  const found = listing.items.filter(({ value }) => !known.has(value)).map(rowOf);
  if (listing.items.length === 0) return [separator('There is none in the cluster; type one')];
  return listing.isCut ? [...found, separator('The first 500; type the name of another')] : found;
}
