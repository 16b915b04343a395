/** Characters that steer a terminal or turn the direction of writing, so that a text could look like another one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const steering = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** A text that comes from a file or a file's name, as it may be written to a terminal: one line, tabs kept. */
export function printable(text: string): string {
  return text.replace(steering, '\uFFFD');
}
