/** An import of a module: its name as it is written, and its line, counted from 1. */
export interface ModuleImport {
  readonly specifier: string;
  readonly line: number;
}

/** What a formatted module imports or exports again from others: statements, and calls of `import()` and `require()`. */
export function importsIn(text: string): ModuleImport[] {
  return [...text.matchAll(importing)].map((found) => ({
    specifier: found[1] ?? found[2] ?? found[3] ?? '',
    line: text.slice(0, found.index).split('\n').length,
  }));
}

/** A statement starts a line, as the formatter has it: the same words within a text don't count. */
const importing = /^(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*'([^']+)'|\bimport\('([^']+)'\)|\brequire\('([^']+)'\)/gm;
