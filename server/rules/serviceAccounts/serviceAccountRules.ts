import type { Rule } from '../rule';
import { defaultServiceAccount } from './defaultServiceAccount';
import { defaultServiceAccountToken } from './defaultServiceAccountToken';
import { deprecatedServiceAccountField } from './deprecatedServiceAccountField';
import { serviceAccountTokenMounted } from './serviceAccountTokenMounted';
import { serviceAccountTokenRule } from './serviceAccountTokenRule';

/** As whom pods call the Kubernetes API, and whether they can. */
export const serviceAccountRules: readonly Rule[] = [
  serviceAccountTokenRule,
  serviceAccountTokenMounted,
  defaultServiceAccount,
  defaultServiceAccountToken,
  deprecatedServiceAccountField,
];
