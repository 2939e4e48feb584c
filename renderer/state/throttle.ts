/**
 * Runs `task` at once and then at most once per `interval` milliseconds; calls in between lead to
 * one more run at the end of the interval, so the last one is never lost.
 */
export function throttle(task: () => void, interval: number): () => void {
  let waiting = false;
  let asked = false;
  const run = (): void => {
    waiting = true;
    asked = false;
    task();
    setTimeout(() => {
      waiting = false;
      if (asked) run();
    }, interval);
  };
  return () => {
    if (waiting) asked = true;
    else run();
  };
}
