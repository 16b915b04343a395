import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finishedProcess } from './processes';

const quickAndQuiet = ['--no-audit', '--no-fund', '--no-package-lock', '--no-update-notifier', '--loglevel=error'];

/**
 * Installs `packages` into `folder`'s node_modules, without running their scripts, so that no compiler is needed.
 * With no packages it installs what the folder's own package.json depends on.
 *
 * @throws with npm's output when npm fails.
 */
export async function npmInstall(folder: string, packages: string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = path.join(folder, 'package.json');
  const hasManifest = await stat(manifest).catch(() => undefined);
  if (!hasManifest) await writeFile(manifest, '{ "private": true }\n');

  const install = ['install', '--prefix', folder, '--ignore-scripts', '--omit=dev', '--include=optional'];
  const { command, prefix, shell } = npmCommand();
  const result = await finishedProcess(command, [...prefix, ...install, ...quickAndQuiet, ...packages], {
    cwd: folder,
    env: environmentOutsideScripts(),
    shell,
  });
  if (result.exitCode !== 0) {
    const what = packages.join(' ') || `the dependencies of ${manifest}`;
    throw new Error(`npm could not install ${what}. Is the npm registry reachable?\n${result.output}`);
  }
}

/** npm as its own scripts know it, which spares Windows a shell; else the one on the PATH. */
function npmCommand(): { command: string; prefix: string[]; shell: boolean } {
  const script = process.env.npm_execpath;
  if (script && path.basename(script) === 'npm-cli.js') {
    return { command: process.execPath, prefix: [script], shell: false };
  }
  return { command: 'npm', prefix: [], shell: process.platform === 'win32' };
}

/** Without the variables by which `npm run` describes its own package, which the installation must not take for its own. */
function environmentOutsideScripts(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const name of Object.keys(environment)) {
    if (/^npm_(package|lifecycle)_/.test(name) || /^(npm_config_local_prefix|NODE_ENV|INIT_CWD)$/.test(name)) {
      delete environment[name];
    }
  }
  return environment;
}
