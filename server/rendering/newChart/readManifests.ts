import { type KubernetesObject, objectsOf } from '../../manifests/objects/objects';
import type { ManifestText } from '../../protocol/newChart';
import { descend, type Field, isMapping, items, members, rootField, stringOf } from '../../yaml/field/field';
import { lineStarts, positionAt } from '../../yaml/parsing/lines';
import { splitDocuments } from '../../yaml/read/documents';
import { parseTree, type Tree } from '../../yaml/read/tree';

/** An object that becomes a file of a chart. */
export interface FoundObject {
  readonly object: KubernetesObject;
  /** True for the only object of its document, which has all of the document's comments. */
  readonly isWhole: boolean;
  readonly kind: string;
  /** Empty where it has none. */
  readonly name: string;
}

/** The objects of some manifests; a reason is a sentence. */
export type ReadManifests =
  | {
      readonly state: 'read';
      readonly objects: readonly FoundObject[];
      /** Those that hold no object. */
      readonly empty: readonly string[];
    }
  | { readonly state: 'refused'; readonly reason: string };

/** Reads the objects of manifests, those of Lists one by one. What stands in double braces means nothing here. */
export function readManifests(manifests: readonly ManifestText[]): ReadManifests {
  const objects: FoundObject[] = [];
  const empty: string[] = [];
  for (const { name, text } of manifests) {
    const before = objects.length;
    const clean = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    for (const { text: source, start } of splitDocuments(clean)) {
      const parsed = parseTree({ variants: [source], ways: [], gaps: [] }, 0, source);
      if (parsed.outcome === 'refused')
        return { state: 'refused', reason: `${name} can't be read: ${parsed.message}.` };
      const [fault] = parsed.tree.faults;
      if (fault) {
        const { line } = positionAt(lineStarts(clean), start + fault.start);
        const reason = `${name} is not valid YAML in line ${line + 1}: ${fault.message}. Mend it first.`;
        return { state: 'refused', reason };
      }
      const action = actionIn(rootField(parsed.tree));
      if (action !== undefined) {
        const { line } = positionAt(lineStarts(clean), start + action);
        const reason = `${name} is a template: ${source.slice(action, source.indexOf('\n', action))} in line ${line + 1} is filled in first.`;
        return { state: 'refused', reason };
      }
      objects.push(...objectsIn(parsed.tree));
    }
    if (objects.length === before) empty.push(name);
  }
  return { state: 'read', objects, empty };
}

/** Where an action stands in place of a value: without quotes YAML takes it for a mapping with a mapping for a key. */
function actionIn(field: Field): number | undefined {
  const start = field.node?.range?.[0];
  if (start !== undefined && isMapping(field) && field.tree.source.startsWith('{{', start)) return start;
  for (const below of [...members(field).map(({ value }) => value), ...items(field)]) {
    const found = actionIn(below);
    if (found !== undefined) return found;
  }
  return undefined;
}

function objectsIn(tree: Tree): FoundObject[] {
  const all = objectsOf(tree, []);
  const [first] = all;
  // A List of one kind may have items that don't say what they are.
  const listed = first?.kind !== 'List' && first?.kind?.endsWith('List') === true ? [first] : all;
  return listed.flatMap((object): FoundObject[] => {
    const { kind } = object;
    if (kind === undefined) return [];
    const name = stringOf(descend(object.root, 'metadata', 'name')) ?? '';
    return [{ object, isWhole: object.root.parent === undefined, kind, name }];
  });
}
