/** Calls once, some milliseconds after the first of many wishes. */
export function gathered(call: () => void, milliseconds: number): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      call();
    }, milliseconds);
  };
}
