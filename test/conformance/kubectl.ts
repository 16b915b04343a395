import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * What kubectl, which needs no cluster for it, can't read of some manifests: their indexes, with what it says.
 *
 * @param kubectl the program
 */
export function unreadableFor(kubectl: string, texts: readonly string[]): Map<number, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-kubectl-'));
  try {
    for (const [index, text] of texts.entries()) writeFileSync(path.join(folder, `m${index}.yaml`), text);
    const unreadable = new Map<number, string>();
    // It stops at the first file that is no YAML, so that one is put aside and the others are tried again.
    for (;;) {
      const args = ['label', '--local', '--overwrite', '-o', 'name', '-f', folder, 'seaworthy=read'];
      const { status, stderr } = spawnSync(kubectl, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
      if (status === 0) return unreadable;
      const faults = [...stderr.matchAll(/^.*[/\\]m(\d+)\.yaml.*$/gm)];
      if (faults.length === 0) throw new Error(`kubectl says: ${stderr}`);
      for (const { 0: said, 1: index } of faults) {
        unreadable.set(Number(index), said);
        rmSync(path.join(folder, `m${index}.yaml`), { force: true });
      }
      if (unreadable.size === texts.length) return unreadable;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
