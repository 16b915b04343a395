import type { SecretPlace } from '../../manifests/secrets/secretPlace';
import type { Fault, Severity } from '../rule';

/** A secret's shape leaves no doubt, a name can be wrong. */
const severityOf: Readonly<Record<SecretPlace['by'], Severity>> = { shape: 'error', name: 'warning' };

/**
 * What is said of a secret: where it stands and what it is, never what it says.
 *
 * @param where `The variable DB_PASSWORD of container "web"`
 */
export function secretFault({ field, range, what, by }: SecretPlace, where: string): Fault {
  return { at: field, range, message: `${where} holds ${what} in plain text`, severity: severityOf[by] };
}
