import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { parseSnippet } from '../../../../server/features/snippets/snippetText';
import { linuxSystemCalls } from '../../../snippets/linuxSystemCalls';
import { seccompProfileSchema, seccompRuleSchema } from '../../../snippets/seccompSchema';
import { shippedSnippets } from '../../../snippets/shippedSnippets';

const ajv = new Ajv({ allErrors: true });
const isProfile = ajv.compile(seccompProfileSchema);
const isRule = ajv.compile(seccompRuleSchema);

describe('Seccomp snippets', () => {
  for (const { id, body, isFile } of shippedSnippets.filter(({ language }) => language === 'json')) {
    it(`are what container runtimes read, whatever is chosen: ${id}`, () => {
      for (const text of everyChoice(body)) {
        const read: unknown = JSON.parse(text);
        const validate = isFile ? isProfile : isRule;
        assert.ok(validate(read), ajv.errorsText(validate.errors));
        const names = [...text.matchAll(/"([a-z][a-z0-9_]*)"(?!:)/g)].map(([, name]) => name ?? '');
        assert.deepEqual(
          names.filter((name) => !linuxSystemCalls.has(name)),
          [],
        );
      }
    });
  }

  it('would not pass with a system call, an action or a key that is none', () => {
    assert.ok(!linuxSystemCalls.has('exec'));
    assert.ok(!isProfile({ defaultAction: 'SCMP_ACT_DENY' }));
    assert.ok(!isProfile({ defaultAction: 'SCMP_ACT_LOG', syscalls: [{ name: 'read', action: 'SCMP_ACT_ALLOW' }] }));
  });
});

/** A snippet with each of the values that its choices offer. */
function everyChoice(body: string): string[] {
  const parts = parseSnippet(body);
  const stops = parts.flatMap((part) => (part.kind === 'tab stop' ? [part] : []));
  const chosen = stops.flatMap(({ number, choices }) => choices.map((choice) => new Map([[number, choice]])));
  return [new Map<number, string>(), ...chosen].map((values) =>
    parts.map((part) => (part.kind === 'text' ? part.text : (values.get(part.number) ?? part.value))).join(''),
  );
}
