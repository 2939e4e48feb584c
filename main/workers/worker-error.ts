/** Why a job has no result: its time ran out, its worker or code broke, or it was given up. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
  readonly code: "timed-out" | "crashed" | "cancelled";

  constructor(code: WorkerError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
