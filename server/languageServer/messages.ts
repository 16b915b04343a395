import { CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { NotificationType, RequestType } from '../protocol/messageTypes';

/** Answers a request of our own. */
export function answerRequest<Params, Answer>(
  connection: Pick<Connection, 'onRequest'>,
  type: RequestType<Params, Answer>,
  answer: (params: NoInfer<Params>, token: CancellationToken) => Answer | Promise<Answer>,
): void {
  connection.onRequest<unknown, void>(
    type.method,
    (sent: Params | CancellationToken | null, token?: CancellationToken) => {
      // Of a request without parameters there is the token alone.
      const [params, cancellation] = CancellationToken.is(sent) ? [undefined, sent] : [sent, token];
      const asked = params ?? type.ifMissing;
      if (asked === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `${type.method} needs parameters`);
      return answer(asked, cancellation ?? CancellationToken.None);
    },
  );
}

/** Sends a notification of our own. */
export function notify<Params>(
  connection: Pick<Connection, 'sendNotification'>,
  type: NotificationType<Params>,
  params: NoInfer<Params>,
): void {
  void connection.sendNotification(type.method, params);
}
