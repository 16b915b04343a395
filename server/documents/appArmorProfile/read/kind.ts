import type { DocumentKind } from '../../documentKind';
import { type AppArmorProfileParts, appArmorProfileIn } from './appArmorProfile';

/** What programs may do to files, as AppArmor is told on a node: a language of its own, and no tree. */
export const appArmorProfile: DocumentKind<'appArmorProfile', AppArmorProfileParts> = {
  id: 'appArmorProfile',
  holds: 'one document',
  named: /(?:^|\/)apparmor\.d\/(?:[^/]+\/)*[^/.]+$/,
  recognises: (text) =>
    /^[ \t]*#?include[ \t]+<(?:tunables|abstractions)\//m.test(text) &&
    /^[ \t]*profile[ \t]+[^\n]*\{[ \t]*(?:#.*)?\r?$/m.test(text),
  lookedAt: ['AppArmor profile'],
  read(text, { looksAt }) {
    if (!looksAt('AppArmor profile')) return undefined;
    const subject = { parts: { 'AppArmor profile': [appArmorProfileIn(text)] } };
    return { trees: [], subjects: [subject], facts: [], faults: [], separations: [] };
  },
  // Comments do, as everywhere.
  silencingFields: () => [],
};
