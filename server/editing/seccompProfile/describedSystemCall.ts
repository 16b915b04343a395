import { systemCallMeaning } from '../../features/explanations/valueMeaning';
import { boldName } from '../../features/values/markdown';
import { pathOf, rootField, stringOf } from '../../yaml/field/field';
import { fieldAt } from '../../yaml/field/fieldAt';
import { parseTree } from '../../yaml/read/tree';
import { maskedText } from '../../yaml/templates/templates';

/**
 * What the system call does whose name stands at an offset of a seccomp profile; undefined elsewhere.
 *
 * @param offset UTF-16 units from the start of the profile
 */
export function describedSystemCall(text: string, offset: number): string | undefined {
  const parsed = parseTree(maskedText(text), 0, text);
  const found = parsed.outcome === 'parsed' ? fieldAt(rootField(parsed.tree), offset) : undefined;
  if (found?.part !== 'value') return undefined;
  const [list, , names] = pathOf(found.field);
  const name = list === 'syscalls' && names === 'names' ? stringOf(found.field) : undefined;
  const meaning = name === undefined ? undefined : systemCallMeaning(name);
  return name === undefined || meaning === undefined ? undefined : `${boldName(name)}: ${meaning}`;
}
