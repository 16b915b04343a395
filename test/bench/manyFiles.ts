import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findFiles } from '../../server/workspace/disk/walk';
import { corpusFolder } from './manifests';

/**
 * Copies the corpus into a folder until there are so many files, each copy with names, namespaces and values of its
 * own; gives back how many.
 */
export function copyCorpus(folder: string, wantedFiles: number): number {
  const { files } = findFiles([corpusFolder], corpusFolder);
  let written = 0;
  for (let copy = 0; written < wantedFiles; copy++) {
    for (const { path: source, name } of files) {
      if (written === wantedFiles) break;
      const target = path.join(folder, `copy-${copy}`, name);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, named(readFileSync(source, 'utf8'), copy));
      written++;
    }
  }
  return written;
}

/** A manifest with other names, namespaces, labels and quantities. */
function named(text: string, copy: number): string {
  return text
    .replace(
      /^(\s*(?:- )?(?:name|namespace|app|k8s-app|component|instance|secretName|claimName|serviceAccountName|serviceName|app\.kubernetes\.io\/\w+): )("?)([a-z][\w.-]*)\2[ \t]*$/gm,
      `$1$2$3-${copy}$2`,
    )
    .replace(
      /^(\s*(?:memory|cpu|storage): "?)(\d+)/gm,
      (_, key: string, amount: string) => `${key}${Number(amount) + copy}`,
    );
}
