import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import type { Finding } from '../../server/lint/finding';
import { type LintedText, lint } from '../../server/lint/lint';
import type { LintOptions } from '../../server/lint/lintOptions';
import { splitDocuments } from '../../server/yaml/read/documents';

const corpus = path.resolve('../shared/corpus');

/** A finding with its offset in the file. */
interface Placed {
  readonly finding: Finding;
  readonly start: number;
  readonly line: number;
}

describe('The manifests of other projects', function () {
  this.timeout(120_000);
  const options = recommended();
  const texts = new Map<string, string>();
  before(function () {
    if (!existsSync(corpus)) this.skip();
    for (const file of readdirSync(corpus, { recursive: true, encoding: 'utf8' })) {
      if (/\.(?:ya?ml|json)$/.test(file)) texts.set(file, readFileSync(path.join(corpus, file), 'utf8'));
    }
  });

  it('are read without a crash, and every finding stands on the text of its document', () => {
    for (const [file, text] of texts) {
      for (const { finding, start } of placed(lint(text, options))) {
        const { range } = finding;
        assert.ok(range.start < range.end && start + range.end <= text.length, `${file}: ${finding.message}`);
        // Five of the archived examples have a key twice.
        const isArchived = file.split(path.sep).join('/').startsWith('examples/_archived/');
        const isTwice = isArchived && finding.message.includes('is written twice');
        assert.ok(finding.rule.id !== 'yaml-syntax' || isTwice, `${file} is fine YAML: ${finding.message}`);
      }
    }
  });

  it('show a literal hostNetwork that is written into any workload of a Helm template, at its line', () => {
    let workloads = 0;
    for (const [file, text] of texts) {
      for (const document of splitDocuments(text)) {
        if (!document.text.includes('{{') || !/^kind:/m.test(document.text)) continue;
        for (const { index, 1: indent = '' } of document.text.matchAll(/^( +)containers:/gm)) {
          workloads++;
          const line = `${indent}hostNetwork: true\n`;
          const changed = document.text.slice(0, index) + line + document.text.slice(index);
          const expected = document.text.slice(0, index).split('\n').length - 1;
          const lines = placed(lint(changed, options))
            .filter(({ finding }) => finding.rule.id === 'host-network')
            .map((found) => found.line);
          assert.ok(lines.includes(expected), `${file}, line ${expected + 1} of its document`);
        }
      }
    }
    assert.ok(workloads > 30, `${workloads} workloads`);
  });
});

function recommended(): LintOptions {
  const answer = optionsFor(emptyConfiguration, 'a.yaml', { reportsSyntax: true, checksEveryDocument: false });
  if (answer.state === 'excluded') assert.fail('an empty configuration excludes nothing');
  return answer.options;
}

function placed(linted: LintedText): Placed[] {
  return linted.documents.flatMap(({ start, line, document }) =>
    document.findings.map((finding) => ({ finding, start, line: line + finding.start.line })),
  );
}
