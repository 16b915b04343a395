import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { printableError } from '../lint/printable';
import { withoutShapedSecrets } from '../manifests/secrets/hideSecrets';

/** Where faults of our own go, with the document that brought them about. */
export interface FaultLog {
  /** A fault costs the request it happened in, and its document is named. */
  readonly answering: <Answer>(uri: string, answer: () => Promise<Answer>) => Promise<Answer>;
  readonly logFault: (uri: string, error: unknown) => void;
}

/** Logs faults in the client's own log, without secrets that a document may have brought in. */
export function faultLog(connection: Connection): FaultLog {
  const logFault = (uri: string, error: unknown) => {
    connection.console.error(`${uri}: ${withoutShapedSecrets(printableError(error))}`);
  };
  return {
    logFault,
    async answering(uri, answer) {
      try {
        return await answer();
      } catch (error) {
        logFault(uri, error);
        throw new ResponseError(ErrorCodes.InternalError, `Seaworthy could not read ${uri}; its log says why`);
      }
    },
  };
}
