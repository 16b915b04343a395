import { type Field, items, member, members } from '../../yaml/field/field';

/**
 * The way from an object to something inside of it: keys, `*` for any key of a mapping and `[*]` for any item of a list.
 */
export type PodPath = readonly string[];

/** The step to every item of a list. */
const everyItem = '[*]';
/** The step to every value of a mapping. */
const everyKey = '*';

const pathPattern = /^(?:[\w-]+|\*)(?:\[\*\])*(?:\.(?:[\w-]+|\*)(?:\[\*\])*)*$/;

/** Reads `spec.templates[*].container`; undefined for what is no path. */
export function parsePodPath(written: string): PodPath | undefined {
  if (!pathPattern.test(written)) return undefined;
  return written.replaceAll(everyItem, `.${everyItem}`).split('.');
}

/** Every field that a path leads to and that is written. */
export function fieldsAlong(root: Field, path: PodPath): Field[] {
  let reached: Field[] = [root];
  for (const step of path) reached = reached.flatMap((field) => stepsInto(field, step));
  return reached.filter(({ state }) => state === 'known');
}

function stepsInto(field: Field, step: string): readonly Field[] {
  if (step === everyItem) return items(field);
  if (step === everyKey) return members(field).map(({ value }) => value);
  return [member(field, step)];
}

/** Whether keys that lead somewhere, `item` for those that are items of lists, begin with a path. */
export function followsPath(keys: readonly string[], path: PodPath, item: string): boolean {
  return path.every((step, index) => {
    const key = keys[index];
    if (step === everyItem) return key === item;
    return key !== undefined && (step === everyKey ? key !== item : key === step);
  });
}
