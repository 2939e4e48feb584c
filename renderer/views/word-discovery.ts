import type { RequestFailure } from "../state/client.ts";
import { t, wordError } from "../text/text.ts";

type ReasonKey = `add.address.${
  "login" | "consent" | "botWall" | "parked" | "feedBroken" | "hostAsks" | "withoutFeeds"}`;

const reasons: ReadonlyMap<unknown, ReasonKey> = new Map([
  ["login", "add.address.login"],
  ["consent", "add.address.consent"],
  ["bot-wall", "add.address.botWall"],
  ["parked", "add.address.parked"],
  ["feed-broken", "add.address.feedBroken"],
  ["host-asks", "add.address.hostAsks"],
  ["platform-without-feeds", "add.address.withoutFeeds"],
]);

/**
 * Why no feed was found at an address, as the one reads it who has just typed it: nobody tries an
 * address again by itself that is only being looked at.
 */
export function wordDiscovery({ code, details = {} }: RequestFailure): string {
  const { host = "", platform = "", reason, status, tried } = details;
  const because = reasons.get(reason);
  if (because !== undefined) return t(because, { host, platform });
  if (code === "unreachable") return t("add.address.unreachable");
  if (code === "timed-out") return t("add.address.timedOut");
  if (code === "http-status" && status !== undefined) {
    return t("add.address.refused", { status: String(status) });
  }
  if (code === "no-feed-found" && typeof tried === "number" && host !== "") {
    return t("add.address.none", { host, count: tried });
  }
  return wordError({ code, details });
}

/** A title of the catalogue that may have been meant. */
export interface Suggestion {
  readonly title: string;
  readonly address: string;
}

export function suggestionOf({ details = {} }: RequestFailure): Suggestion | null {
  const { suggestedTitle: title, suggestedAddress: address } = details;
  return typeof title === "string" && typeof address === "string" ? { title, address } : null;
}
