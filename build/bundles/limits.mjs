/** What may be loaded with each program, in bytes: itself, and the parts that it doesn't load late. */
const limits = {
  'dist/extension.js': 60_000,
  'dist/languageClient.js': 460_000,
  'dist/kubectl.js': 180_000,
  'dist/cluster.js': 550_000,
  'dist/server.js': 300_000,
  'dist/cli.js': 780_000,
};

/** What the package may weigh, in bytes. */
export const packageLimit = 1.2e6;

/**
 * The programs of a build that are over their limit: by how much, and what in them weighs most.
 * @param {import('esbuild').Metafile} metafile
 * @returns {string[]}
 */
export function overweight({ outputs }) {
  return Object.entries(limits).flatMap(([program, limit]) => {
    const loaded = loadedWith(program, outputs);
    const bytes = loaded.reduce((sum, output) => sum + output.bytes, 0);
    if (bytes <= limit) return [];
    /** @type {Map<string, number>} */
    const weights = new Map();
    for (const { inputs } of loaded) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const origin = originOf(input);
        weights.set(origin, (weights.get(origin) ?? 0) + bytesInOutput);
      }
    }
    const heaviest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, 5);
    const listed = heaviest.map(([origin, weight]) => `${origin} (${kilobytes(weight)})`).join(', ');
    return `${program} has ${kilobytes(bytes)}, ${kilobytes(bytes - limit)} more than it may. Heaviest in it: ${listed}.`;
  });
}

/**
 * A program and the parts that are loaded with it; nothing where the build doesn't make it.
 * @param {string} program
 * @param {import('esbuild').Metafile['outputs']} outputs
 */
function loadedWith(program, outputs) {
  const files = new Set([program]);
  for (const file of files) {
    for (const { kind, path, external } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && !external) files.add(path);
    }
  }
  return [...files].flatMap((file) => outputs[file] ?? []);
}

/**
 * The package that a file is from, or its folder in ours.
 * @param {string} input
 */
function originOf(input) {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(input) ?? [];
  return name ?? input.split('/').slice(0, 2).join('/');
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1000)} KB`;
}
