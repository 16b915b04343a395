import assert from 'node:assert/strict';
import { countsWithIcons, describeCounts } from '../../../client/status/counts';
import { barOf, describeFile, describeWorkspace } from '../../../client/status/words';
import type { WorkspaceState } from '../../../server/protocol/workspace';

const none = { error: 0, warning: 0, information: 0, hint: 0 };

describe('The status bar’s words', () => {
  it('count what was found, and leave out what was not', () => {
    assert.equal(describeCounts({ ...none, error: 1, warning: 1200, hint: 2 }), '1 error, 1,200 warnings, 2 hints');
    assert.equal(describeCounts(none), 'nothing found');
    assert.equal(countsWithIcons({ ...none, error: 1, information: 1, hint: 1 }), '$(error) 1 $(info) 2');
    assert.equal(countsWithIcons(none), '$(check)');
  });

  it('say quietly that there is nothing to judge, and give no check mark for it', () => {
    assert.deepEqual(barOf({ holdsObjects: false }, none), { text: 'no manifest', isQuiet: true });
    assert.match(describeFile({ holdsObjects: false }, none).join(), /nothing to judge/);
    // What is not valid YAML is an error for all that.
    assert.deepEqual(barOf({ holdsObjects: false }, { ...none, error: 1 }), { text: '$(error) 1', isQuiet: false });
    assert.deepEqual(barOf(undefined, none), { text: '$(check)', isQuiet: false });
  });

  it('begin with the level of the workload at the cursor', () => {
    const standing = { holdsObjects: true, workload: { name: 'Pod "web"', level: 'baseline' } };
    assert.equal(barOf(standing, { ...none, warning: 2 }).text, 'baseline $(warning) 2');
    assert.deepEqual(describeFile(standing, none), [
      'This file: nothing found',
      'Pod "web": Pod Security level baseline',
    ]);
  });

  it('tell how far the whole workspace is read, where it is', () => {
    const state: WorkspaceState = {
      state: 'scanning',
      filesWithFindings: 1,
      findings: { ...none, warning: 2 },
      done: 10,
      total: 5000,
      readAgain: [],
    };
    assert.equal(describeWorkspace(state), '2 warnings in 1 file so far, 10 of 5,000 files read');
    assert.equal(describeWorkspace({ ...state, state: 'complete' }), '2 warnings in 1 file');
    assert.equal(describeWorkspace({ ...state, state: 'stopped' }), '2 warnings in 1 file; the scan was stopped');
    assert.equal(describeWorkspace({ ...state, state: 'off' }), undefined);
    assert.equal(describeWorkspace(undefined), undefined);
  });
});
