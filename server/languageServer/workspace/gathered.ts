/** Calls once, some milliseconds after the first of many wishes. */
export function gathered(call: () => void, milliseconds: number): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      call();
    }, milliseconds);
  };
}
