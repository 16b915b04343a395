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
export interface Feature<Session, Handlers> {
  /** What a client with these skills is told; undefined for a client that it is not for. */
  readonly capability: (skills: ClientSkills) => ServerCapabilities | undefined;
  readonly handlers: readonly Handler<Session, Handlers>[];
}

/** Where messages of a client come in. */
export type Listening = Pick<Connection, 'onRequest' | 'onNotification'>;

/** Answers or follows messages of a client. */
export interface Handler<Session, Handlers> {
  readonly listen: (connection: Listening, session: Session, handlers: Handlers) => void;
}

/** Answers a request; whoever does it gives up early where the token says that nobody waits any more. */
export type Answerer<Session, Params, Answer> = (
  session: Session,
  params: Params,
  token: CancellationToken,
) => Answer | Promise<Answer>;

/** Follows what a client tells. */
type Follower<Session, Params> = (session: Session, params: Params) => void | Promise<void>;

/** Has one of the handlers answer one kind of request, behind the guard. */
export function answers<Session extends Guarding, Handlers, Params, Answer, Partial, Fault, Registered>(
  type: ProtocolRequestType<Params, Answer, Partial, Fault, Registered>,
  choose: (handlers: Handlers) => Answerer<Session, Params, Answer>,
): Handler<Session, Handlers>;
export function answers<Session extends Guarding, Handlers, Params, Answer>(
  type: RequestType<Params, Answer>,
  choose: (handlers: Handlers) => Answerer<Session, Params, Answer>,
): Handler<Session, Handlers>;
export function answers<Session extends Guarding, Handlers, Params, Answer>(
  { method, ifMissing }: { readonly method: string; readonly ifMissing?: Params },
  choose: (handlers: Handlers) => Answerer<Session, Params, Answer>,
): Handler<Session, Handlers> {
  return {
    listen(connection, session, handlers) {
      const answer = choose(handlers);
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

/** Has one of the handlers follow one kind of notification, behind the guard. */
export function follows<Session extends Guarding, Handlers, Params, Registered>(
  type: ProtocolNotificationType<Params, Registered>,
  choose: (handlers: Handlers) => Follower<Session, Params>,
): Handler<Session, Handlers>;
export function follows<Session extends Guarding, Handlers, Params>(
  type: NotificationType<Params>,
  choose: (handlers: Handlers) => Follower<Session, Params>,
): Handler<Session, Handlers>;
export function follows<Session extends Guarding, Handlers, Params>(
  { method }: { readonly method: string },
  choose: (handlers: Handlers) => Follower<Session, Params>,
): Handler<Session, Handlers> {
  return {
    listen(connection, session, handlers) {
      const follow = choose(handlers);
      connection.onNotification(method, (params: Params) =>
        guardedStep(session, { method, params }, () => follow(session, params)),
      );
    },
  };
}

/** What a client with these skills is told that it can use. */
export function capabilitiesOf<Session, Handlers>(
  features: readonly Feature<Session, Handlers>[],
  skills: ClientSkills,
): ServerCapabilities {
  return Object.assign({}, ...features.map(({ capability }) => capability(skills)));
}

/** Has the handlers of all that a client can use listen to it. */
export function listenFor<Session extends { readonly skills: ClientSkills }, Handlers>(
  features: readonly Feature<Session, Handlers>[],
  connection: Listening,
  session: Session,
  handlers: Handlers,
): void {
  for (const feature of features) {
    if (!feature.capability(session.skills)) continue;
    for (const { listen } of feature.handlers) listen(connection, session, handlers);
  }
}
