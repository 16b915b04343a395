/** The colours that output can have, as ANSI escape codes (ECMA-48, 8.3.117). */
const codes = { red: 31, green: 32, yellow: 33, blue: 34, cyan: 36, bold: 1, faint: 2 } as const;

/** How a stretch of text looks. */
export type Look = keyof typeof codes;

/** Gives text a look, or leaves it as it is. */
export type Paint = (text: string, ...looks: readonly Look[]) => string;

/** For output that has no colour. */
export const unpainted: Paint = (text) => text;

/** For output that has. */
export const painted: Paint = (text, ...looks) =>
  text === '' ? '' : `\u001B[${looks.map((look) => codes[look]).join(';')}m${text}\u001B[0m`;

/**
 * Whether a stream gets colour: what the user asks for first, then what the environment does
 * (https://no-color.org, https://force-color.org), else terminals do.
 */
export function hasColor(
  requested: boolean | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (requested !== undefined) return requested;
  if (environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced) return forced !== '0' && forced !== 'false';
  return isTerminal && environment.TERM !== 'dumb';
}
