// Source: the documentation of text/template of Go 1.25.

/** The words that begin actions, how they are written and what they do. */
export const keywords: ReadonlyMap<string, { readonly form: string; readonly what: string }> = new Map([
  ['if', { form: 'if CONDITION', what: 'Writes what follows if a value isn’t empty.' }],
  ['else', { form: 'else | else if CONDITION', what: 'Begins what is written otherwise.' }],
  ['end', { form: 'end', what: 'Ends `if`, `with`, `range`, `define` or `block`.' }],
  [
    'range',
    {
      form: 'range $key, $value := VALUES',
      what: 'Writes what follows for each item of a list, or for each key of a map, sorted; `.` is the item.',
    },
  ],
  ['with', { form: 'with VALUE', what: 'Writes what follows if a value isn’t empty; `.` is that value.' }],
  [
    'define',
    {
      form: 'define "NAME"',
      what: 'Defines a template, which `include` writes elsewhere. Names count in the whole chart, with all charts in it.',
    },
  ],
  [
    'template',
    { form: 'template "NAME" CONTEXT', what: 'Writes a template; `include` does the same and can be piped on.' },
  ],
  ['block', { form: 'block "NAME" CONTEXT', what: 'Defines a template and writes it right there.' }],
  ['break', { form: 'break', what: 'Ends the innermost `range`.' }],
  ['continue', { form: 'continue', what: 'Goes on with the next item of the innermost `range`.' }],
]);
