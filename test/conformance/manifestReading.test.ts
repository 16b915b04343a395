import assert from 'node:assert/strict';
import { buildingTime, type GoProgram, startGoProgram, whyNoGo } from '../kubernetes/goPrograms/goProgram';
import { disturbedText, generatedText, randomOf } from './manifestReading/generatedText';
import { ourReading, type Reading } from './manifestReading/readings';

const seed = 20261128;

/** Answers of the reader that kubectl has, from the packages of Kubernetes 1.37. */
async function kubectlReadings(reader: GoProgram, texts: readonly string[]): Promise<readonly Reading[]> {
  return (await reader.ask(texts.map((text) => ({ text })))).map((answer): Reading => JSON.parse(answer));
}

/** A value to be compared. How many spaces and lines a text holds is left out: Unicode's line breaks are folded otherwise. */
function compared(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[ \n\u0085\u2028\u2029]+/g, ' ').replaceAll('\uE000', '\uFFFD');
  if (Array.isArray(value)) return value.map(compared);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [compared(key), compared(member)]));
}

describe('what is read, beside what kubectl reads', () => {
  const missing = whyNoGo();
  let reader: GoProgram;

  before(async function () {
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    this.timeout(buildingTime);
    reader = await startGoProgram('manifestReader');
  });

  after(() => reader?.stop());

  it('is the same in generated streams of YAML and JSON, and so is what is refused', async function () {
    this.timeout(120_000);
    const texts = Array.from({ length: 3000 }, (_, index) => generatedText(randomOf(seed + index)));
    for (const [index, theirs] of (await kubectlReadings(reader, texts)).entries()) {
      const text = texts[index] ?? '';
      const ours = ourReading(text);
      assert.deepEqual(compared(ours.documents), compared(theirs.documents), JSON.stringify(text));
      assert.equal(
        ours.refused !== '',
        theirs.refused !== '',
        `${JSON.stringify(text)}: ${ours.refused || theirs.refused}`,
      );
    }
  });

  it('is the same in disturbed texts that both can read', async function () {
    this.timeout(120_000);
    const texts = Array.from({ length: 3000 }, (_, index) => disturbedText(randomOf(seed + index)));
    let both = 0;
    for (const [index, theirs] of (await kubectlReadings(reader, texts)).entries()) {
      const text = texts[index] ?? '';
      const ours = ourReading(text);
      if (ours.refused !== '' || theirs.refused !== '') continue;
      both++;
      assert.deepEqual(compared(ours.documents), compared(theirs.documents), JSON.stringify(text));
    }
    assert.ok(both > 500, `${both} texts could be read`);
  });
});
