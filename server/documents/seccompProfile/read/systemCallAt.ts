import { pathOf, rootField, stringOf } from '../../../yaml/field/field';
import { fieldAt } from '../../../yaml/field/fieldAt';
import { parseTree } from '../../../yaml/read/tree';
import { maskedText } from '../../../yaml/templates/templates';

/**
 * The system call whose name stands at an offset of a seccomp profile, the file that container runtimes read; undefined
 * elsewhere.
 *
 * @param text of one document
 * @param offset UTF-16 units from its start
 */
export function systemCallAt(text: string, offset: number): string | undefined {
  if (!text.includes('"defaultAction"') || !text.includes('"syscalls"')) return undefined;
  const parsed = parseTree(maskedText(text), 0, text);
  const found = parsed.outcome === 'parsed' ? fieldAt(rootField(parsed.tree), offset) : undefined;
  if (found?.part !== 'value') return undefined;
  const [list, , names] = pathOf(found.field);
  return list === 'syscalls' && names === 'names' ? stringOf(found.field) : undefined;
}
