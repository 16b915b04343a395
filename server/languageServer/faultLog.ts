import { printableError } from '../lint/printable';
import { withoutShapedSecrets } from '../manifests/secrets/hideSecrets';
import type { LogFault } from './guard';

/** Logs faults in the client's own log, without secrets that a document may have brought in. */
export function faultLog(log: { readonly error: (message: string) => void }): LogFault {
  return (about, error) => log.error(`${about}: ${withoutShapedSecrets(printableError(error))}`);
}
