/** Stands for a character that a template will fill in. A private-use character; where a text holds one itself, it is read as another. */
export const placeholder = '\uE000';
