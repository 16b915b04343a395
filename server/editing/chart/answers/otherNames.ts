import { textOf } from '../../../rendering/charts/chart/givenFile';
import { items, members, writtenText } from '../../../yaml/field/field';
import type { ChartIndex } from '../model/chartIndex';
import { allCharts } from '../model/chartModel';
import { textsInActions } from '../model/chartText';
import { allValuesFiles } from '../model/chartValues';
import { each, mayMeet, pathKey, shownPath, type ValuePath } from '../model/valuePath';
import { documentsOf, type YamlDocument } from '../model/yamlFile';
import { templateFiles } from '../reading/definitions';
import type { Place } from './valuePlaces';

/**
 * Why a value may be reached by its name in ways that can't be followed; undefined where it isn't.
 *
 * @param places where its name is known to stand
 */
export function otherNameOf(index: ChartIndex, path: ValuePath, places: readonly Place[]): string | undefined {
  const { notes } = index.reading;
  const name = path.at(-1) ?? '';
  const above = path.slice(0, -1);
  if ([...notes.iterated.values()].some((one) => one.length > 0 && mayMeet(one, above))) {
    return `All keys of ${shownPath(above)} are gone through, so that their names may be written.`;
  }
  if ([...notes.keyed.values()].some((one) => mayMeet(one, above)) && isSaid(index, name)) {
    return `${shownPath(path)} may be reached by the text ${name}, which stands in a template or a values file.`;
  }
  const schema = [...allCharts(index.top)].flatMap(({ files }) => files.get('values.schema.json') ?? []);
  for (const file of schema) {
    const text = textOf(file);
    const known = places.filter((place) => place.file === file).length;
    const isIntricate = /"(?:\$ref|\$defs|definitions|allOf|anyOf|oneOf|not|if|patternProperties|dependen\w+)"/.test(
      text,
    );
    if (isIntricate && text.split(`"${name}"`).length - 1 > known) {
      return `${file.path} names ${name} in places that can’t be told apart.`;
    }
  }
  return undefined;
}

/** False where a path is another one only by a key that is made when it is rendered, and that no text says. */
export function mayBeKeyed(index: ChartIndex, path: ValuePath, other: ValuePath): boolean {
  const { keyed, iterated } = index.reading.notes;
  return other.every((step, position) => {
    const name = path[position];
    if (step !== each || name === undefined || name === each) return true;
    const above = pathKey(other.slice(0, position));
    return iterated.has(above) || !keyed.has(above) || isSaid(index, name);
  });
}

/** True for a text that stands in an action or as a value, whole or between dots. */
function isSaid({ top }: ChartIndex, name: string): boolean {
  const isName = (text: string) => text.split('.').includes(name);
  const templates = [...allCharts(top)].flatMap(templateFiles);
  if (templates.some((file) => [...textsInActions(file)].some(isName))) return true;
  return allValuesFiles(top).some(({ file }) => documentsOf(file).some(({ root }) => holds(root, isName)));
}

function holds(field: YamlDocument['root'], isMeant: (text: string) => boolean): boolean {
  const text = writtenText(field);
  if (text !== undefined) return isMeant(text);
  return members(field).some(({ value }) => holds(value, isMeant)) || items(field).some((item) => holds(item, isMeant));
}
