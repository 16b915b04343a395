import path from 'node:path';
import { type Guarded, guarded, layers, type Narrowed, narrowed } from './layers';
import { importsIn } from './moduleImports';

/** The rules that imports keep to. */
export interface Fences {
  readonly layers: readonly (readonly string[])[];
  readonly narrowed: readonly Narrowed[];
  readonly guarded: readonly Guarded[];
}

/** Those of the product. */
export const fences: Fences = { layers, narrowed, guarded };

/** A module of the checkout. */
export interface Module {
  /** From the checkout's root, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** What is wrong with the imports of modules, a line each with its place; empty where all is well. */
export function importFaults(modules: readonly Module[], fences: Fences): string[] {
  const files = new Set(modules.map(({ file }) => file));
  const edges = new Map<string, string[]>();
  const faults: string[] = [];
  for (const { file, text } of modules) {
    const row = rowOf(file, fences.layers);
    if (!row) faults.push(`${file}: lies in no row of build/fences/layers.ts. Give its folder one.`);
    for (const { specifier, line } of importsIn(text)) {
      const place = `${file}:${line}`;
      const imported = importedFile(file, specifier, files);
      if (!specifier.startsWith('.')) faults.push(...packageFaults(place, file, specifier, fences));
      else if (imported) {
        edges.set(file, [...(edges.get(file) ?? []), imported]);
        faults.push(...directionFaults(place, file, imported, fences));
      }
    }
  }
  return [
    ...faults,
    ...circlesIn(edges).map((circle) => `${circle.join(' -> ')}: a circle. Let one of them have its own part.`),
  ];
}

function directionFaults(place: string, file: string, imported: string, { layers, narrowed }: Fences): string[] {
  const [own, other] = [rowOf(file, layers), rowOf(imported, layers)];
  if (!own || !other) return [];
  if (other.row > own.row) return [`${place}: imports ${imported}, which is built upon it (build/fences/layers.ts).`];
  if (other.row === own.row && other.path !== own.path)
    return [`${place}: imports ${imported}, but ${own.path} and ${other.path} know nothing of each other.`];
  return narrowed
    .filter(({ from, mayImport }) => liesIn(file, from) && !mayImport.some((folder) => liesIn(imported, folder)))
    .map(
      ({ from, mayImport, why }) =>
        `${place}: imports ${imported}, but ${from} may import ${mayImport.join(', ')} alone. ${why}`,
    );
}

function packageFaults(place: string, file: string, specifier: string, { guarded }: Fences): string[] {
  if (!liesIn(file, 'server') && !liesIn(file, 'client')) return [];
  const guard = guarded.find(({ packages }) =>
    packages.endsWith(':') ? specifier.startsWith(packages) : isOfPackage(specifier, packages),
  );
  if (!guard) return [`${place}: imports ${specifier}, which build/fences/layers.ts lists for nobody.`];
  const { importers, except = [], why } = guard;
  const liesInAny = (folders: readonly string[]) => folders.some((folder) => liesIn(file, folder));
  if (liesInAny(importers) && !liesInAny(except)) return [];
  const not = except.length > 0 ? ` (not ${except.join(', ')})` : '';
  return [`${place}: imports ${specifier}, but only ${importers.join(', ')}${not} may. ${why}`];
}

function isOfPackage(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`);
}

interface Row {
  readonly row: number;
  readonly path: string;
}

/** The row of the longest path that a file lies in. */
function rowOf(file: string, layers: Fences['layers']): Row | undefined {
  let found: Row | undefined;
  for (const [row, paths] of layers.entries())
    for (const path of paths) if (liesIn(file, path) && path.length > (found?.path.length ?? 0)) found = { row, path };
  return found;
}

function liesIn(file: string, folder: string): boolean {
  const steps = file.split('/');
  return folder.split('/').every((step, place) => step === '*' || step === steps[place]);
}

function importedFile(file: string, specifier: string, files: ReadonlySet<string>): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  return [target, `${target}.ts`, `${target}/index.ts`].find((candidate) => files.has(candidate));
}

/** Each circle of modules that import each other once, from its first module back to it. */
function circlesIn(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push([...way.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const imported of edges.get(file) ?? []) visit(imported, [...way, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return circles;
}
