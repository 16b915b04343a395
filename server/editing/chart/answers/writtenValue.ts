import { codeSpan } from '../../../features/values/markdown';
import { items, members, writtenText } from '../../../yaml/field/field';
import { textOf } from '../model/chartText';
import type { FoundKey } from '../model/yamlFile';

/** What is written behind a key, in a few words. */
export function shortValue({ file, field, start }: FoundKey): string {
  const text = writtenText(field);
  if (text !== undefined) {
    const range = field.node?.range;
    const written = range
      ? textOf(file)
          .slice(start + range[0], start + range[1])
          .trim()
      : text;
    const [first = ''] = written.split('\n');
    return codeSpan(first === written ? written : `${first} …`);
  }
  const keys = members(field).map(({ name }) => name);
  if (keys.length > 0) return `${keys.slice(0, 6).map(codeSpan).join(', ')}${keys.length > 6 ? ', …' : ''}`;
  const count = items(field).length;
  if (count > 0) return count === 1 ? 'a list of one item' : `a list of ${count} items`;
  const range = field.node?.range;
  return range
    ? codeSpan(
        textOf(file)
          .slice(start + range[0], start + range[1])
          .trim() || 'null',
      )
    : codeSpan('null');
}

/** The comment that stands above a key, without its marks. */
export function commentAbove({ file, key }: FoundKey): string | undefined {
  const text = textOf(file);
  const lines: string[] = [];
  let end = text.lastIndexOf('\n', key.start - 1);
  while (end > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const [, comment] = /^[ \t]*#+[ \t]?(.*?)\r?$/.exec(text.slice(start, end)) ?? [];
    if (comment === undefined) break;
    lines.unshift(comment);
    end = start - 1;
  }
  // The marks of tools that make pages of comments.
  const said = lines
    .filter((line) => !/^(?:@(?!param)|-{3,}|={3,})/.test(line))
    .map((line) => line.replace(/^-- ?/, ''));
  const comment = said.join('\n').trim();
  return comment === '' || comment.startsWith('@param') ? undefined : comment;
}
