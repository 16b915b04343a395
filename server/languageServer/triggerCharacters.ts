/** The characters behind which a name can be typed in actions of templates, and nothing elsewhere. */
export const actionTriggers: readonly string[] = ['.', '$'];

/** All characters behind which something can be typed: values may begin or go on behind the others. */
export const triggerCharacters = [' ', '[', '"', "'", '/', ...actionTriggers];
