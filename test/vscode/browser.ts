import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { atTheEnd, temporaryFilesIn, temporaryFolder } from './cleaningUp';
import { hasHeadlessChromium, headlessChromiumFolder } from './downloads';
import { finishedProcess } from './processes';

/** Lets Chromium run as root and in small containers, and keeps it from speaking to the network on its own. */
const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--no-first-run'],
];

/** Starts a headless Chromium, closed when the run ends: the npm package's on Linux x64, else the installed one. */
export async function launchBrowser(): Promise<Browser> {
  const common: LaunchOptions = {
    args: flags,
    env: { ...process.env, ...temporaryFilesIn(await temporaryFolder('browser')) },
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  const browser = await (hasHeadlessChromium() ? launchDownloaded(common) : launchInstalled(common));
  atTheEnd(
    () => browser.close(),
    // Playwright ends the browser by itself when the process exits.
    () => {},
  );
  return browser;
}

async function launchDownloaded(common: LaunchOptions): Promise<Browser> {
  const folder = await headlessChromiumFolder();
  const executablePath = path.join(folder, 'chromium');
  const env = { ...common.env };
  if (await lacksLibraries(executablePath)) env.LD_LIBRARY_PATH = path.join(folder, 'al2023', 'lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = await fontsConfiguration(path.join(folder, 'fonts'));
  return chromium.launch({ ...common, executablePath, env });
}

/** The system may have the few libraries that Chromium needs, and then its own are the better ones. */
async function lacksLibraries(executable: string): Promise<boolean> {
  const { output } = await finishedProcess('ldd', [executable]).catch(() => ({ output: 'not found' }));
  return output.includes('not found');
}

async function fontsConfiguration(fonts: string): Promise<string> {
  const folder = await temporaryFolder('fonts');
  const file = path.join(folder, 'fonts.conf');
  await writeFile(file, `<fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>\n`);
  return file;
}

async function launchInstalled(common: LaunchOptions): Promise<Browser> {
  const places: LaunchOptions[] = [{ channel: 'chrome' }, { channel: 'msedge' }];
  for (const file of ['/usr/bin/chromium', '/usr/bin/chromium-browser']) {
    if (existsSync(file)) places.push({ executablePath: file });
  }
  const reasons: string[] = [];
  for (const place of places) {
    try {
      return await chromium.launch({ ...common, ...place });
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`This needs Chrome, Edge or Chromium, and none could be started.\n${reasons.join('\n')}`);
}
