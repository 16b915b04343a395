/** Beyond ASCII: C1, what turns the direction of writing, what ends a line anywhere, halves of characters. */
const beyondAscii = '\\u0080-\\u009F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\p{Surrogate}';
const steering = new RegExp(`[\\u0000-\\u0008\\u000A-\\u001F\\u007F${beyondAscii}]`, 'gu');
const steeringInLines = new RegExp(`[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F${beyondAscii}]`, 'gu');
const steeringInJson = new RegExp(`[\\u007F${beyondAscii}]`, 'gu');

/** What a runner of workflows takes for a command wherever in a line it stands: `##[error]`, `##vso[`. */
export const command = /#(?=#\w*\[)/g;

/**
 * A text that comes from a file, a name or an argument, as it may be written to a terminal or a log: one line, tabs kept,
 * without anything that steers a terminal, looks like another text or is a command to whoever reads the log.
 */
export function printable(text: string): string {
  return text.replace(steering, '\uFFFD').replace(command, '\uFFFD');
}

/** The same, with line ends kept for whoever escapes them. */
export function printableLines(text: string): string {
  return text.replace(steeringInLines, '\uFFFD').replace(command, '\uFFFD');
}

/** True for a line that is a command to the runner of a workflow, with spaces before it or without. */
export function isCommandLine(line: string): boolean {
  return /^\s*::/.test(line);
}

/** A name that a line may begin with. */
export function printableName(name: string): string {
  const shown = printable(name);
  return isCommandLine(shown) ? `./${shown}` : shown;
}

/** JSON that means the same and can be shown as safely. */
export function printableJson(json: string): string {
  return json.replace(steeringInJson, escaped).replace(command, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** What was thrown, as it is reported. */
export function printableError(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return printable(text.replace(/\s*\n\s*/g, ' '));
}
