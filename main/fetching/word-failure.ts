import type { ErrorCode } from "../../preload/contract/contract.ts";
import { isUnknownIssuer } from "./trust.ts";
import { FetchError } from "./types.ts";

const timeoutCodes = new Set([
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "ETIMEDOUT",
]);

/**
 * How it looks when nobody is there, also in a network that wants a person to sign in first and
 * answers in everybody's name: it may pass, and says nothing of whoever was asked.
 */
export const silences: readonly ErrorCode[] = [
  "unreachable",
  "timed-out",
  "certificate-wrong-host",
  "certificate-untrusted",
];

/** What is wrong with a server's certificate, as OpenSSL and Node name it. */
const certificateFailures: Readonly<Record<string, ErrorCode>> = {
  CERT_HAS_EXPIRED: "certificate-expired",
  CERT_NOT_YET_VALID: "certificate-expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "certificate-wrong-host",
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}

/** Finds our own refusal inside what a socket or stream wrapped around it. */
function inner(error: unknown): FetchError | null {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth += 1) {
    if (cause instanceof FetchError) return cause;
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  }
  return null;
}

/** Makes one kind of error of everything that can go wrong on the way to a publisher. */
export function wordFailure(error: unknown, url: URL, cancelled?: AbortSignal): FetchError {
  const own = inner(error);
  if (own !== null) return own;
  const details = { host: url.host };
  if (cancelled?.aborted === true) return new FetchError("cancelled", "cancelled", details, error);
  const code = codeOf(error);
  if (timeoutCodes.has(code) || (error instanceof Error && error.name === "TimeoutError")) {
    return new FetchError("timed-out", `${url.host} did not answer in time`, details, error);
  }
  const certificate = isUnknownIssuer(error) ? "certificate-untrusted" : certificateFailures[code];
  if (certificate !== undefined) {
    return new FetchError(certificate, `${url.host}: ${code}`, details, error);
  }
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") {
    return new FetchError("too-large", `${url.host} sent too much`, details, error);
  }
  return new FetchError(
    "unreachable",
    `${url.host} could not be reached: ${code === "" ? String(error) : code}`,
    { ...details, reason: code },
    error,
  );
}
