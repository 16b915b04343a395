import { withoutDisguise } from './lookalikes';

/** Whether a text as a whole is what a pattern says, in which `*` stands for anything. Takes linear time. */
export function matches(text: string, pattern: string): boolean {
  const written = withoutDisguise(text);
  const [first = '', ...others] = withoutDisguise(pattern).split('*');
  const last = others.pop();
  if (last === undefined) return written === first;
  if (written.length < first.length + last.length || !written.startsWith(first) || !written.endsWith(last))
    return false;
  const end = written.length - last.length;
  let at = first.length;
  for (const part of others) {
    const found = written.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
