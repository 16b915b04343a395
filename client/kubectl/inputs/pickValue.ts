import * as vscode from 'vscode';
import type { Listing } from '../../cluster/items';
import { type Picked, type PickerRow, type Picking, pickerRows } from './pickerRows';

type Row = vscode.QuickPickItem & Pick<PickerRow, 'choice'>;

/** A picker that is shown. */
interface Shown {
  readonly picking: Picking;
  readonly picker: vscode.QuickPick<Row>;
  /** What the cluster has answered. */
  listing: Listing | undefined;
  /** Ends what the cluster is being asked. */
  asking: AbortController;
  picked: Picked;
}

/** Lets the user pick or type a value; the list fills in while the picker can be used already. */
export function pickValue(picking: Picking): Promise<Picked> {
  const shown: Shown = {
    picking,
    picker: emptyPicker(picking),
    listing: undefined,
    asking: new AbortController(),
    picked: { kind: 'cancelled' },
  };
  const { picker } = shown;
  return new Promise((resolve) => {
    picker.onDidChangeValue(() => refresh(shown));
    picker.onDidAccept(() => accept(shown));
    picker.onDidHide(() => {
      shown.asking.abort();
      picker.dispose();
      resolve(shown.picked);
    });
    refresh(shown);
    picker.show();
    void ask(shown);
  });
}

function emptyPicker({ title, preview, input, list }: Picking): vscode.QuickPick<Row> {
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = title;
  const asks = input.source.from === 'kubeconfig' ? 'Pick' : list ? 'Pick or type' : 'Type';
  picker.placeholder = `${asks} the ${input.label} · ${preview}`;
  picker.matchOnDescription = true;
  picker.ignoreFocusOut = true;
  return picker;
}

/** Shows what is known by now; what was active stays so, unless the user is typing. */
function refresh({ picking, picker, listing }: Shown): void {
  const active = picker.activeItems[0]?.label;
  picker.items = pickerRows(picking, picker.value, listing).map(shownRow);
  const same = picker.items.filter(({ label }) => label === active);
  if (same.length > 0 && picker.value === '') picker.activeItems = same;
}

/** Asks the cluster; an answer that comes after the picker is gone, or after it was asked again, is dropped. */
async function ask(shown: Shown): Promise<void> {
  const { picking, picker } = shown;
  if (!picking.list) return;
  shown.asking = new AbortController();
  const { signal } = shown.asking;
  shown.listing = undefined;
  picker.busy = true;
  refresh(shown);
  const listing = await picking.list(signal);
  if (signal.aborted) return;
  shown.listing = listing;
  picker.busy = false;
  refresh(shown);
}

function accept(shown: Shown): void {
  const choice = shown.picker.selectedItems[0]?.choice;
  if (choice === undefined) return;
  if (choice.kind === 'ask again') return void ask(shown);
  shown.picked = choice;
  shown.picker.hide();
}

function shownRow({ isHeading, ...row }: PickerRow): Row {
  return isHeading ? { label: row.label, kind: vscode.QuickPickItemKind.Separator } : row;
}
