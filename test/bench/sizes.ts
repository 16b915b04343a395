import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageLimit } from '../../build/bundles/limits';
import { projectFolder } from '../vscode/build';
import { rounded, table, verdict } from './figures';

const mostBytes = 1e6;

/** The sizes of what is shipped, as a table. */
export function measuredSizes(): string {
  const folder = path.join(projectFolder, 'dist');
  const bundles = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const rows = bundles.map((name) => {
    const bytes = readFileSync(path.join(folder, name));
    return [`dist/${name}`, kilobytes(bytes.length), kilobytes(gzipSync(bytes).length), ''];
  });
  const parts = weighed(path.join(folder, 'parts'));
  rows.push(['dist/parts/', kilobytes(parts.whole), kilobytes(parts.compressed), '']);
  const sheet = weighed(path.join(folder, 'cheatSheet'));
  const sheetVerdict = verdict('< 1 MB', sheet.compressed < mostBytes);
  rows.push(['dist/cheatSheet/', kilobytes(sheet.whole), kilobytes(sheet.compressed), sheetVerdict]);
  const extension = path.join(projectFolder, 'out', 'seaworthy.vsix');
  if (existsSync(extension)) {
    const { size } = statSync(extension);
    const packageVerdict = verdict(`≤ ${packageLimit / 1e6} MB`, size <= packageLimit);
    rows.push(['out/seaworthy.vsix', kilobytes(size), '', packageVerdict]);
  }
  const note = existsSync(extension) ? '' : '\nThere is no out/seaworthy.vsix: `npm run package` makes it.\n';
  return `### Sizes\n\n${table(['', 'size', 'compressed', 'target'], rows)}${note}`;
}

/** What all files of a folder weigh, in bytes. */
function weighed(folder: string): { readonly whole: number; readonly compressed: number } {
  const files = readdirSync(folder).map((name) => readFileSync(path.join(folder, name)));
  return {
    whole: files.reduce((sum, bytes) => sum + bytes.length, 0),
    compressed: files.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0),
  };
}

function kilobytes(bytes: number): string {
  return `${rounded(bytes / 1000)} kB`;
}
