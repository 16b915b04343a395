import type { InitializationOptions } from '../protocol';

/** Whether the client leaves faults of YAML itself to us; it does unless it says otherwise. */
export function reportsSyntax(options: unknown): boolean {
  return !isInitializationOptions(options) || options.reportsSyntax !== false;
}

/** Whether the client has the commands that actions name. */
export function hasCommands(options: unknown): boolean {
  return isInitializationOptions(options) && options.hasCommands === true;
}

/** What stands before a rule's id in the address of the client's page about it, if it has such pages. */
export function rulePages(options: unknown): string | undefined {
  return isInitializationOptions(options) ? options.rulePages : undefined;
}

function isInitializationOptions(options: unknown): options is InitializationOptions {
  if (typeof options !== 'object' || options === null) return false;
  const {
    reportsSyntax: reports,
    hasCommands: commands,
    rulePages: pages,
  }: Partial<Record<string, unknown>> = {
    ...options,
  };
  if (pages !== undefined && typeof pages !== 'string') return false;
  return [reports, commands].every((option) => option === undefined || typeof option === 'boolean');
}
