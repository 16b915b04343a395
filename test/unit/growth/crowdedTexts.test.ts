import assert from 'node:assert/strict';
import { emptyConfiguration } from '../../../server/configuration/configuration';
import { optionsFor } from '../../../server/configuration/effectiveOptions';
import { randomFrom } from '../../random';
import { answersTo } from '../../stress/answers';
import { generatorNames, generators } from '../../stress/generatedTexts';
import { type CallCounter, callCounter } from './countedCalls';

const short = 6000;

/** How many times the calls may be for twice the text; four would be those of a text whose every part is held against every other. */
const most = 2.7;

describe('The work for a text that is crowded with one thing', function () {
  this.timeout(240_000);
  let counter: CallCounter;
  before(async () => {
    counter = await callCounter();
  });
  after(() => counter.end());

  for (const name of generatorNames) {
    it(`grows as the text does: ${name}`, async () => {
      const chosen = optionsFor({ ...emptyConfiguration, profile: 'all' }, 'text.yaml', {
        reportsSyntax: true,
        checksEveryDocument: false,
      });
      assert.ok(chosen.state === 'linted');
      const callsFor = (length: number) => {
        const text = generators[name]?.(length, randomFrom(1)) ?? '';
        return counter.callsOf(() => answersTo(text, chosen.options, randomFrom(2)));
      };
      const [once, twice] = [await callsFor(short), await callsFor(2 * short)];
      assert.ok(once > 0);
      assert.ok(twice <= most * once, `${once} calls for ${short} characters, ${twice} for twice as many`);
    });
  }
});
