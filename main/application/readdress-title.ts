import type { CheckedInput, FeedId } from "../../preload/contract/contract.ts";
import { publicAddress, withSecretsOf } from "../fetching/fetching.ts";
import type { Feed, Visit } from "../library/library.ts";
import { addressKey } from "./feed-address.ts";
import { feedsByKey } from "./feeds-by-key.ts";
import { titleOf } from "./list-sources.ts";
import { needsKeeping } from "./private-addresses.ts";
import { RequestError } from "./request-error.ts";
import type { UseCaseContext } from "./use-case-context.ts";

type Readdressing = Pick<
  UseCaseContext,
  "library" | "privateAddresses" | "refresher" | "announce" | "log"
>;

/**
 * Gives a title another address and visits it there. Parts that the window shows as hidden stand for
 * what they hide. Throws `RequestError` `not-found`, or `already-followed` with the other's `title`.
 */
export async function setAddress(
  feedId: FeedId,
  typed: string,
  context: Readdressing,
): Promise<void> {
  const { library, privateAddresses } = context;
  const feed = followed(feedId, context);
  const before = (await privateAddresses.fullAddress(feed.address)) ?? feed.address;
  const whole = withSecretsOf(typed, before);
  const same = (await feedsByKey(library.feeds.followed())).get(addressKey(whole));
  if (same !== undefined && same.id !== feedId)
    throw new RequestError("already-followed", "another title has that address", {
      title: titleOf(same),
    });
  // A person who types an address may mean a server of the house.
  if (needsKeeping(whole, false)) await privateAddresses.keep([whole]);
  await readdress(feed, whole, new URL(whole).host, context);
}

/**
 * Sets the name and password that a title's server asks for, or removes them, and visits it anew.
 * Throws `RequestError` `not-found`, or `invalid-input` for a name that cannot be sent.
 */
export async function setCredentials(
  feedId: FeedId,
  credentials: CheckedInput<"titles.setCredentials">["credentials"],
  context: Readdressing,
): Promise<void> {
  const feed = followed(feedId, context);
  const { user, password } = credentials ?? { user: "", password: "" };
  // RFC 7617, section 2: the first colon ends the name.
  if (user.includes(":") || (credentials !== null && user + password === ""))
    throw new RequestError("invalid-input", "no name that can be sent");
  const whole = new URL((await context.privateAddresses.fullAddress(feed.address)) ?? feed.address);
  whole.username = encodeURIComponent(user);
  whole.password = encodeURIComponent(password);
  // A name without a password is what was asked for here.
  if (needsKeeping(whole.href, true)) await context.privateAddresses.keep([whole.href]);
  await readdress(feed, whole.href, feed.typedHost, context);
}

function followed(feedId: FeedId, { library }: Readdressing): Feed {
  const feed = library.feeds.get(feedId);
  if (feed?.unfollowedAt !== null) throw new RequestError("not-found", "no such title");
  return feed;
}

function neverVisited(feedId: FeedId): Visit {
  return {
    feedId,
    etag: null,
    lastModified: null,
    bodyHash: null,
    lastVisit: null,
    lastStatus: null,
    nextVisit: 0,
    nextVisitReason: "never-visited",
    failure: null,
    wishes: null,
    rhythm: null,
    movedTo: null,
    moveToTell: null,
    signIn: null,
    brought: null,
    problems: [],
  };
}

/**
 * The secret is safe already. What is known of the visits goes next, so that a crash before the new
 * address is stored never lets old validators be sent to it (FETCHING: dropped when it is edited).
 */
async function readdress(
  feed: Feed,
  whole: string,
  typedHost: string | null,
  { library, privateAddresses, refresher, announce, log }: Readdressing,
): Promise<void> {
  const address = publicAddress(whole);
  await library.visits.record([neverVisited(feed.id)]);
  await library.feeds.change(new Map([[feed.id, { address, typedHost }]]));
  const needed = [...library.feeds.followed(), ...library.feeds.former()];
  await privateAddresses.forget([feed], needed).catch((error: unknown) => {
    log("forgetting the secret of a former address", error);
  });
  announce("sources.changed", {});
  refresher.visit([feed.id]);
}
