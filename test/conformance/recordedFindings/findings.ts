import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The manifests and charts whose findings are recorded. */
export const recorded = ['corpus', 'charts'] as const;

/** Where the findings of some of them are recorded. */
function recordOf(name: string): string {
  return path.join(__dirname, `${name}.txt`);
}

/** Where they are; undefined on a machine without them. */
export function sourceOf(name: string): string | undefined {
  const folder = path.resolve('../shared', name);
  return existsSync(folder) ? folder : undefined;
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly field: string | null;
}

/**
 * What the built command line finds now: a line for each file, and below it one for each finding, with its rule, its
 * place, and a hash of everything else that it says.
 */
export function findingsIn(folder: string): string[] {
  const program = path.join(__dirname, '../../../dist/cli.js');
  const options = ['lint', '.', '--format', 'json', '--fail-on', 'never'];
  const out = execFileSync(process.execPath, [program, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const files: { readonly path: string; readonly findings: readonly Finding[] }[] = JSON.parse(out);
  return files.flatMap((file) => [file.path, ...file.findings.map(lineOf)]);
}

function lineOf({ rule, severity, message, start, end, field }: Finding): string {
  const place = `${start.line}:${start.column}-${start.line === end.line ? '' : `${end.line}:`}${end.column}`;
  const hash = createHash('sha256').update(`${severity} ${message} ${field}`).digest('hex').slice(0, 8);
  return `  ${rule} ${place} ${hash}`;
}

/** The findings as they were when they were recorded. */
export function recordedFindings(name: string): string[] {
  return readFileSync(recordOf(name), 'utf8').trimEnd().split('\n');
}

/** Records the findings anew. */
export function record(name: string, folder: string): void {
  writeFileSync(recordOf(name), `${findingsIn(folder).join('\n')}\n`);
}
