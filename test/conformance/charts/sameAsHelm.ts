import assert from 'node:assert/strict';
import { encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import { trace } from '../../../server/rendering/charts/origins/trace';
import type { Text } from '../../../server/rendering/charts/values/value';

/** The same bytes, but for lines that say of themselves that nobody can know them. */
export function assertSameText(rendered: Text, expected: Buffer, about?: string): void {
  if (Buffer.compare(Buffer.from(encodeUtf8(rendered.text)), expected) === 0) return;
  const [own, helms] = [rendered.text.split('\n'), expected.toString('utf8').split('\n')];
  let start = 0;
  for (const [index, line] of own.entries()) {
    if (line !== helms[index] && !isUnknown(rendered, start, line)) {
      assert.equal(line, helms[index], `${about ?? ''} line ${index + 1}`);
    }
    start += line.length + 1;
  }
  assert.equal(own.length, helms.length, about);
}

function isUnknown({ source }: Text, start: number, line: string): boolean {
  return [...line].some((_, place) => trace(source, start + place).isUnknown);
}
