import type { Connection } from 'vscode-languageserver';
import type { NotificationType } from '../protocol/messageTypes';

/** Sends a notification of our own. */
export function notify<Params>(
  connection: Pick<Connection, 'sendNotification'>,
  { method }: NotificationType<Params>,
  params: NoInfer<Params>,
): void {
  void connection.sendNotification(method, params);
}
