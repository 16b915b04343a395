import type { InitializationOptions } from '../protocol';

/** Whether the client leaves faults of YAML itself to us; it does unless it says otherwise. */
export function reportsSyntax(options: unknown): boolean {
  return !isInitializationOptions(options) || options.reportsSyntax !== false;
}

function isInitializationOptions(options: unknown): options is InitializationOptions {
  if (typeof options !== 'object' || options === null) return false;
  const { reportsSyntax: reports }: { reportsSyntax?: unknown } = options;
  return reports === undefined || typeof reports === 'boolean';
}
