/** A clock that stands until it is moved on. */
export function standingClock() {
  const waiting = new Set<() => void>();
  const stopped = new EventTarget();
  return {
    startTimer(_milliseconds: number, callBack: () => void) {
      waiting.add(callBack);
      return () => {
        waiting.delete(callBack);
        stopped.dispatchEvent(new Event('stop'));
      };
    },
    /** Waits until nobody waits for any time. */
    async stands() {
      while (waiting.size > 0)
        await new Promise((resolve) => stopped.addEventListener('stop', resolve, { once: true }));
    },
    /** Lets every time run out that somebody waits for; gives back how many there were. */
    runOut() {
      const due = [...waiting];
      waiting.clear();
      for (const callBack of due) callBack();
      return due.length;
    },
  };
}
