import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';

/** The folder beside the programs for what they share, or load late. */
export const partsFolder = 'parts';

/**
 * Writes what esbuild has split as CommonJS. It shares parts between programs as ES modules alone; but these programs find
 * what is beside them by `__filename`, and Node has a part of CommonJS at once where it is asked for.
 * @type {import('esbuild').Plugin}
 */
export const commonJsParts = {
  name: 'parts in CommonJS',
  setup({ initialOptions, onEnd }) {
    const { outdir = '', minify = false, sourcemap = false, target = [] } = initialOptions;
    onEnd(async ({ outputFiles = [] }) => {
      // The name of a part changes with what is in it.
      await rm(path.join(outdir, partsFolder), { recursive: true, force: true });
      await mkdir(path.join(outdir, partsFolder), { recursive: true });
      await Promise.all(
        outputFiles.map(async ({ path: file, text }) => {
          const { code } = await transform(text, {
            format: 'cjs',
            // Says which names there are, so that ES modules can import them by name.
            platform: 'node',
            supported: { 'dynamic-import': false },
            minify,
            sourcemap,
            target,
          });
          await writeFile(file, code);
        }),
      );
    });
  },
};
