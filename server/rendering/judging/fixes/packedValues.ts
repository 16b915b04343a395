import { readOnce } from '../../../readOnce';
import { items, member, rootField, stringOf } from '../../../yaml/field/field';
import { parseTree } from '../../../yaml/read/tree';
import type { SourceFile } from '../../charts/origins/source';
import type { JudgedChart } from '../judgeChart';
import type { ValuePlace } from './sayings';

/**
 * Where somebody can change a value: where it stands, or, for what a packed chart says of itself, in the values of the chart
 * around it, by each name that this one has for it.
 */
export function changeableValues({ file, path }: ValuePlace, fileAt: JudgedChart['fileAt']): ValuePlace[] {
  const end = file.path.indexOf('!');
  // A file is one object, whoever has read it.
  if (end < 0) return [{ file: sameFile(file, fileAt(file.path)), path }];
  const archive = file.path.slice(0, end);
  const inner = file.path.slice(end + 1);
  const charts = archive.lastIndexOf('charts/');
  const folder = archive.slice(0, Math.max(0, charts));
  const around = fileAt(`${folder}values.yaml`);
  // The values of charts in a packed one stand below the names of their folders, if at all.
  if (!around || inner.includes('!') || !/^(?:charts\/[^/]+\/)*values\.yaml$/.test(inner)) return [];
  const below = [...inner.matchAll(/charts\/([^/]+)\//g)].map(([, name = '']) => name);
  const name = archive.slice(charts + 'charts/'.length).replace(/-v?\d+\.\d+\.\d+.*$|\.tgz$/, '');
  return namesFor(name, fileAt(`${folder}requirements.yaml`) ?? fileAt(`${folder}Chart.yaml`)).map((known) => ({
    file: around,
    path: [known, ...below, ...path],
  }));
}

function sameFile(file: SourceFile, known: SourceFile | undefined): SourceFile {
  return known?.text === file.text ? known : file;
}

/** What a chart calls one of those that it depends on. */
function namesFor(name: string, file: SourceFile | undefined): string[] {
  const aliases = file ? dependenciesOf(file).filter((one) => one.name === name) : [];
  return aliases.length === 0 ? [name] : aliases.map(({ alias }) => alias ?? name);
}

const dependenciesOf = readOnce(({ text }: SourceFile) => {
  const parsed = parseTree({ variants: [text], ways: [], gaps: [] }, 0, text);
  if (parsed.outcome !== 'parsed') return [];
  return items(member(rootField(parsed.tree), 'dependencies')).map((dependency) => ({
    name: stringOf(member(dependency, 'name')),
    alias: stringOf(member(dependency, 'alias')),
  }));
});
