import { replaceText } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const appArmorProfileDoubleSlash: Rule = {
  id: 'apparmor-profile-double-slash',
  title: 'Begin paths of AppArmor profiles with one slash',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `The kernel names no file with two slashes in front, and AppArmor keeps them where there are exactly two. So \`deny //** w,\` refuses
nothing at all, and the parser says no word: beside \`file,\` every file stays writable, and only an attacker finds out.`,
  remedy: `Write one slash. Then load the profile with \`apparmor_parser -r\` and see that the program still does what it has to: what was to be
refused is refused from now on.`,
  links: [
    {
      title: 'apparmor.d: syntax of profiles',
      url: 'https://gitlab.com/apparmor/apparmor/-/wikis/QuickProfileLanguage',
    },
    { title: 'Restrict a container with AppArmor', url: 'https://kubernetes.io/docs/tutorials/security/apparmor/' },
  ],
  bad: `#include <tunables/global>
profile deny-write flags=(attach_disconnected) {
  #include <abstractions/base>
  file,
  deny //** w,
}
`,
  good: `#include <tunables/global>
profile deny-write flags=(attach_disconnected) {
  #include <abstractions/base>
  file,
  deny /** w,
}
`,
  looksAt: 'AppArmor profile',
  *check({ paths }) {
    for (const { path, start, end, isDenied } of paths) {
      if (!/^\/\/(?!\/)/.test(path)) continue;
      yield {
        range: { start, end },
        message: `No file has a path with two slashes in front, so this ${isDenied ? 'refuses' : 'allows'} nothing`,
        fixes: [
          {
            title: isDenied
              ? 'Write one slash (what the rule refuses is refused then)'
              : 'Write one slash (what the rule allows is allowed then)',
            class: isDenied ? 'harden' : 'ask',
            edits: [replaceText({ start, end: start + 2 }, '/')],
          },
        ],
      };
    }
  },
};
