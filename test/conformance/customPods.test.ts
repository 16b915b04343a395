import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { findingsIn } from '../unit/rules/markedManifest';

const folder = path.resolve('..', 'shared', 'cases', 'pod-bearing-kinds');

/** A kind that holds no pod of its own. */
const without: readonly string[] = ['argocd-application.yaml'];

describe('custom resources that hold pods', () => {
  it('are judged by what their pods may do to their node', function () {
    // The cases are no part of the repository.
    if (!fs.existsSync(folder)) return this.skip();
    for (const file of fs.readdirSync(folder)) {
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      const rules = findingsIn(text).map(({ finding }) => finding.rule.id);
      const expected = [
        ...(text.includes('hostNetwork: true') ? ['host-network'] : []),
        ...(text.includes('privileged: true') ? ['privileged-container'] : []),
      ];
      assert.deepEqual(rules, without.includes(file) ? [] : expected, file);
    }
  });
});
