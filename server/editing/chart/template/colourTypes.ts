/** What characters of actions are told to be, in the order of the numbers that stand for it. */
export const colourTypes = [
  'function',
  'variable',
  'property',
  'keyword',
  'string',
  'number',
  'comment',
  'operator',
] as const;

/** What a character of an action is. */
export type ColourType = (typeof colourTypes)[number];
