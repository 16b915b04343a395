/** Counts files that are read and judged; a file that is read and still to be judged counts half. */
export function halvesOf(total: number, onProgress: (done: number, total: number) => void): (halves: 1 | 2) => void {
  let done = 0;
  return (halves) => {
    done += halves;
    onProgress(Math.floor(done / 2), total);
  };
}
