/**
 * A block of YAML as it goes in at a cursor, so that it stands on lines of its own.
 *
 * Behind text it begins a new line, one level deeper behind a key without a value; before text it ends its own. The
 * editor gives the new lines the indentation of the cursor's line.
 *
 * @param before the cursor's line up to the cursor
 * @param after the rest of that line
 * @param level what a level is indented by
 */
export function placedText(text: string, before: string, after: string, level: string): string {
  if (before.trim() === '') return after.trim() === '' ? text : `${text}\n`;
  const opens = /:\s*$/.test(before);
  return `\n${opens ? text.replace(/^(?=.)/gm, level) : text}`;
}
