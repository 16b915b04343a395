/** What the bundles may weigh, in bytes: each is loaded when its part of the product is first used. */
export const limits = {
  'dist/extension.js': 60_000,
  'dist/languageClient.js': 460_000,
  'dist/kubectl.js': 180_000,
  'dist/cluster.js': 550_000,
};

/** What the package may weigh, in bytes. */
export const packageLimit = 1.2 * 1024 * 1024;

/**
 * The bundles of a build that are over their limit: by how much, and what in them weighs most.
 * @param {import('esbuild').Metafile} metafile
 * @returns {string[]}
 */
export function overweight({ outputs }) {
  return Object.entries(outputs).flatMap(([file, { bytes, inputs }]) => {
    const limit = limits[file];
    if (limit === undefined || bytes <= limit) return [];
    /** @type {Map<string, number>} */
    const weights = new Map();
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const part = partOf(input);
      weights.set(part, (weights.get(part) ?? 0) + bytesInOutput);
    }
    const heaviest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, 5);
    const listed = heaviest.map(([part, weight]) => `${part} (${kilobytes(weight)})`).join(', ');
    return `${file} has ${kilobytes(bytes)} and may have ${kilobytes(limit)}. Heaviest in it: ${listed}.`;
  });
}

/** @param {string} input */
function partOf(input) {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(input) ?? [];
  return name ?? input.split('/').slice(0, 2).join('/');
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1000)} KB`;
}
