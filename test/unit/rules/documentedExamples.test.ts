import assert from 'node:assert/strict';
import { rules } from '../../../server/rules/catalogue';
import { findingsIn, fixed } from './markedManifest';

for (const rule of rules) {
  describe(`the examples of ${rule.id}`, () => {
    const { profile } = rule;

    it('report this rule alone where they are bad', () => {
      const found = findingsIn(rule.bad, { profile });
      assert.deepEqual(
        found.map(({ finding }) => finding.rule.id),
        [rule.id],
      );
    });

    it('report nothing where they are good', () => {
      const found = findingsIn(rule.good, { profile });
      assert.deepEqual(
        found.map(({ finding }) => `${finding.rule.id}: ${finding.message}`),
        [],
      );
    });

    const fix = findingsIn(rule.bad, { profile })[0]?.finding.fixes[0];
    if (fix && fix.class !== 'ask') {
      it('become good from bad by the first fix', () => {
        assert.equal(fixed(rule.bad, '', { profile }), rule.good);
      });
    } else if (fix) {
      it('have nothing left to report after the first fix', () => {
        assert.deepEqual(findingsIn(fixed(rule.bad, '', { profile }), { profile }), []);
      });
    }
  });
}

describe('a finding', () => {
  it('speaks in one sentence without a full stop, and its fixes say what they do', () => {
    for (const rule of rules) {
      for (const { finding } of findingsIn(rule.bad, { profile: rule.profile })) {
        assert.match(finding.message, /^[A-Z][^\n]*[^.\n]$/);
        for (const { title, class: fixClass } of finding.fixes) {
          assert.match(title, /^[A-Z][^\n]*[^.\n]$/);
          if (fixClass === 'harden') assert.match(title, /\(.+\)$/, 'a hardening fix says what may stop working');
        }
      }
    }
  });
});
