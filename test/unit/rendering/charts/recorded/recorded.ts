/** Expressions and what the real helm made of each; its values are those of `recordedValues`. */
export type Recorded = readonly (readonly [expression: string, answer: string])[];

/** The values that the expressions were recorded with. */
export const recordedValues = 'a: text\ni: 1\nlist: [1]\nm: {p: 1}\n';
