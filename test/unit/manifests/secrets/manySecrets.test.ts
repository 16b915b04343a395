import assert from 'node:assert/strict';
import { secretsInText } from '../../../../server/manifests/secrets/secretsInText';

describe('a text with very many secrets', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `password=uK7-mQ2-${index}-zR9`).join('\n');

  it('tells a hundred, the last of which takes in all others', () => {
    assert.equal(secretsInText(lines(100)).length, 100);
    const text = lines(5_000);
    const found = secretsInText(text);
    assert.equal(found.length, 100);
    assert.equal(found.at(-1)?.end, text.length);
  });
});
