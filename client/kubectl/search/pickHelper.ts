import * as vscode from 'vscode';
import type { Helper } from '../catalogue/helper';
import { findHelpers } from './findHelpers';

interface HelperRow extends vscode.QuickPickItem {
  readonly id?: string;
}

/** Lets the user choose a helper from a list that is searched as they type, the best match first. */
export function pickHelper(): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<HelperRow>();
  picker.title = 'Run kubectl helper';
  picker.placeholder = 'What do you want to know or do? Type words or a command line';
  picker.matchOnDetail = true;
  // Rows stay in the order they are given in; the types of VS Code don't know of it.
  Object.assign(picker, { sortByLabel: false });
  const refresh = () => {
    picker.items = picker.value.trim() === '' ? groupedRows(findHelpers('')) : findHelpers(picker.value).map(rowOf);
  };
  return new Promise((resolve) => {
    picker.onDidChangeValue(refresh);
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]?.id);
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve(undefined);
    });
    refresh();
    picker.show();
  });
}

function groupedRows(helpers: readonly Helper[]): HelperRow[] {
  return helpers.flatMap((helper, at) => {
    const isFirst = helper.group !== helpers[at - 1]?.group;
    const heading = { label: helper.group, kind: vscode.QuickPickItemKind.Separator };
    return isFirst ? [heading, rowOf(helper)] : [rowOf(helper)];
  });
}

function rowOf({ id, title, useful }: Helper): HelperRow {
  return { label: title, detail: useful, id, alwaysShow: true };
}
