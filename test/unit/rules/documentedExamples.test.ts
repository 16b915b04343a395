import assert from 'node:assert/strict';
import { rules } from '../../../server/rules/catalogue';
import type { Rule } from '../../../server/rules/rule';
import { findingsIn, fixed } from './markedManifest';

/** Rules about the use of something that the baseline level forbids altogether, with the rule that does. */
const presumed: Readonly<Record<string, string>> = {
  'privilege-escalation-conflict': 'added-capability',
  'runtime-socket-mount': 'host-path-volume',
  'sensitive-host-path': 'host-path-volume',
  'writable-host-path': 'host-path-volume',
};

/** An example may leave out other practices, but it must not hand over the node. */
function rulesFor(rule: Rule): Rule[] {
  return rules.filter(
    (other) =>
      other === rule || (other.severity === 'error' && other.profile === 'baseline' && other.id !== presumed[rule.id]),
  );
}

/** Rules that say nothing of a file by itself: their own tests show them the whole workspace, or the chart. */
const needMore: readonly string[] = ['reference-missing', 'chart-not-rendered'];

for (const rule of rules.filter(({ id }) => !needMore.includes(id))) {
  describe(`the examples of ${rule.id}`, () => {
    const linted = { rules: rulesFor(rule), allowedRegistries: ['registry.example.com'] };

    it('report this rule alone where they are bad', () => {
      const found = findingsIn(rule.bad, linted);
      assert.deepEqual(
        found.map(({ finding }) => finding.rule.id),
        [rule.id],
      );
    });

    it('report nothing where they are good', () => {
      const found = findingsIn(rule.good, linted);
      assert.deepEqual(
        found.map(({ finding }) => `${finding.rule.id}: ${finding.message}`),
        [],
      );
    });

    const fix = findingsIn(rule.bad, linted)[0]?.finding.fixes[0];
    if (fix && fix.class !== 'ask') {
      it('become good from bad by the first fix', () => {
        assert.equal(fixed(rule.bad, '', linted), rule.good);
      });
    } else if (fix) {
      it('have nothing left to report after the first fix', () => {
        assert.deepEqual(findingsIn(fixed(rule.bad, '', linted), linted), []);
      });
    }
  });
}

describe('a finding', () => {
  it('speaks in one sentence without a full stop, and its fixes say what they do', () => {
    for (const rule of rules) {
      for (const { finding } of findingsIn(rule.bad, { rules: [rule], allowedRegistries: ['registry.example.com'] })) {
        assert.match(finding.message, /^[A-Z][^\n]*[^.\n]$/);
        for (const { title, class: fixClass } of finding.fixes) {
          assert.match(title, /^[A-Z][^\n]*[^.\n]$/);
          if (fixClass === 'harden') assert.match(title, /\(.+\)$/, 'a hardening fix says what may stop working');
        }
      }
    }
  });
});
