// Bundles the programs into dist/ (`--watch` keeps doing so), with `--tests` the integration tests into out/ as well, with
// `--bench` the measurements inside the engine, with `--browser` the language server for a web worker.
import { watch } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { tsImport } from 'tsx/esm/api';
import { commonJsParts, partsFolder } from './build/bundles/commonJsParts.mjs';
import { writeEngineTypes } from './build/bundles/engineTypes.mjs';
import { lighterClientNode } from './build/bundles/lighterClientNode.mjs';

const watches = process.argv.includes('--watch');
const buildsTests = process.argv.includes('--tests');
const buildsBench = process.argv.includes('--bench');
const buildsBrowser = process.argv.includes('--browser');

/**
 * Parts of the extension that are bundled apart and loaded when they are first needed, by the path of their import.
 * @type {Record<string, string>}
 */
const parts = {
  './kubectl': './kubectl.js',
  './charts': './charts.js',
  './languageServer': './languageClient.js',
  '../cluster/listing': './cluster.js',
};

/** @type {import('esbuild').Plugin} */
const partsStayApart = {
  name: 'parts stay apart',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ kind, path }) =>
      kind === 'dynamic-import' && parts[path] ? { path: parts[path], external: true } : undefined,
    );
  },
};

/** @type {import('esbuild').BuildOptions} */
const shipped = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: watches ? 'linked' : false,
  // Prefer the ES module of a dependency: its unused parts can be left out, and its functions are called directly.
  mainFields: ['module', 'main'],
  alias: { yaml: fileURLToPath(import.meta.resolve('yaml').replace(/dist\/index\.js$/, 'browser/index.js')) },
  logLevel: 'warning',
  metafile: true,
};

/** @type {import('esbuild').BuildOptions} */
const client = {
  ...shipped,
  external: ['vscode'],
  plugins: [partsStayApart],
  // VS Code gives the module "vscode" to what is loaded by require().
  supported: { 'dynamic-import': false },
};

/** What is in the extension. @type {import('esbuild').BuildOptions[]} */
const builds = [
  { ...client, entryPoints: ['client/extension.ts'], outfile: 'dist/extension.js' },
  { ...client, entryPoints: ['client/languageServer.ts'], outfile: 'dist/languageClient.js' },
  { ...client, entryPoints: ['client/kubectl/kubectl.ts'], outfile: 'dist/kubectl.js' },
  { ...client, entryPoints: ['client/charts/charts.ts'], outfile: 'dist/charts.js' },
  {
    ...client,
    entryPoints: ['client/cluster/listing.ts'],
    outfile: 'dist/cluster.js',
    plugins: [partsStayApart, lighterClientNode],
  },
  {
    ...shipped,
    entryPoints: { server: 'server/server.node.ts', cli: 'server/cli.ts', engine: 'server/engine.ts' },
    outdir: 'dist',
    // What several programs need ships once.
    format: 'esm',
    splitting: true,
    chunkNames: `${partsFolder}/[hash]`,
    sourcemap: watches ? 'inline' : false,
    write: false,
    plugins: [commonJsParts],
  },
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
const shippedBuilds = builds.length;
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
if (buildsBrowser) {
  // Not shipped: it shows that the server runs where there is no Node, and what is bundled for browsers can have none.
  builds.push({
    ...shipped,
    platform: 'browser',
    target: 'chrome124',
    format: 'iife',
    mainFields: ['browser', 'module', 'main'],
    entryPoints: ['server/server.browser.ts'],
    outfile: 'out/browser/server.js',
  });
}
if (buildsBench) {
  // As it ships: what runs TypeScript for the tests names every function anew each time it is made.
  builds.push({
    ...shipped,
    entryPoints: ['test/bench/engine.ts', 'test/bench/crowded.ts', 'test/bench/charts.ts'],
    outdir: 'out/bench',
  });
}

/** Renders the cheat-sheet's text and diagrams. */
async function buildCheatSheet() {
  const builder = await tsImport('./build/cheatSheet/buildCheatSheet.ts', import.meta.url);
  await builder.buildCheatSheet('.', 'dist/cheatSheet');
}

/**
 * Writes down whose work the bundles hold, and under which licences.
 * @param {import('esbuild').Metafile[]} metafiles
 */
async function writeNotices(metafiles) {
  const { thirdPartyNotices } = await tsImport('./build/notices/thirdPartyNotices.ts', import.meta.url);
  await writeFile('dist/ThirdPartyNotices.txt', await thirdPartyNotices(metafiles));
}

console.log('Building');
/** @type {import('esbuild').Metafile[]} */
const metafiles = [];
for (const [index, build] of builds.entries()) {
  const building = await context(build);
  if (watches) {
    await building.watch();
  } else {
    const { metafile } = await building.rebuild();
    if (metafile && index < shippedBuilds) metafiles.push(metafile);
    await building.dispose();
  }
}
if (!watches) {
  await writeNotices(metafiles);
  await writeEngineTypes('dist/engine.d.ts');
  const { overweight } = await tsImport('./build/bundles/limits.ts', import.meta.url);
  for (const fault of metafiles.flatMap((metafile) => overweight(metafile))) {
    console.error(`✘ [ERROR] ${fault}`);
    process.exitCode = 1;
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
