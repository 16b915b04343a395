// Bundles the programs into dist/ (`--watch` keeps doing so), with `--tests` the integration tests into out/ as well.
import { watch } from 'node:fs';
import { context } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

const watches = process.argv.includes('--watch');
const buildsTests = process.argv.includes('--tests');

/** @type {import('esbuild').BuildOptions} */
const shipped = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: watches ? 'linked' : false,
  // Prefer the ES module of a dependency: its unused parts can be left out.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions[]} */
const builds = [
  { ...shipped, entryPoints: ['client/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...shipped, entryPoints: ['server/server.ts'], outfile: 'dist/server.js' },
  { ...shipped, entryPoints: ['server/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  {
    ...shipped,
    platform: 'browser',
    target: 'chrome124',
    format: 'iife',
    entryPoints: ['client/cheatSheet/view/main.ts'],
    outfile: 'dist/cheatSheet/view.js',
  },
  {
    ...shipped,
    platform: 'browser',
    target: 'chrome124',
    entryPoints: ['client/cheatSheet/view/view.css', 'client/cheatSheet/view/export.css'],
    outdir: 'dist/cheatSheet',
  },
];
if (buildsTests) {
  builds.push({
    ...shipped,
    minify: false,
    sourcemap: 'inline',
    entryPoints: ['test/integration/index.ts'],
    outfile: 'out/test/integration/index.js',
    external: ['vscode', 'mocha'],
  });
}

/** Renders the cheat-sheet's text and diagrams. */
async function buildCheatSheet() {
  const builder = await tsImport('./build/cheatSheet/buildCheatSheet.ts', import.meta.url);
  await builder.buildCheatSheet('.', 'dist/cheatSheet');
}

console.log('Building');
for (const build of builds) {
  const building = await context(build);
  if (watches) {
    await building.watch();
  } else {
    await building.rebuild();
    await building.dispose();
  }
}
await buildCheatSheet().catch((error) => {
  console.error(`✘ [ERROR] ${error.message}`);
  if (!watches) process.exit(1);
});
if (watches) {
  watch('media', { recursive: true }, () =>
    buildCheatSheet().catch((error) => console.error(`✘ [ERROR] ${error.message}`)),
  );
}
console.log(watches ? 'Watching for changes' : 'Built');
