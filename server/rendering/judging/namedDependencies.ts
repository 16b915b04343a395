import { readOnce } from '../../readOnce';
import { items, member, rangeOf, rootField, stringOf } from '../../yaml/field/field';
import type { OffsetRange } from '../../yaml/parsing/lines';
import { parseTree } from '../../yaml/read/tree';
import type { SourceFile } from '../charts/origins/source';

/** A chart as the one around it names it. */
export interface NamedDependency {
  readonly name: string | undefined;
  readonly alias: string | undefined;
  /** Of its name in the file. */
  readonly range: OffsetRange;
}

/** The charts that a `Chart.yaml` or `requirements.yaml` names; none for a file that can't be read. */
export const namedDependencies = readOnce(({ text }: SourceFile): readonly NamedDependency[] => {
  const parsed = parseTree({ variants: [text], ways: [], gaps: [] }, 0, text);
  if (parsed.outcome !== 'parsed') return [];
  return items(member(rootField(parsed.tree), 'dependencies')).map((dependency) => {
    const name = member(dependency, 'name');
    return { name: stringOf(name), alias: stringOf(member(dependency, 'alias')), range: rangeOf(name) };
  });
});
