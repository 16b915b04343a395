import { codeSpan } from '../../../features/values/markdown';
import { textOf } from '../../../rendering/charts/chart/givenFile';
import { items, members, pathOf, writtenText } from '../../../yaml/field/field';
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

/** What a comment says of a key: the one that stands above it, or one that names it as a parameter. */
export function commentAbout(found: FoundKey): string | undefined {
  return parameterComment(found) ?? commentAbove(found);
}

/** `## @param image.tag [default] What it is`, as some keep it in one place for many keys. */
function parameterComment({ file, field }: FoundKey): string | undefined {
  const text = textOf(file);
  const named = ` ${pathOf(field).join('.')} `;
  for (let at = text.indexOf('@param'); at >= 0; at = text.indexOf('@param', at + 1)) {
    const start = at + '@param'.length;
    if (!text.startsWith(named, start)) continue;
    const end = text.indexOf('\n', start);
    const said = text.slice(start + named.length, end < 0 ? undefined : end).replace(/^\[[^\]]*\]/, '');
    return said.trim() || undefined;
  }
  return undefined;
}

/** The comment that stands above a key, without its marks. */
function commentAbove({ file, key }: FoundKey): string | undefined {
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
