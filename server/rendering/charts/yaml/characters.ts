/*
 * The kinds of characters that libyaml tells apart, by their codes. Behind the text is 0.
 */

/** A line break. */
export function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** A space or a tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** A line break or the end. */
export function isBreakOrEnd(code: number): boolean {
  return isBreak(code) || code === 0;
}

/** A blank, a line break or the end. */
export function isBlankOrEnd(code: number): boolean {
  return code === 32 || code === 9 || isBreakOrEnd(code);
}

/** What anchors and tags consist of. */
export function isWord(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 45
  );
}
