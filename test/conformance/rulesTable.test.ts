import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rulesPage, rulesTable } from '../../build/documents/rulesTable';

describe('the page of all rules', () => {
  it('says what the rules say of themselves', () => {
    const isCurrent = readFileSync(rulesPage, 'utf8').replaceAll('\r\n', '\n') === rulesTable();
    assert.ok(isCurrent, 'docs/rules.md is out of date: run `npm run rules-table` and commit what it writes');
  });
});
