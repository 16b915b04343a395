/**
 * A request by its method, with the types of its parameters and of its answer, so that who asks and who answers can't
 * disagree. It is plain data: it goes from one bundle into another, where classes of a library, which are compared by
 * identity, would be strangers.
 */
export interface RequestType<Params, Answer> {
  readonly method: string;
  /** What counts for a client that sends no parameters; undefined where it has to send some. */
  readonly ifMissing?: Params;
  /** Never there: it holds the types. */
  readonly types?: (params: Params) => Answer;
}

/** A notification by its method, with the type of its parameters. */
export interface NotificationType<Params> {
  readonly method: string;
  /** Never there: it holds the type. */
  readonly types?: (params: Params) => void;
}

/** The parameters of what has none. */
export type NoParams = Readonly<Record<string, never>>;
