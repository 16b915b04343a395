import path from 'node:path';
import { projectFolder } from '../vscode/build';
import { cachedFolder } from '../vscode/cacheFolder';
import { node24 } from '../vscode/downloads';
import { npmInstall } from '../vscode/npmInstall';
import type { LanguageServer } from './languageServer';

/** The version of the npm package yaml-language-server that is measured. It needs Node 22.13 or newer. */
export const yamlLanguageServerVersion = '2.0.0';

/**
 * Milliseconds for which yaml-language-server waits on purpose, after each change, before it validates. A constant
 * (`validationDelayMs` in out/src/yamlSettings.js, used in out/src/languageserver/handlers/validationHandlers.js) that
 * no setting changes.
 */
export const deliberateWait = 200;

/** The servers that are compared, all run by the same Node. */
export interface Servers {
  /** As VS Code runs it. */
  readonly ours: LanguageServer;
  /** As an editor runs it that can't ask for diagnostics. */
  readonly oursPushing: LanguageServer;
  readonly theirs: LanguageServer;
}

/** The two servers ready to be started; yaml-language-server is downloaded if need be. */
export async function servers(): Promise<Servers> {
  const node = await node24();
  const program = path.join(projectFolder, 'dist', 'server.js');
  const ours = { node, program, settings: () => null };
  return {
    ours: { ...ours, diagnostics: 'pulled' },
    oursPushing: { ...ours, diagnostics: 'pushed' },
    theirs: {
      ...(await yamlLanguageServer()),
      diagnostics: 'pushed',
      settings: (section) => (section === 'yaml' ? withoutNetwork : null),
    },
  };
}

/** The server of Red Hat's YAML extension, with the Node that runs it; downloaded if need be. */
export async function yamlLanguageServer(): Promise<{ readonly node: string; readonly program: string }> {
  const name = 'yaml-language-server';
  const folder = await cachedFolder(`${name}-${yamlLanguageServerVersion}`, async (folder) => {
    console.error(`Downloading ${name} ${yamlLanguageServerVersion}.`);
    await npmInstall(folder, [`${name}@${yamlLanguageServerVersion}`]);
  });
  return { node: await node24(), program: path.join(folder, 'node_modules', name, 'bin', name) };
}

/** Settings of yaml-language-server with which it validates and fetches nothing. */
const withoutNetwork = {
  validate: true,
  schemas: {},
  schemaStore: { enable: false },
  kubernetesCRDStore: { enable: false },
};
