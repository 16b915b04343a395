import type { Metafile } from 'esbuild';

/** What may be loaded with each program, in bytes: itself, and the parts that it doesn't load late. */
const programLimits: Readonly<Record<string, number>> = {
  'dist/extension.js': 60_000,
  'dist/languageClient.js': 460_000,
  'dist/kubectl.js': 180_000,
  'dist/charts.js': 20_000,
  'dist/cluster.js': 550_000,
  'dist/server.js': 300_000,
  'dist/cli.js': 820_000,
  'dist/engine.js': 820_000,
};

/** What the package may weigh, in bytes. */
export const packageLimit = 1.35e6;

/** Says which programs of a build are over their limit: by how much, and what in them weighs most. */
export function overweight({ outputs }: Metafile, limits = programLimits): string[] {
  return Object.entries(limits).flatMap(([program, limit]) => {
    const loaded = loadedWith(program, outputs);
    const bytes = loaded.reduce((sum, output) => sum + output.bytes, 0);
    if (bytes <= limit) return [];
    const listed = heaviestIn(loaded).map(([origin, weight]) => `${origin} (${kilobytes(weight)})`);
    return `${program} has ${kilobytes(bytes)}, ${kilobytes(bytes - limit)} more than it may. Heaviest in it: ${listed.join(', ')}.`;
  });
}

/** A program and the parts that are loaded with it; nothing where the build doesn't make it. */
function loadedWith(program: string, outputs: Metafile['outputs']): Metafile['outputs'][string][] {
  const files = new Set([program]);
  for (const file of files) {
    for (const { kind, path, external } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && !external) files.add(path);
    }
  }
  return [...files].flatMap((file) => outputs[file] ?? []);
}

function heaviestIn(loaded: readonly Metafile['outputs'][string][]): [string, number][] {
  const weights = new Map<string, number>();
  for (const { inputs } of loaded) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const origin = originOf(input);
      weights.set(origin, (weights.get(origin) ?? 0) + bytesInOutput);
    }
  }
  return [...weights].sort((a, b) => b[1] - a[1]).slice(0, 5);
}

/** The package that a file is from, or its folder in ours. */
function originOf(input: string): string {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(input) ?? [];
  return name ?? input.split('/').slice(0, 2).join('/');
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} KB`;
}
