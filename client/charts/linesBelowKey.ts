/** So many lines below a key are looked at. */
const mostLines = 500;

/** The lines of the value of a key of YAML that holds a table or a list; none for any other line. */
export function linesBelowKey(textOf: (line: number) => string | undefined, line: number): number[] {
  const key = /^(\s*)(?:- )*[^\s#][^#]*:\s*(?:#.*)?$/.exec(textOf(line) ?? '');
  if (!key) return [];
  const indent = key[1]?.length ?? 0;
  const below: number[] = [];
  for (let at = line + 1; at <= line + mostLines; at++) {
    const text = textOf(at);
    if (text === undefined) break;
    const start = text.search(/\S/);
    if (start < 0) continue;
    if (start < indent || (start === indent && !text.startsWith('- ', start))) break;
    below.push(at);
  }
  return below;
}
