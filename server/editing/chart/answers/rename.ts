import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { textOf } from '../../../rendering/charts/chart/givenFile';
import { joined } from '../../../workspace/uris';
import type { OffsetRange } from '../../../yaml/parsing/lines';
import type { ChartIndex, IndexedFile, OpenChartFile } from '../model/chartIndex';
import { rangeIn } from './locations';
import { referencesTo } from './references';
import { renamedTemplate } from './renameTemplate';
import { renamedValue } from './renameValue';
import type { Renaming } from './renaming';
import { type Thing, thingAt } from './thingAt';
import type { Place } from './valuePlaces';

/** The name at an offset that can be changed; undefined where there is none. */
export function renameRange(index: ChartIndex, at: IndexedFile, offset: number): OffsetRange | undefined {
  const thing = thingAt(index, at, offset);
  return thing && isRenamable(thing) ? { start: thing.start, end: thing.end } : undefined;
}

function isRenamable({ kind, start, end }: Thing): boolean {
  return start < end && (kind === 'value' || kind === 'template' || kind === 'variable');
}

/** Changes the name at an offset wherever it is written; undefined where there is none. */
export function renamed(
  open: OpenChartFile,
  offset: number,
  newName: string,
): WorkspaceEdit | { readonly refused: string } | undefined {
  const { index, at, folder } = open;
  const thing = thingAt(index, at, offset);
  if (!thing || !isRenamable(thing)) return undefined;
  const renaming = renamingOf(open, thing, offset, newName);
  if (renaming.state === 'refused') return { refused: renaming.reason };
  const changes: Record<string, TextEdit[]> = {};
  const written = new Set<string>();
  for (const { file, start, end } of renaming.places) {
    const uri = joined(folder, file.path);
    if (written.has(`${uri} ${start}`)) continue;
    written.add(`${uri} ${start}`);
    changes[uri] = [...(changes[uri] ?? []), { range: rangeIn(file, { start, end }), newText: newName }];
  }
  return { changes };
}

function renamingOf({ index, at }: OpenChartFile, thing: Thing, offset: number, newName: string): Renaming {
  const name = textOf(at.file).slice(thing.start, thing.end);
  switch (thing.kind) {
    case 'value':
      return renamedValue(index, thing.paths, newName);
    case 'template':
      return renamedTemplate(index, name, newName);
    case 'variable': {
      if (!thing.declared) return { state: 'refused', reason: `${name} has its name from Go.` };
      if (/^\$[A-Za-z_]\w*$/.test(newName)) {
        return { state: 'possible', places: (referencesTo(index, at, offset, true) ?? []).map(placeOf(at)) };
      }
      return { state: 'refused', reason: `${newName} is no name of a variable: write $, then letters, digits and _.` };
    }
    default:
      return { state: 'refused', reason: `${name} has its name from Helm.` };
  }
}

function placeOf({ file }: IndexedFile) {
  return ({ start, end }: OffsetRange): Place => ({ file, start, end });
}
