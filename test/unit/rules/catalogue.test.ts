import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ruleNamed, rules } from '../../../server/rules/catalogue';

const folder = path.join(__dirname, '../../../server/rules');

describe('the catalogue of rules', () => {
  it('lists every rule that a file exports', async () => {
    const listed = new Set<unknown>(rules);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    let exported = 0;
    for (const file of files) {
      const exports: Record<string, unknown> = await import(path.join(folder, file));
      for (const [name, value] of Object.entries(exports)) {
        if (typeof value !== 'object' || value === null || !('looksAt' in value)) continue;
        exported++;
        assert.ok(listed.has(value), `${file} exports ${name}, which the catalogue does not list`);
      }
    }
    assert.equal(exported, rules.length);
  });

  it('gives each rule an id of its own, in lower case with hyphens', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { id } of rules) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  });

  it('finds a rule by its id, and nothing by another word', () => {
    for (const rule of rules) assert.equal(ruleNamed(rule.id), rule);
    assert.equal(ruleNamed('host-networks'), undefined);
  });
});

for (const rule of rules) {
  describe(`the documentation of ${rule.id}`, () => {
    it('has a title of one line in sentence case, without a full stop', () => {
      assert.match(rule.title, /^[A-Z][^\n]*[^.\n]$/);
    });

    it('says why, how to mend it, and where to read on', () => {
      assert.match(rule.why, /^[\s\S]{60,}\.$/);
      assert.match(rule.remedy, /^[\s\S]{40,}\.$/);
      for (const { title, url } of rule.links) {
        assert.match(title, /\S/);
        assert.equal(new URL(url).protocol, 'https:');
      }
      assert.equal(new Set(rule.links.map(({ url }) => url)).size, rule.links.length, 'a page is linked twice');
    });

    it('names standards as pss:LEVEL:CHECKID, cis:N.N.N or nsa:SECTION', () => {
      const known = /^(?:pss:(?:baseline|restricted):[A-Za-z_]+|cis:\d+(?:\.\d+)+|nsa:[a-z][a-z-]*)$/;
      for (const standard of rule.standards) assert.match(standard, known);
    });

    it('has nothing that YAML or an editor would stumble over in its examples', () => {
      for (const example of [rule.bad, rule.good]) assert.match(example, /^(?:[^\t\r\n]*[^\s]\n)+$/);
    });
  });
}
