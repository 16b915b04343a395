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

describe('A text that is shown', () => {
  const shown = (text: string) => shownText(text, [], []).text;

  it('holds no token of a bearer, whatever it looks like', () => {
    for (const token of ['Zq7!kGhTr5LmNpQx', '3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'swordfish', 'a.b.c']) {
      assert.ok(!shown(`curl -H 'Authorization: Bearer ${token}' https://x`).includes(token), token);
      assert.ok(!shown(`authorization: "bearer ${token}"`).includes(token), token);
    }
    assert.match(shown("curl -H 'Authorization: Bearer $(cat /run/token)' https://x"), /\$\(cat/);
    assert.match(shown('# a bearer token is needed'), /bearer token is needed/);
  });

  it('holds no comment that repeats the secret of its line', () => {
    assert.equal(
      shown('args: ["--password", "swordfish"] # was swordfish\n'),
      'args: ["--password", "*********"] # was *********\n',
    );
  });

  it('repeats nowhere what is no word', () => {
    const text = 'env: [{name: PASSWORD, value: "hunter22"}]\n# hunter22 is old, hunter223 is not\nargs: [hunter22]\n';
    assert.equal(
      shown(`data:\n  PASSWORD: "hunter22"\n${text}`),
      `data:\n  PASSWORD: "********"\n${text.replaceAll(/hunter22\b/g, '********')}`,
    );
  });

  it('keeps words that are passwords elsewhere', () =>
    assert.match(shown('DB_PASSWORD: "postgres"\nimage: postgres\n'), /image: postgres/));
});
