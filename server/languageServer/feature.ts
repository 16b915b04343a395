import {
  CancellationToken,
  type Connection,
  ErrorCodes,
  type ProtocolNotificationType,
  type ProtocolRequestType,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { NotificationType, RequestType } from '../protocol/messageTypes';
import type { ClientSkills } from './clientSkills';
import { type Guarding, guardedAnswer, guardedStep } from './guard';

/** Something that a client can use: what it is told of it, and what answers it. */
export interface Feature<Session> {
  /** What a client with these skills is told; undefined for a client that it is not for. */
  readonly capability: (skills: ClientSkills) => ServerCapabilities | undefined;
  readonly handlers: readonly Handler<Session>[];
}

/** Where messages of a client come in. */
export type Listening = Pick<Connection, 'onRequest' | 'onNotification'>;

/** Answers or follows messages of a client. */
export interface Handler<Session> {
  readonly listen: (connection: Listening, session: Session) => void;
}

/** Answers a request; whoever does it gives up early where the token says that nobody waits any more. */
export type Answerer<Session, Params, Answer> = (
  session: Session,
  params: Params,
  token: CancellationToken,
) => Answer | Promise<Answer>;

/** Answers one kind of request, behind the guard. */
export function answers<Session extends Guarding, Params, Answer, Partial, Fault, Registered>(
  type: ProtocolRequestType<Params, Answer, Partial, Fault, Registered>,
  answer: Answerer<Session, Params, Answer>,
): Handler<Session>;
export function answers<Session extends Guarding, Params, Answer>(
  type: RequestType<Params, Answer>,
  answer: Answerer<Session, Params, Answer>,
): Handler<Session>;
export function answers<Session extends Guarding, Params, Answer>(
  { method, ifMissing }: { readonly method: string; readonly ifMissing?: Params },
  answer: Answerer<Session, Params, Answer>,
): Handler<Session> {
  return {
    listen(connection, session) {
      connection.onRequest<unknown, void>(
        method,
        (sent: Params | CancellationToken | null, behind?: CancellationToken) => {
          // Where a client sends no parameters, the token is all there is.
          const [given, token = CancellationToken.None] = CancellationToken.is(sent)
            ? [undefined, sent]
            : [sent, behind];
          const params = given ?? ifMissing;
          if (params === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `${method} needs parameters`);
          return guardedAnswer(session, { method, params }, token, () => answer(session, params, token));
        },
      );
    },
  };
}

/** Follows one kind of notification, behind the guard. */
export function follows<Session extends Guarding, Params, Registered>(
  type: ProtocolNotificationType<Params, Registered>,
  follow: (session: Session, params: Params) => void | Promise<void>,
): Handler<Session>;
export function follows<Session extends Guarding, Params>(
  type: NotificationType<Params>,
  follow: (session: Session, params: Params) => void | Promise<void>,
): Handler<Session>;
export function follows<Session extends Guarding, Params>(
  { method }: { readonly method: string },
  follow: (session: Session, params: Params) => void | Promise<void>,
): Handler<Session> {
  return {
    listen(connection, session) {
      connection.onNotification(method, (params: Params) =>
        guardedStep(session, { method, params }, () => follow(session, params)),
      );
    },
  };
}

/** Has what a client can use listen to it; gives back what the client is to be told. */
export function listenFor<Session extends { readonly skills: ClientSkills }>(
  features: readonly Feature<Session>[],
  connection: Listening,
  session: Session,
): ServerCapabilities {
  const told: ServerCapabilities = {};
  for (const { capability, handlers } of features) {
    const offered = capability(session.skills);
    if (!offered) continue;
    Object.assign(told, offered);
    for (const { listen } of handlers) listen(connection, session);
  }
  return told;
}
