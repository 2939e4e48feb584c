/**
 * Ends the work once, however often and by whomever the program is asked to quit; resolves when it
 * is done, or when so much time has passed that something must be stuck: what was acknowledged is
 * on disk already, and a program that never quits would be killed anyway.
 */
export function stopOnce(
  stop: () => Promise<void>,
  log: (message: string, cause?: unknown) => void,
  longest = 20_000,
): () => Promise<void> {
  let stopping: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const overdue = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        log("stopping takes too long");
        resolve();
      }, longest);
    });
    const stopped = stop().catch((error: unknown) => {
      log("stopping", error);
    });
    await Promise.race([stopped, overdue]);
    clearTimeout(timer);
  };
  return () => (stopping ??= run());
}
