import { inspect } from "node:util";
import { publicAddress } from "../fetching/fetching.ts";

type Log = (message: string, cause?: unknown) => void;

const webAddress = /\bhttps?:\/\/[^\s"'`<>\\)\]}]+/gi;
const authorization = /(\bauthorization\b["']?\s*[:=,]\s*["']?\w+)\s+[\w+/=.~-]+/gi;
const cookie = /\b((?:set-)?cookie\b["']?\s*[:=,]\s*)[^\r\n]+/gi;

/** A text as it may stand in a log: whatever an error carried, no password, token or cookie. */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(webAddress, (address) => publicAddress(address))
    .replaceAll(authorization, "$1 …")
    .replaceAll(cookie, "$1…");
}

/**
 * A log that no secret gets into. What a cause says is made words here, because errors of libraries
 * carry addresses and headers in fields that nobody thinks of.
 */
export function logWithoutSecrets(log: Log): Log {
  return (message, cause) => {
    const reason = cause === undefined ? "" : `: ${inspect(cause)}`;
    log(withoutSecrets(`${message}${reason}`));
  };
}
