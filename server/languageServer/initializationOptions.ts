import type { InitializationOptions } from '../protocol';

/** Whether the client leaves faults of YAML itself to us; it does unless it says otherwise. */
export function reportsSyntax(options: unknown): boolean {
  return !isInitializationOptions(options) || options.reportsSyntax !== false;
}

/** Whether the client has the commands that actions name. */
export function hasCommands(options: unknown): boolean {
  return isInitializationOptions(options) && options.hasCommands === true;
}

function isInitializationOptions(options: unknown): options is InitializationOptions {
  if (typeof options !== 'object' || options === null) return false;
  const { reportsSyntax: reports, hasCommands: commands }: { reportsSyntax?: unknown; hasCommands?: unknown } = options;
  return [reports, commands].every((option) => option === undefined || typeof option === 'boolean');
}
