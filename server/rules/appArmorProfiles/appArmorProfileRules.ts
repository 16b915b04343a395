import type { Rule } from '../rule';
import { appArmorProfileDoubleSlash } from './appArmorProfileDoubleSlash';

/** Rules about the AppArmor profiles that lie beside manifests. */
export const appArmorProfileRules: readonly Rule[] = [appArmorProfileDoubleSlash];
