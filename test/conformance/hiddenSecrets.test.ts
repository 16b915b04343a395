import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import { lint } from '../../server/lint/lint';
import { hideSecrets } from '../../server/manifests/secrets/hideSecrets';
import { secretsRules } from '../../server/rules/secrets/secretsRules';

const corpus = path.resolve('../shared/corpus');
const spelledOut = new Set(secretsRules.map(({ id }) => id).filter((id) => /^secret-in-|^kustomize/.test(id)));

describe('The secrets in manifests of other projects', function () {
  this.timeout(120_000);

  it('are hidden wherever a rule would point at them', function () {
    if (!existsSync(corpus)) this.skip();
    const answer = optionsFor(emptyConfiguration, 'all.yaml', { reportsSyntax: false, checksEveryDocument: false });
    assert.notEqual(answer.state, 'excluded');
    if (answer.state === 'excluded') return;
    const { options } = answer;
    const rules = options.rules.filter(({ rule }) => spelledOut.has(rule.id));
    let count = 0;
    for (const name of readdirSync(corpus, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:ya?ml|json)$/.test(name)) continue;
      const text = readFileSync(path.join(corpus, name), 'utf8');
      const found = lint(text, { ...options, rules }).documents.flatMap(({ start, document }) =>
        document.findings.map(({ range }) => ({ start: start + range.start, end: start + range.end })),
      );
      if (found.length === 0) continue;
      const shown = hideSecrets(text, options.workloadKinds);
      assert.equal(shown.length, text.length, name);
      for (const { start, end } of found) {
        count++;
        assert.match(shown.slice(start, end), /^[\s*]+$/, `${name} at ${start}`);
      }
    }
    assert.ok(count > 20, `${count} secrets were found`);
  });
});
