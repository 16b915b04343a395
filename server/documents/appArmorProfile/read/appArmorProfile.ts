import type { OffsetRange } from '../../../yaml/parsing/lines';

/** A path in a rule of an AppArmor profile. Offsets from the document's start. */
export interface ProfilePath extends OffsetRange {
  readonly path: string;
  /** Whether the rule refuses what the path matches. */
  readonly isDenied: boolean;
}

/** What is read of an AppArmor profile (apparmor.d(5)). */
export interface AppArmorProfile {
  readonly paths: readonly ProfilePath[];
}

/** What rules look at in a file of AppArmor profiles. */
export interface AppArmorProfileParts {
  readonly 'AppArmor profile': AppArmorProfile;
}

/** A path where a word begins, in quotes or not; what a rule hands over to (`-> name`) is none. */
const paths = /(?<=^|[\s,{])(?<!->\s*)"?(\/[^\s",]*)/g;

/** Reads the paths in the rules of a file of profiles; heads of profiles, comments and includes hold none. */
export function appArmorProfileIn(text: string): AppArmorProfile {
  const found: ProfilePath[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const content = line.replace(/(?<=^|\s)#.*$/, '');
    if (!/\{\s*$|^\s*(?:include|abi|alias)\b/.test(content)) {
      for (const { index, 0: written, 1: path = '' } of content.matchAll(paths)) {
        const start = lineStart + index + written.length - path.length;
        found.push({ path, start, end: start + path.length, isDenied: /^[^/"]*\bdeny\s/.test(content) });
      }
    }
    lineStart += line.length + 1;
  }
  return { paths: found };
}
