/** Those who wait for the same thing. */
export interface WaitingRoom<Value> {
  readonly wait: () => Promise<Value>;
  /** Tells all who wait now. */
  readonly wake: (value: Value) => void;
}

/** A room in which nobody waits yet. */
export function waitingRoom<Value>(): WaitingRoom<Value> {
  const waiting: ((value: Value) => void)[] = [];
  return {
    wait: () => new Promise((resolve) => void waiting.push(resolve)),
    wake(value) {
      for (const resolve of waiting.splice(0)) resolve(value);
    },
  };
}
