import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../vscode/build';

/**
 * The measurements inside the engine, bundled as the engine ships: what runs TypeScript for the tests names every
 * function anew each time it is made, which costs rules more than reading.
 */
export async function bundledEngine(): Promise<typeof import('./engine')> {
  const outfile = path.join(projectFolder, 'out', 'bench', 'engine.cjs');
  const require = createRequire(path.join(projectFolder, 'package.json'));
  await build({
    entryPoints: [path.join(projectFolder, 'test', 'bench', 'engine.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: { yaml: require.resolve('yaml').replace(/dist([\\/])index\.js$/, 'browser$1index.js') },
  });
  return require(outfile);
}
