import type { DocumentKind } from '../../documentKind';
import { type AppArmorProfileParts, appArmorProfileIn } from './appArmorProfile';

/** What programs may do to files, as AppArmor is told on a node: a language of its own, and no tree. */
export const appArmorProfile: DocumentKind<'appArmorProfile', AppArmorProfileParts> = {
  id: 'appArmorProfile',
  holds: 'one document',
  named: /(?:^|\/)apparmor\.d\/(?:[^/]+\/)*[^/.]+$/,
  recognises: isAppArmorProfile,
  lookedAt: ['AppArmor profile'],
  read(text, { looksAt }) {
    if (!looksAt('AppArmor profile')) return undefined;
    const subject = { parts: { 'AppArmor profile': [appArmorProfileIn(text)] } };
    return { trees: [], subjects: [subject], facts: [], faults: [], separations: [] };
  },
  // Comments do, as everywhere.
  silencingFields: () => [],
};

/** Asked of every text with every key: the words are looked for before the lines are. */
function isAppArmorProfile(text: string): boolean {
  return (
    (text.includes('<tunables/') || text.includes('<abstractions/')) &&
    /^[ \t]*#?include[ \t]+<(?:tunables|abstractions)\//m.test(text) &&
    /^[ \t]*profile[ \t]+[^\n]*\{[ \t]*(?:#.*)?\r?$/m.test(text)
  );
}
