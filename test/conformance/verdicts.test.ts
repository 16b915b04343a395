import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import { lint } from '../../server/lint/lint';
import type { LintOptions } from '../../server/lint/lintOptions';
import { ruleNamed } from '../../server/rules/catalogue';

/** What somebody who read a real manifest says of a rule's word on one of its lines. */
interface Verdict {
  /** Relative to the corpus, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly rule: string;
  /** `right` and `wrong` for a finding, `silent` where the rule must say nothing. */
  readonly verdict: 'right' | 'wrong' | 'silent';
  readonly reason: string;
}

const corpus = path.resolve('../shared/corpus');
const folder = path.resolve('test/conformance/verdicts');

describe('The reviewed findings in manifests of other projects', function () {
  this.timeout(120_000);
  const lists = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();

  for (const list of lists) {
    const verdicts = readVerdicts(list);

    describe(`of ${list}`, () => {
      it('are written as verdicts on rules that exist', () => {
        for (const { file, line, rule, verdict, reason } of verdicts) {
          const what = `${file}:${line} ${rule}`;
          assert.ok(ruleNamed(rule), `${what}: there is no such rule`);
          assert.ok(Number.isInteger(line) && line > 0, what);
          assert.match(verdict, /^(?:right|wrong|silent)$/, what);
          assert.match(reason, /\S{3,}/, what);
        }
      });

      it('still stand: what is right or wrong is reported, and where silence is asked for there is silence', function () {
        if (!existsSync(corpus)) this.skip();
        const reported = new Map<string, ReadonlySet<string>>();
        const disagreements = verdicts.filter(({ file, line, rule, verdict }) => {
          const found = reported.get(file) ?? reportedIn(file);
          reported.set(file, found);
          return found.has(`${line} ${rule}`) === (verdict === 'silent');
        });
        assert.deepEqual(
          disagreements.map(({ file, line, rule, verdict, reason }) => `${file}:${line} ${rule} ${verdict}: ${reason}`),
          [],
        );
      });

      it('are wrong in fewer than 1 of 100 cases', () => {
        const judged = verdicts.filter(({ verdict }) => verdict !== 'silent');
        const wrong = judged.filter(({ verdict }) => verdict === 'wrong');
        assert.ok(wrong.length * 100 <= judged.length, `${wrong.length} of ${judged.length} are wrong`);
      });
    });
  }
});

function readVerdicts(list: string): Verdict[] {
  return JSON.parse(readFileSync(path.join(folder, list), 'utf8'));
}

/** `LINE RULE` of everything that is found in a file at the default profile. */
function reportedIn(file: string): ReadonlySet<string> {
  const linted = lint(readFileSync(path.join(corpus, file), 'utf8'), defaultOptions(file));
  return new Set(
    linted.documents.flatMap(({ line, document }) =>
      document.findings.map(({ start, rule }) => `${line + start.line + 1} ${rule.id}`),
    ),
  );
}

function defaultOptions(file: string): LintOptions {
  const answer = optionsFor(emptyConfiguration, file, { reportsSyntax: true, checksEveryDocument: false });
  if (answer.state === 'excluded') assert.fail('an empty configuration excludes nothing');
  return answer.options;
}
