import type { InitializationOptions } from '../protocol/starting';

/** Whether the client leaves faults of YAML itself to us; it does unless it says otherwise. */
export function reportsSyntax(options: unknown): boolean {
  return !isInitializationOptions(options) || options.reportsSyntax !== false;
}

/** Whether nobody else warns of missing resource limits in what is open. */
export function reportsLimits(options: unknown): boolean {
  return !isInitializationOptions(options) || options.reportsLimits !== false;
}

/** Whether the client wants manifests in JSON looked at; it does unless it says otherwise. */
export function looksAtJson(options: unknown): boolean {
  return !isInitializationOptions(options) || options.looksAtJson !== false;
}

/** Whether the client has the commands that actions name. */
export function hasCommands(options: unknown): boolean {
  return isInitializationOptions(options) && options.hasCommands === true;
}

/** Whether another extension completes what the schemas of Kubernetes say. */
export function hasSchemas(options: unknown): boolean {
  return isInitializationOptions(options) && options.hasSchemas === true;
}

/** The client's command that asks for completions at the cursor, if it has one. */
export function completionCommand(options: unknown): string | undefined {
  return isInitializationOptions(options) ? options.completionCommand : undefined;
}

/** What stands before a rule's id in the address of the client's page about it, if it has such pages. */
export function rulePages(options: unknown): string | undefined {
  return isInitializationOptions(options) ? options.rulePages : undefined;
}

function isInitializationOptions(options: unknown): options is InitializationOptions {
  if (typeof options !== 'object' || options === null) return false;
  const told: Partial<Record<string, unknown>> = { ...options };
  const areOf = (type: 'boolean' | 'string', ...names: readonly string[]) =>
    names.every((name) => told[name] === undefined || typeof told[name] === type);
  return (
    areOf('boolean', 'reportsSyntax', 'reportsLimits', 'looksAtJson', 'hasSchemas', 'hasCommands') &&
    areOf('string', 'rulePages', 'completionCommand')
  );
}
