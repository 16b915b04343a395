import type { MessageStrategy } from 'vscode-languageserver';

/** Messages of a client that wait, in their order, until what answers them is loaded. */
export interface HeldMessages {
  readonly messageStrategy: MessageStrategy;
  /** From now on messages wait: the first one has loaded what they wait for. */
  readonly holdFor: (load: () => Promise<void>) => void;
}

/** Lets messages through until it is told to hold them. */
export function heldMessages(): HeldMessages {
  let load: (() => Promise<void>) | undefined;
  let loading: Promise<void> | undefined;
  return {
    messageStrategy: {
      handleMessage(message, next) {
        if (!load) return next(message);
        loading ??= load().finally(() => {
          load = undefined;
        });
        return loading.then(() => next(message));
      },
    },
    holdFor(needed) {
      load = needed;
    },
  };
}
