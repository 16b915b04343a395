import assert from 'node:assert/strict';
import { shownText } from '../../../../server/manifests/secrets/hideSecrets';

describe('A message that is shown', () => {
  const shown = (value: string) => shownText(`env:\n  - name: DB_PASSWORD\n    value: ${value}\n`, [], []);

  it('holds no secret of its document', () =>
    assert.equal(shown('hunter22').withoutSecrets('It was hunter22'), 'It was ********'));

  it('keeps the word for a secret, whose absence would tell the value', () => {
    const message = 'The variable DB_PASSWORD holds a password in plain text';
    assert.equal(shown('password').withoutSecrets(message), message);
    assert.ok(shown('password').reveals('value: password'));
  });
});
