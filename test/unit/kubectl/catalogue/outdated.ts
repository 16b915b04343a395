/** What is wrong with a file that a script writes; undefined where it is as the script writes it. */
export function outdated(file: string, written: string, made: string, command: string): string | undefined {
  if (written === made) return undefined;
  const [before, after] = [written.split('\n'), made.split('\n')];
  const at = after.findIndex((line, index) => line !== before[index]);
  const index = at < 0 ? after.length : at;
  return [
    `${file} is out of date from line ${index + 1} on. Run "${command}", which writes it anew.`,
    `It says:        ${before[index]?.trim() ?? '(nothing: it ends here)'}`,
    `It should say:  ${after[index]?.trim() ?? '(nothing: it ends here)'}`,
  ].join('\n');
}
