import { spawn } from 'node:child_process';

/** Opens an address in the user's browser, where there is a screen and a person in front of it; else does nothing. */
export function openInDefaultBrowser(address: string): void {
  if (process.env.CI) return;
  const opener = openerOfThisPlatform(address);
  if (!opener) return;
  const [command, ...args] = opener;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => console.log('No browser could be opened: open the address yourself.'));
  child.unref();
}

function openerOfThisPlatform(address: string): [string, ...string[]] | undefined {
  if (process.platform === 'darwin') return ['open', address];
  // Unlike cmd's "start", this takes an address with "&" in it as it is.
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return ['xdg-open', address];
  return undefined;
}
