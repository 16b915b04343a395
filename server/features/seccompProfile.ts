import { pathOf, rootField, stringOf } from '../yaml/field';
import { fieldAt } from '../yaml/fieldAt';
import { maskedText } from '../yaml/templates';
import { parseTree } from '../yaml/tree';

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
