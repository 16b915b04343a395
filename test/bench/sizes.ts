import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
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
  const sheet = path.join(folder, 'cheatSheet');
  const sheetFiles = readdirSync(sheet).map((name) => readFileSync(path.join(sheet, name)));
  const compressed = sheetFiles.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
  const whole = sheetFiles.reduce((sum, bytes) => sum + bytes.length, 0);
  rows.push(['dist/cheatSheet/', kilobytes(whole), kilobytes(compressed), verdict('< 1 MB', compressed < mostBytes)]);
  const extension = path.join(projectFolder, 'out', 'seaworthy.vsix');
  if (existsSync(extension)) {
    const { size } = statSync(extension);
    rows.push(['out/seaworthy.vsix', kilobytes(size), '', verdict('< 1 MB', size < mostBytes)]);
  }
  const note = existsSync(extension) ? '' : '\nThere is no out/seaworthy.vsix: `npm run package` makes it.\n';
  return `### Sizes\n\n${table(['', 'size', 'compressed', 'target'], rows)}${note}`;
}

function kilobytes(bytes: number): string {
  return `${rounded(bytes / 1000)} kB`;
}
