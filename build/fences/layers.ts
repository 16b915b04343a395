/**
 * The folders and files of the product from the ground up. What lies in one may import from its own row and from rows
 * above it in this list, never from below; those that share a row know nothing of each other. The longest path counts, and `*` stands for one folder.
 */
export const layers: readonly (readonly string[])[] = [
  ['server/readOnce.ts', 'server/nearestWord.ts', 'server/unknownJson.ts'],
  ['server/protocol'],
  ['server/yaml/parsing'],
  ['server/yaml/templates'],
  ['server/yaml/read'],
  ['server/yaml/field'],
  ['server/yaml/write'],
  ['server/yaml/typing'],
  ['server/manifests/truth.ts'],
  ['server/manifests/versions', 'server/manifests/linux'],
  ['server/manifests/kinds'],
  ['server/manifests/objects'],
  ['server/manifests/pods', 'server/manifests/network'],
  ['server/manifests/images', 'server/manifests/rbac'],
  ['server/manifests/facts'],
  ['server/manifests/relations', 'server/manifests/podSecurity'],
  ['server/manifests/secrets', 'server/manifests/fieldDocumentation'],
  ['server/documents/documentKind.ts'],
  ['server/documents/textFaults.ts'],
  ['server/documents/manifest/read'],
  ['server/documents/readRoots.ts'],
  ['server/documents/*/read'],
  ['server/documents/kinds.ts'],
  ['server/documents/kindOf.ts'],
  ['server/rules'],
  ['server/lint'],
  ['server/configuration'],
  ['server/fixes'],
  ['server/rendering'],
  ['server/workspace'],
  ['server/features'],
  ['server/editing'],
  ['server/languageServer', 'server/commandLine', 'server/engine'],
  ['server/server.node.ts', 'server/server.browser.ts', 'server/cli.ts', 'server/engine.ts'],
  ['client/cluster', 'client/terminals', 'client/documents'],
  ['client/kubectl/catalogue', 'client/kubectl/loadedCluster.ts'],
  ['client/kubectl/commandLine', 'client/kubectl/settings.ts'],
  ['client/kubectl/search', 'client/kubectl/kubeconfig', 'client/kubectl/terminal'],
  ['client/kubectl/manifest'],
  ['client/kubectl/inputs'],
  ['client/kubectl/run'],
  ['client/kubectl', 'client/cheatSheet', 'client/languageClient'],
  ['client/languageServer.ts'],
  ['client/status', 'client/configuration', 'client/snippets', 'client/walkthrough'],
  ['client/findings', 'client/workspace', 'client/charts'],
  ['client/extension.ts'],
  ['build'],
  ['esbuild.mjs', 'examples'],
  ['test'],
];

/** A part of the product that may import less than the rows above it. */
export interface Narrowed {
  readonly from: string;
  readonly mayImport: readonly string[];
  readonly why: string;
}

export const narrowed: readonly Narrowed[] = [
  {
    from: 'client',
    mayImport: ['client', 'server/protocol', 'server/unknownJson.ts'],
    why: 'The extension knows the server by its protocol alone.',
  },
  {
    from: 'client/cluster',
    mayImport: ['client/cluster', 'server/unknownJson.ts'],
    why: 'It is a bundle of its own.',
  },
  {
    from: 'client/kubectl/catalogue',
    mayImport: ['client/kubectl/catalogue'],
    why: 'The helpers are data: commands, menus and pages are made from them.',
  },
  {
    from: 'client/cheatSheet/view',
    mayImport: [
      'client/cheatSheet/view',
      'client/cheatSheet/protocol.ts',
      'client/cheatSheet/addresses.ts',
      'client/cheatSheet/content.ts',
      'client/cheatSheet/searchEngine.ts',
      'server/unknownJson.ts',
    ],
    why: 'It runs in a web page.',
  },
];

/** Who may import a package; modules of Node go by `node:`. */
export interface Guarded {
  readonly packages: string;
  readonly importers: readonly string[];
  /** Folders of theirs that may not. */
  readonly except?: readonly string[];
  readonly why: string;
}

/** Tests and the build import what they need; a package that is not listed has no importer in the product. */
export const guarded: readonly Guarded[] = [
  {
    packages: 'vscode',
    importers: ['client'],
    except: ['client/cluster', 'client/cheatSheet/view', 'client/kubectl/catalogue'],
    why: 'Only the extension runs inside of VS Code, and not all of it.',
  },
  {
    packages: 'vscode-languageclient',
    importers: ['client/languageServer.ts', 'client/languageClient'],
    why: 'It is loaded with the first document.',
  },
  {
    packages: '@kubernetes/client-node',
    importers: ['client/cluster'],
    why: 'It is loaded when a cluster is first asked.',
  },
  { packages: 'minisearch', importers: ['client/cheatSheet'], why: 'The search of the cheat-sheet is its only use.' },
  {
    packages: 'yaml',
    importers: [
      'server/yaml',
      'server/manifests/images',
      'server/documents/manifest/read',
      'server/documents/textFaults.ts',
      'server/lint',
      'server/configuration/readConfiguration.ts',
      'client/kubectl/kubeconfig',
      'client/kubectl/manifest',
    ],
    why: 'Everything else sees fields and edits.',
  },
  {
    packages: 'vscode-languageserver/node',
    importers: ['server/server.node.ts'],
    why: 'Only what runs in Node makes a connection of Node.',
  },
  {
    packages: 'vscode-languageserver',
    importers: ['server/languageServer', 'server/server.node.ts', 'server/server.browser.ts', 'server/features'],
    why: 'The engine knows no connection.',
  },
  {
    packages: 'vscode-languageserver-types',
    importers: ['server/languageServer', 'server/features', 'server/editing'],
    why: 'The engine knows no editor.',
  },
  {
    packages: 'vscode-languageserver-textdocument',
    importers: ['server/languageServer', 'server/features', 'server/commandLine', 'server/editing'],
    why: 'The engine reads texts.',
  },
  { packages: '@noble/hashes', importers: ['server/workspace/portableHash.ts'], why: 'Node has its own.' },
  { packages: 'vscode-uri', importers: ['server/workspace/uris.ts'], why: 'One file knows addresses.' },
  { packages: 'picomatch', importers: ['server/configuration/globs.ts'], why: 'One file knows patterns.' },
  { packages: 'ignore', importers: ['server/workspace/disk'], why: 'Git decides about files on disk alone.' },
  {
    packages: 're2js',
    importers: ['server/rendering/charts/go/regex.ts'],
    why: 'One file knows the expressions of Go.',
  },
  { packages: 'fflate', importers: ['server/rendering/charts/chart'], why: 'Charts are packed.' },
  { packages: 'diff', importers: ['server/commandLine'], why: 'Only the command line shows changes as text.' },
  { packages: 'string-width', importers: ['server/commandLine'], why: 'Only the command line lines up columns.' },
  { packages: 'sarif', importers: ['server/commandLine'], why: 'Only the command line writes SARIF.' },
  {
    packages: 'node:',
    importers: [
      'server/workspace/disk',
      'server/workspace/nodeHash.ts',
      'server/languageServer/workspace/isScanThread.node.ts',
      'server/languageServer/workspace/scanThread.node.ts',
      'server/languageServer/workspace/scanWorker.node.ts',
      'server/commandLine',
      'server/server.node.ts',
      'server/cli.ts',
      'client',
    ],
    except: ['client/cheatSheet/view', 'client/kubectl/catalogue'],
    why: 'The engine runs in browsers too, and the helpers are data.',
  },
];
