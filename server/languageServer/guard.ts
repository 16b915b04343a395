import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { valueAt } from '../unknownJson';

/** Takes down a fault of our own, with what it happened in: the address of a document, or the method of a message. */
export type LogFault = (about: string, error: unknown) => void;

/** What a guard works with. */
export interface Guarding {
  readonly logFault: LogFault;
}

/** A message of a client. */
export interface Message {
  readonly method: string;
  readonly params: unknown;
}

/**
 * Answers a request. A fault is logged and costs this one answer; what nobody waits for any more is not begun, or not
 * sent. An answer that says itself what is wrong (`ResponseError`) is sent as it is.
 */
export async function guardedAnswer<Answer>(
  { logFault }: Guarding,
  { method, params }: Message,
  token: CancellationToken,
  answer: () => Answer | Promise<Answer>,
): Promise<Answer> {
  stopIfCancelled(token);
  try {
    const answered = await answer();
    stopIfCancelled(token);
    return answered;
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    const document = documentNamedIn(params);
    logFault(document ?? method, error);
    const what = document === undefined ? `answer ${method}` : `read ${document}`;
    throw new ResponseError(ErrorCodes.InternalError, `Seaworthy could not ${what}; its log says why`);
  }
}

/** Follows a notification. A fault is logged, and costs no more than that. */
export function guardedStep(
  session: Guarding,
  { method, params }: Message,
  step: () => void | Promise<void>,
): Promise<void> {
  return guarded(session, documentNamedIn(params) ?? method, step);
}

/** Does what an event asks for. A fault is logged, and costs no more than that. */
export async function guarded({ logFault }: Guarding, about: string, step: () => void | Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    logFault(about, error);
  }
}

/** Ends the answer to a request that was cancelled. */
export function stopIfCancelled(token: CancellationToken): void {
  if (!token.isCancellationRequested) return;
  throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled');
}

/** Where parameters of messages name their document. */
const placesOfName = [['textDocument', 'uri'], ['uri'], ['data', 'uri'], ['arguments', 0, 'uri']];

/** The address of the document that a message is about; undefined where it names none. */
function documentNamedIn(params: unknown): string | undefined {
  const names = placesOfName.map((place) => valueAt(params, ...place));
  return names.find((name) => typeof name === 'string');
}
