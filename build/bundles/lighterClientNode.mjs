/**
 * What @kubernetes/client-node 1.4.0 imports and its kubeconfig, credentials and proxies have no use for: 290 KB of tables of
 * Unicode for addresses, which Node itself has, and 320 KB of classes of the API, which is asked by path.
 * @type {Record<string, { readonly importer: RegExp, readonly contents: string }>}
 */
const replaced = {
  'whatwg-url': { importer: /node-fetch/, contents: 'export default { URL: globalThis.URL };' },
  './gen/index.js': {
    importer: /client-node[\\/]dist[\\/]config\.js$/,
    contents: 'export const createConfiguration = undefined; export const ServerConfiguration = undefined;',
  },
};

/** Leaves out of the bundle what is not used of @kubernetes/client-node. @type {import('esbuild').Plugin} */
export const lighterClientNode = {
  name: 'lighter client-node',
  setup(build) {
    build.onResolve({ filter: /^(?:whatwg-url|\.\/gen\/index\.js)$/ }, ({ path, importer }) =>
      replaced[path]?.importer.test(importer) ? { path, namespace: 'lighter-client-node' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'lighter-client-node' }, ({ path }) => ({
      contents: replaced[path]?.contents,
    }));
  },
};
