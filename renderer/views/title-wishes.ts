import type { FeedSummary } from "../../preload/contract/contract.ts";
import type { TitleWish } from "../app/title-wish-event.ts";
import { t } from "../text/text.ts";

/** The publisher's host, as a reader knows it. */
export function siteOf({ site, address }: FeedSummary): string {
  const host = URL.parse(site ?? address)?.hostname ?? address;
  return host.replace(/^www\./, "");
}

/** The name in a title's address, with which the server lets it in; empty when there is none. */
export function userIn({ address, failure }: FeedSummary): string {
  const asked = failure?.details.user;
  if (typeof asked === "string" && asked !== "") return asked;
  return decodeURIComponent(URL.parse(address)?.username ?? "");
}

/** What can be done about a title's failure, the most promising first; none where waiting helps. */
export function wishesFor({ failure }: FeedSummary): readonly TitleWish[] {
  switch (failure?.code) {
    case "secret-missing":
      return failure.details.kind === "token" ? ["change-address"] : ["give-credentials"];
    case "http-status":
      return wishesForStatus(Number(failure.details.status));
    case "not-a-feed":
    case "bad-address":
    case "refused-address":
    case "no-feed-found":
      return ["change-address"];
    default:
      return [];
  }
}

function wishesForStatus(status: number): readonly TitleWish[] {
  switch (status) {
    case 401:
      return ["give-credentials", "sign-in"];
    case 403:
      return ["sign-in", "give-credentials"];
    case 404:
    case 410:
      return ["change-address"];
    default:
      return [];
  }
}

/** A wish as a button or menu says it. */
export function wordWish(wish: TitleWish, feed: FeedSummary): string {
  switch (wish) {
    case "show-details":
      return t("wish.details");
    case "change-address":
      return t("wish.address");
    case "give-credentials":
      return t("wish.credentials");
    case "sign-in":
      return t(feed.signedIn ? "wish.signInAgain" : "wish.signIn", { site: siteOf(feed) });
    case "choose-extraction":
      return t("extraction.wish");
    case "reset-extraction":
      return t("extraction.forget");
    case "sign-out":
      return t("wish.signOut", { site: siteOf(feed) });
  }
}
