import assert from 'node:assert/strict';
import { fixesWithin } from '../../../../server/fixes/hardening';
import { mend } from '../../../../server/fixes/mend';
import { silencingFixes } from '../../../../server/fixes/silencing';
import { lint } from '../../../../server/lint/lint';
import { appArmorProfileDoubleSlash as rule } from '../../../../server/rules/appArmorProfiles/appArmorProfileDoubleSlash';
import { applyTextEdits } from '../../../../server/yaml/write/renderEdits';
import { optionsWith } from '../../lint/linting';
import { assertMarked, findingsIn } from '../markedManifest';

const linted = { rules: [rule] };
const options = optionsWith([rule]);

const profile = (...lines: readonly string[]) =>
  ['#include <tunables/global>', '', 'profile web flags=(attach_disconnected) {', ...lines, '}', ''].join('\n');

describe('apparmor-profile-double-slash', () => {
  it('reports paths that no file has, in rules of any sort', () => {
    assertMarked(
      profile(
        '  file,',
        '  deny //** w, # ← apparmor-profile-double-slash',
        '  audit deny "//etc/**" wl, # ← apparmor-profile-double-slash',
        '  //proc/sys/** r, # ← apparmor-profile-double-slash',
      ),
      linted,
    );
  });

  it('leaves alone what the parser takes for one slash, and what is no path', () => {
    assertMarked(
      profile(
        '  deny /** w,',
        '  /usr//lib/** r,',
        '  ///etc/hosts r,',
        '  @{PROC}//sys/** r,',
        '  # deny //** w,',
        '  /bin/sh px -> web//shell,',
        '  #include <abstractions/base>',
      ),
      linted,
    );
    assert.deepEqual(findingsIn('// profile web {\nconst a = 1; // deny //** w,\n', linted), []);
  });

  it('says whether something is refused or allowed in vain', () => {
    const messages = findingsIn(profile('  deny //** w,', '  //a r,'), linted).map(({ finding }) => finding.message);
    assert.deepEqual(messages, [
      'No file has a path with two slashes in front, so this refuses nothing',
      'No file has a path with two slashes in front, so this allows nothing',
    ]);
  });

  it('is mended as plain text, several at once', () => {
    const text = profile('  deny //** w,', '  deny //etc/** l,', '  //a r,').replaceAll('\n', '\r\n');
    const mended = mend(text, lint(text, options), fixesWithin(undefined));
    assert.equal(mended.text, text, 'a fix that hardens is not safe');
    const chosen = mend(text, lint(text, options), ({ fixes: [fix] }) => fix);
    assert.equal(chosen.text, profile('  deny /** w,', '  deny /etc/** l,', '  /a r,').replaceAll('\n', '\r\n'));
    assert.equal(chosen.mended.length, 3);
  });

  it('is kept quiet by a comment, which a quick-fix writes', () => {
    const text = profile('  deny //** w,');
    const [{ start = 0, document } = {}] = lint(text, options).documents;
    const [finding] = document?.findings ?? [];
    assert.ok(document && finding && start === 0);
    const [way] = silencingFixes(document, finding, false);
    const quiet = applyTextEdits(text, way?.edits ?? []);
    assert.match(quiet, /deny \/\/\*\* w, # seaworthy-ignore apparmor-profile-double-slash\n/);
    assert.deepEqual(findingsIn(quiet, linted), []);
  });
});
