import { existsSync, writeFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { baselineText } from '../workspace/baseline';
import { fileFault } from '../workspace/disk/fileFault';
import type { FileReport } from './report';
import { writeAtomically } from './writeAtomically';

/** Writes the findings of files down as a baseline; gives back why it could not be done. */
export function writeBaseline(path: string, reports: readonly FileReport[]): string | undefined {
  const baseline = new Map<string, Map<string, Set<string>>>();
  for (const report of reports) {
    if (report.path === undefined || report.outcome.state !== 'linted') continue;
    const known = new Map<string, Set<string>>();
    for (const { rule, fingerprints } of report.outcome.findings) {
      if (fingerprints) known.set(rule, (known.get(rule) ?? new Set()).add(fingerprints.v2));
    }
    baseline.set(relative(dirname(path), report.path).split(sep).join('/'), known);
  }
  const bytes = Buffer.from(baselineText(baseline));
  if (existsSync(path)) return writeAtomically(path, bytes);
  try {
    writeFileSync(path, bytes);
    return undefined;
  } catch (error) {
    return `could not be written: ${fileFault(error)}`;
  }
}
