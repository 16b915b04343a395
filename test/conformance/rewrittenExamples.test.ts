import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { lint } from '../../server/lint/lint';
import { rules } from '../../server/rules/catalogue';
import type { Rule } from '../../server/rules/rule';
import { optionsWith } from '../unit/lint/linting';
import { type Layout, layouts, type Value, written } from '../unit/yaml/generatedDocuments';
import { findingsOf, proveFix } from './fixProof';

/** How often each example is rewritten. */
const times = process.env.SEAWORTHY_TEST_ALL ? 60 : 4;

/** An example as somebody else would have written it: in another layout, with its keys in another order. */
function rewritten(example: string, layout: Layout, seed: number): string | undefined {
  const documents = parseAllDocuments(example, { version: '1.1', logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  const texts = documents.map((document) => {
    const value: Value = reordered(document.toJS(), seed);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? written(value, layout) : '';
  });
  return texts
    .map((text) => (text.endsWith(layout.lineEnd) ? text : text + layout.lineEnd))
    .join(`---${layout.lineEnd}`);
}

function reordered(value: Value, seed: number): Value {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => reordered(item, seed));
  const rank = (key: string) =>
    seed === 0 ? 0 : [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 9973, 7);
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(entries.map(([key, member]) => [key, reordered(member, seed)]));
}

describe('The examples of rules, however they are written', function () {
  this.timeout(600_000);
  let findings = 0;
  let offered = 0;

  // What is JSON alone, or no YAML, says nothing in other layouts.
  const isRewritable = ({ looksAt, bad }: Rule) =>
    looksAt !== 'text' && looksAt !== 'AppArmor profile' && !bad.startsWith('{');
  for (const rule of rules.filter(isRewritable)) {
    it(`are mended by every fix of ${rule.id}`, () => {
      const options = optionsWith([rule]);
      const before = findingsOf(lint(rule.bad, options)).length;
      fc.assert(
        fc.property(layouts, fc.nat(50), (layout, seed) => {
          const text = rewritten(rule.bad, layout, seed);
          if (text === undefined) return;
          const linted = lint(text, options);
          assert.equal(findingsOf(linted).length, before, `not as many findings as in the example in\n${text}`);
          for (const place of linted.documents) {
            for (const finding of place.document.findings) {
              const proofs = finding.fixes.map((fix) => proveFix(text, linted, place, finding, fix));
              const failed = proofs.find(({ outcome }) => outcome === 'failed');
              assert.ok(
                failed?.outcome !== 'failed',
                `${failed && 'reason' in failed ? failed.reason : ''}\n${text}\n→\n${failed && 'text' in failed ? failed.text : ''}`,
              );
              if (proofs.length === 0) continue;
              findings++;
              if (proofs.some(({ outcome }) => outcome === 'fine')) offered++;
            }
          }
        }),
        { numRuns: times },
      );
    });
  }

  it('are offered a fix nearly always', () => {
    console.log(`      ${findings} findings, ${offered} offered a fix`);
    assert.ok(offered >= 0.95 * findings, `${offered} of ${findings}`);
  });
});
