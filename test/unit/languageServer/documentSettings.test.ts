import assert from 'node:assert/strict';
import { documentSettings } from '../../../server/languageServer/documentSettings';

/** A client that fails as often as a test says, asked again when the test says so. */
function client(failures: number) {
  const waits: { readonly task: () => void; readonly milliseconds: number }[] = [];
  const asked: (string | undefined)[] = [];
  const told = { answered: 0, failures: 0 };
  const settings = documentSettings({
    ask: async (uri) => {
      asked.push(uri);
      if (asked.length <= failures) throw new Error('busy');
      return { profile: 'all' };
    },
    onAnswered: () => told.answered++,
    onFailure: () => told.failures++,
    later: (task, milliseconds) => waits.push({ task, milliseconds }),
  });
  /** Lets the time pass until whoever waits longest has waited. */
  const passes = async () => {
    for (const { task } of waits.splice(0)) task();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { settings, asked, told, waits, passes };
}

describe('The settings of a client', () => {
  it('are asked for once, until they change', async () => {
    const { settings, asked } = client(0);
    assert.deepEqual(await Promise.all([settings.of('a'), settings.of('a')]), [{ profile: 'all' }, { profile: 'all' }]);
    assert.equal(asked.length, 1);
    settings.forget();
    await settings.of('a');
    assert.equal(asked.length, 2);
  });

  it('are unknown while it fails, and asked for again until it answers, less and less often', async () => {
    const { settings, asked, told, waits, passes } = client(3);
    const milliseconds: number[] = [];
    for (let failed = 0; failed < 3; failed++) {
      assert.equal(await settings.of('a'), undefined);
      milliseconds.push(...waits.map((wait) => wait.milliseconds));
      await passes();
    }
    assert.deepEqual(milliseconds, [100, 200, 400]);
    assert.deepEqual(await settings.of('a'), { profile: 'all' });
    assert.deepEqual(asked, ['a', 'a', 'a', 'a']);
    assert.deepEqual(told, { answered: 1, failures: 1 });
    await passes();
    assert.equal(asked.length, 4);
  });

  it('are asked for anew when they change while it fails, and no more for what they were', async () => {
    const { settings, asked, told, passes } = client(1);
    await settings.of('a');
    settings.forget();
    assert.deepEqual(await settings.of('a'), { profile: 'all' });
    await passes();
    assert.equal(asked.length, 2);
    assert.equal(told.answered, 0);
  });
});
