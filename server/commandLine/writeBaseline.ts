import { dirname, relative, sep } from 'node:path';
import { baselineText, isBaseline } from '../workspace/baseline';
import { fileWriter } from '../workspace/disk/fileWriter';
import { readBytes } from '../workspace/disk/readBytes';
import { resolvedFolder } from '../workspace/disk/walk';
import type { FileReport } from './report';

/**
 * Writes the findings of files down as a baseline; gives back why it could not be done, as goes on from its name.
 *
 * @param now the time in milliseconds
 */
export function writeBaseline(path: string, reports: readonly FileReport[], now: () => number): string | undefined {
  const baseline = new Map<string, Map<string, Set<string>>>();
  for (const report of reports) {
    if (report.path === undefined || report.outcome.state !== 'linted') continue;
    const known = new Map<string, Set<string>>();
    for (const { rule, fingerprints } of report.outcome.findings) {
      if (fingerprints) known.set(rule, (known.get(rule) ?? new Set()).add(fingerprints.v2));
    }
    baseline.set(relative(dirname(path), report.path).split(sep).join('/'), known);
  }
  const after = Buffer.from(baselineText(baseline));
  const writer = fileWriter(now);
  const read = readBytes(path);
  switch (read.state) {
    case 'gone':
      return writer.create(path, after);
    case 'unreadable':
      return read.reason;
    case 'bytes': {
      const before = read.bytes;
      if (!isBaseline(before.toString('utf8'))) return 'is there and is no baseline, so it was left alone';
      return writer.replace({ path, root: resolvedFolder(path), before, after });
    }
  }
}
