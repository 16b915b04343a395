import { kindOf } from '../documents/kindOf';
import type { ReadableFiles, ReadableFolders } from './files';
import { filesBelow } from './filesBelow';
import { joined } from './uris';

/** A seccomp or AppArmor profile in a file of the workspace. */
export interface ProfileFile {
  readonly sort: 'seccomp' | 'AppArmor';
  /** As a pod names it: a path below the node's seccomp folder, or the name that is loaded on the node. */
  readonly name: string;
  /** From the workspace folder, with `/` between folders. */
  readonly path: string;
}

/** More files than these that may hold profiles are some other thing. */
const mostCandidates = 500;

/**
 * The profiles in some folders and everything below them: JSON files with a seccomp `defaultAction`, and AppArmor profiles
 * in files of that name. Only files are read whose path speaks of profiles.
 */
export async function profilesIn(
  folders: readonly string[],
  files: ReadableFiles & ReadableFolders,
): Promise<ProfileFile[]> {
  const found: ProfileFile[] = [];
  for (const folder of folders) {
    const { paths } = await filesBelow(folder, files);
    for (const path of paths.filter(isCandidate).slice(0, mostCandidates)) {
      const read = await files.text(joined(folder, path));
      if (read.state === 'text') found.push(...profilesOf(path, read.text));
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isCandidate(path: string): boolean {
  // What lies hidden, or comes from elsewhere, is no profile of the workspace.
  if (/(?:^|\/)(?:\.|vendor\/)/.test(path)) return false;
  if (path.endsWith('.json')) return /seccomp|profile/i.test(path);
  return /apparmor/i.test(path) && !/\.(?:ya?ml|md|txt|sh|go|ts|js|py)$/.test(path);
}

function profilesOf(path: string, text: string): ProfileFile[] {
  if (path.endsWith('.json')) {
    const isProfile = kindOf({ name: path, text }).id === 'seccompProfile';
    return isProfile ? [{ sort: 'seccomp', name: nodePath(path), path }] : [];
  }
  return [...text.matchAll(/^[ \t]*profile[ \t]+(?:"([^"\n]+)"|([^\s{("]+))[^\n{]*\{/gm)].map(
    ([, quoted, plain = '']) => ({
      sort: 'AppArmor' as const,
      name: quoted ?? plain,
      path,
    }),
  );
}

/** Where a profile probably lies on the node: below a folder `seccomp`, or from a folder `profiles` on. */
function nodePath(path: string): string {
  const folders = path.split('/');
  const seccomp = folders.lastIndexOf('seccomp', -2);
  if (seccomp >= 0) return folders.slice(seccomp + 1).join('/');
  const profiles = folders.lastIndexOf('profiles', -2);
  return folders.slice(profiles >= 0 ? profiles : -1).join('/');
}
