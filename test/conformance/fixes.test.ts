import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import { applyFixes, type FixChoice } from '../../server/fixes/applyFixes';
import { fixesWithin } from '../../server/fixes/hardening';
import { mend } from '../../server/fixes/mend';
import { type LintedText, lint } from '../../server/lint/lint';
import { rules } from '../../server/rules/catalogue';
import type { Fix } from '../../server/rules/rule';
import { fileOffset } from '../../server/yaml/parsing/offsets';
import { isTemplated } from '../../server/yaml/templates/templates';
import { applyTextEdits } from '../../server/yaml/write/renderEdits';
import { kubectlFolder } from '../vscode/downloads';
import { findingFault, meaningFault, proveFix } from './fixProof';
import { FixReport } from './fixReport';
import { unreadableFor } from './kubectl';

const corpus = path.resolve('../shared/corpus');

/** How many mended files kubectl reads, and how many findings of a rule are mended one by one; all of them with SEAWORTHY_TEST_ALL. */
const mostRead = process.env.SEAWORTHY_TEST_ALL ? Number.POSITIVE_INFINITY : 400;
const most = process.env.SEAWORTHY_TEST_ALL ? Number.POSITIVE_INFINITY : 12;

describe('Fixes', function () {
  this.timeout(1_200_000);
  const answer = optionsFor(emptyConfiguration, 'a.yaml', {
    overruling: { profile: 'all' },
    reportsSyntax: false,
    checksEveryDocument: false,
  });
  const texts = new Map<string, string>();
  const linted = new Map<string, LintedText>();
  const read: { readonly what: string; readonly before: string; readonly after: string }[] = [];

  before(() => {
    assert.ok(answer.state === 'linted');
    for (const { id, bad } of rules) texts.set(`example of ${id}`, bad);
    if (existsSync(corpus)) {
      for (const file of readdirSync(corpus, { recursive: true, encoding: 'utf8' }).sort()) {
        if (/\.(?:ya?ml|json)$/.test(file)) texts.set(file, readFileSync(path.join(corpus, file), 'utf8'));
      }
    }
    for (const [name, text] of texts) linted.set(name, lint(text, answer.options));
  });

  it('each alone take their finding away, bring no other, and change what they name and nothing else', () => {
    const report = new FixReport();
    for (const [name, text] of texts) {
      const before = linted.get(name);
      for (const place of before?.documents ?? []) {
        for (const finding of place.document.findings) {
          const count = report.countOf(finding);
          if (!before || count.proved >= most) continue;
          for (const fix of finding.fixes) {
            const proof = proveFix(text, before, place, finding, fix);
            report.add(name, finding, fix, place, proof);
            if (proof.outcome === 'fine' && !isTemplated(text) && read.length < mostRead) {
              read.push({ what: `${name}: ${fix.title}`, before: text, after: proof.text });
            }
          }
        }
      }
    }
    console.log(report.table());
    assert.deepEqual(report.failures, []);
    assert.ok(report.offeredShare >= 0.95, `only ${Math.round(report.offeredShare * 100)} % are offered a fix`);
  });

  it('leave manifests that the real kubectl reads as well as before', async function () {
    const folder = await kubectlFolder();
    if (folder === undefined) this.skip();
    const kubectl = path.join(folder, 'kubectl');
    const originals = [...new Set(read.map(({ before }) => before))];
    const refused = unreadableFor(kubectl, originals);
    const readable = read.filter(({ before }) => !refused.has(originals.indexOf(before)));
    assert.ok(readable.length > read.length / 2);
    const faults = unreadableFor(
      kubectl,
      readable.map(({ after }) => after),
    );
    console.log(`      ${readable.length} mended manifests read, ${faults.size} refused`);
    assert.deepEqual(
      [...faults].map(([index, said]) => `${readable[index]?.what}: ${said}`),
      [],
    );
  });

  const choices: readonly (readonly [string, FixChoice, 'at once' | 'one by one'])[] = [
    [
      'the safe ones bring nothing new, change what they name, and are done with once',
      fixesWithin(undefined),
      'at once',
    ],
    ['those that harden to baseline do so as well', fixesWithin('baseline'), 'at once'],
    ['those that harden to restricted do so as well', fixesWithin('restricted'), 'at once'],
    // What users choose one by one may well contradict each other.
    ['the first of each finding change what they name and nothing else', ({ fixes }) => fixes[0], 'one by one'],
  ];
  for (const [what, choose, applied] of choices) {
    it(`together: ${what}`, () => {
      const failures: string[] = [];
      let mendedFindings = 0;
      for (const [name, text] of texts) {
        const before = linted.get(name);
        if (!before) continue;
        const { edits, mended } = applyFixes(before, choose);
        if (edits.length === 0) continue;
        mendedFindings += mended.length;
        const fixed = applyTextEdits(text, edits);
        const after = lint(fixed, before.options, before);
        const chosen = (finding: (typeof mended)[number]): Fix['edits'] => choose(finding)?.edits ?? [];
        const faults = before.documents.map((place) => {
          const { document } = place;
          const own = applyFixes({ ...before, documents: [{ ...place, start: fileOffset(0) }] }, choose).edits;
          const named = document.findings.filter((finding) => mended.includes(finding)).flatMap(chosen);
          return named.length === 0 || isTemplated(document.text) ? undefined : meaningFault(document.text, own, named);
        });
        const isRepeated = applyFixes(mend(text, before, choose).linted, choose).edits.length > 0;
        const found = findingFault(before, after, mended) ?? (isRepeated ? 'there is more to mend' : undefined);
        const fault = faults.find((one) => one !== undefined) ?? (applied === 'at once' ? found : undefined);
        if (fault !== undefined) failures.push(`${name}: ${fault}`);
      }
      assert.deepEqual(failures.slice(0, 20), []);
      console.log(`      ${mendedFindings} findings mended`);
    });
  }
});
