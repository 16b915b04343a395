import type { Fix } from '../../../rules/rule';
import { booleanOf, type Field, items, members, type Path, pathOf, rootField } from '../../../yaml/field/field';
import { type PlaceEdit, type PlainValue, remove, set } from '../../../yaml/write/edits';
import { isPackedPath } from '../../charts/chart/chartPaths';
import type { JudgedChart, PlacedFinding } from '../judgeChart';
import type { PlannedChange } from './fileChanges';
import { fieldOfValues, fieldsWrittenAt, nearest, type WrittenField } from './fileTrees';
import { changeableValues } from './packedValues';
import {
  type DocumentInText,
  type Saying,
  sayingOfItem,
  sayingOfKey,
  type ValuePlace,
  valuesHolding,
  valuesKeepingOut,
} from './sayings';
import { scalarWays, valuesOfScalar } from './scalarWays';

/** One way to have a fix in a chart's files. */
export type Way = readonly PlannedChange[];

/** So many ways are tried at most: each has to be rendered. */
const mostTried = 6;

/** The ways to have a fix of what is rendered in the files of its chart, the best first. None of them is proven. */
export function waysToFix(
  { finding, documentStart, rendered }: PlacedFinding,
  fix: Fix,
  fileAt: JudgedChart['fileAt'],
): Way[] {
  const { tree } = finding;
  if (!tree || fix.edits.length === 0) return [];
  const place: Place = { document: { rendered: rendered.text, start: documentStart }, root: rootField(tree), fileAt };
  const byEdit: Way[][] = [];
  for (const edit of fix.edits) {
    if (edit.kind !== 'set' && edit.kind !== 'remove') return [];
    const ways = waysToEdit(place, edit);
    if (ways.length === 0) return [];
    byEdit.push(ways);
  }
  const most = Math.min(mostTried, Math.max(...byEdit.map(({ length }) => length)));
  return Array.from({ length: most }, (_, index) =>
    byEdit.flatMap((ways) => ways[Math.min(index, ways.length - 1)] ?? []),
  );
}

interface Place {
  readonly document: DocumentInText;
  readonly root: Field;
  readonly fileAt: JudgedChart['fileAt'];
}

function waysToEdit(place: Place, edit: PlaceEdit): Way[] {
  const { field, rest } = nearest(place.root, edit.path);
  if (edit.kind === 'remove') return rest.length === 0 ? waysToRemove(place, field) : [];
  if (rest.length === 0) return waysToReplace(place, field, edit.value);
  return waysToAdd(place, { owner: field, rest }, edit.value);
}

function waysToRemove({ document, fileAt }: Place, field: Field): Way[] {
  const saying = sayingOf(document, field);
  if (saying?.kind === 'value') {
    return changeableValues(saying.spot, fileAt).flatMap((value) => inValues(value, [], remove));
  }
  const values = valuesOfScalar(document, field, fileAt);
  const isOn = booleanOf(field) === true;
  return [
    ...(isOn ? values.flatMap((value) => inValues(value, [], setTo(false))) : []),
    // Many templates write a field only where its value is there.
    ...values.flatMap((value) => inValues(value, [], remove)),
    ...fieldsOf(saying, field).map((written) => inTemplate(written, remove(pathOf(written.field)))),
    ...(isOn && values.length === 0 ? scalarWays(document, field, false, fileAt) : []),
  ];
}

function waysToReplace({ document, fileAt }: Place, field: Field, value: PlainValue): Way[] {
  const isTable = members(field).length + items(field).length > 0;
  const held = isTable ? valuesHolding(document, field) : [];
  return [
    ...held.flatMap((one) => changeableValues(one, fileAt)).flatMap((one) => inValues(one, [], setTo(value))),
    ...(isTable ? [] : scalarWays(document, field, value, fileAt)),
    ...fieldsOf(sayingOf(document, field), field).map((written) =>
      inTemplate(written, set(pathOf(written.field), value)),
    ),
  ];
}

interface Missing {
  readonly owner: Field;
  readonly rest: Path;
}

function waysToAdd({ document, fileAt }: Place, { owner, rest }: Missing, value: PlainValue): Way[] {
  const [step = ''] = rest;
  const held = valuesHolding(document, owner).map((one) => ({ one, added: rest }));
  const keptOut = typeof step === 'string' ? valuesKeepingOut(document, owner, step, fileAt) : [];
  const tables = [...held, ...keptOut.map((one) => ({ one, added: rest.slice(1) }))];
  return [
    ...tables.flatMap(({ one, added }) =>
      changeableValues(one, fileAt).flatMap((place) => inValues(place, added, setTo(value))),
    ),
    ...literalOwners(document, owner).map((written) =>
      inTemplate(written, set([...pathOf(written.field), ...behindItems(written.field, rest)], value)),
    ),
  ];
}

function setTo(value: PlainValue) {
  return (path: Path) => set(path, value);
}

/** What is added to a list comes behind its items. */
function behindItems(list: Field, added: Path): Path {
  return typeof added[0] === 'number' ? [items(list).length, ...added.slice(1)] : added;
}

function inValues({ file, path }: ValuePlace, added: Path, edit: (path: Path) => PlaceEdit): Way[] {
  const found = fieldOfValues(file, path);
  if (!found || found.field.isShared) return [];
  const { field, start, rest } = found;
  const below = rest.length > 0 ? [...rest, ...added] : behindItems(field, added);
  return [[{ kind: 'tree', file, start, tree: field.tree, edit: edit([...pathOf(field), ...below]) }]];
}

function inTemplate({ file, start, field: { tree } }: WrittenField, edit: PlaceEdit): Way {
  return [{ kind: 'tree', file, start, tree, edit }];
}

function sayingOf(document: DocumentInText, field: Field): Saying | undefined {
  return typeof field.step === 'number' ? sayingOfItem(document, field) : sayingOfKey(document, field);
}

/** Where templates write a table or a list themselves, around what they write of it. */
function literalOwners(document: DocumentInText, owner: Field): WrittenField[] {
  for (const inner of [...members(owner).map(({ value }) => value), ...items(owner)]) {
    const found = fieldsOf(sayingOf(document, inner), inner).flatMap(({ field, ...place }) =>
      field.parent ? [{ ...place, field: field.parent }] : [],
    );
    if (found.length > 0) return found;
  }
  return fieldsOf(sayingOf(document, owner), owner);
}

/** The fields of a template that a rendered field's key, or the beginning of an item, stands in. */
function fieldsOf(saying: Saying | undefined, rendered: Field): WrittenField[] {
  if (saying?.kind !== 'template' || isPackedPath(saying.file.path)) return [];
  return fieldsWrittenAt(saying.file, saying.offset).flatMap(({ field, ...place }) => {
    // The first key of an item stands where the item does.
    const isInItem = typeof rendered.step === 'number' && typeof field.step === 'string';
    const own = isInItem ? field.parent : field;
    if (!own || own.isShared) return [];
    const isAlike = typeof rendered.step === 'number' ? typeof own.step !== 'string' : own.step === rendered.step;
    return isAlike ? [{ ...place, field: own }] : [];
  });
}
