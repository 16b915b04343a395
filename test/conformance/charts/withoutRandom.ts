import assert from 'node:assert/strict';
import { encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import { trace } from '../../../server/rendering/charts/origins/trace';
import type { Text } from '../../../server/rendering/charts/values/value';

/** What helm has rendered, which is the same but for lines that say of themselves that nobody can know them: these are ours. */
export function withoutRandom(rendered: Text, expected: Uint8Array): string {
  if (Buffer.compare(Buffer.from(encodeUtf8(rendered.text)), expected) === 0) return rendered.text;
  const [own, helms] = [rendered.text.split('\n'), Buffer.from(expected).toString('utf8').split('\n')];
  assert.equal(own.length, helms.length);
  let start = 0;
  return own
    .map((line, index) => {
      const isSame = line === helms[index];
      if (!isSame) assert.ok(isUnknown(rendered, start, line), `line ${index + 1}: ${line} ≠ ${helms[index]}`);
      start += line.length + 1;
      return isSame ? helms[index] : line;
    })
    .join('\n');
}

function isUnknown({ source }: Text, start: number, line: string): boolean {
  return [...line].some((_, place) => trace(source, start + place).isUnknown);
}
