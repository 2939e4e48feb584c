import type { ErrorCode } from "../../preload/contract/contract.ts";

/** A refusal that the window words for the person. */
export class RequestError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, message: string, details: Record<string, string | number> = {}) {
    super(message);
    this.name = "RequestError";
    this.code = code;
    this.details = details;
  }
}
