import type { FeedCandidate } from "../../preload/contract/contract.ts";
import { platformOf, type PageFindings } from "../feeds/feeds.ts";
import type { FetchedResource } from "../fetching/fetching.ts";
import { meantAddresses } from "./feed-address.ts";
import { FeedSearch, type Searching } from "./feed-search.ts";
import { RequestError } from "./request-error.ts";
import { suggestTitle } from "./suggest-title.ts";

/** Feeds of a page that are looked at, best first. */
const candidatesAtMost = 8;
/** Statuses of a page that is gone while its site may still be there. */
const gone: readonly number[] = [404, 410];
/** Statuses of a host that wants to be left alone: its other pages are not asked either. */
const busy: readonly number[] = [429, 503];

/**
 * The feeds at an address as a person types it, the likeliest first: where the rule of a platform
 * puts them, the feed itself, those its page names, those its site's front page names, else those
 * at the usual places. Throws `RequestError` with a code that can be worded and details that help:
 * `host`, `status`, how many addresses were `tried`, the `reason` ("login", "consent", "bot-wall",
 * "parked", "feed-broken", "platform-without-feeds"), the `platform`, and the nearest title of the
 * catalogue as `suggestedTitle` and `suggestedAddress`.
 */
export async function discoverFeeds(
  typed: string,
  collaborators: Searching,
): Promise<FeedCandidate[]> {
  const search = new FeedSearch(collaborators);
  try {
    return await discover(typed, search);
  } catch (error) {
    const refusal = asRefusal(error);
    const suggestion = await suggestTitle(typed, await collaborators.catalogue());
    const details = { ...refusal.details, ...suggestion };
    throw new RequestError(refusal.code, refusal.message, details);
  }
}

/** Errors that carry a code and details of their own; everything else is for the log. */
function asRefusal(error: unknown): Pick<RequestError, "code" | "message" | "details"> {
  if (error instanceof Error && "code" in error && "details" in error) return error as RequestError;
  throw error;
}

async function discover(typed: string, search: FeedSearch): Promise<FeedCandidate[]> {
  const meant = meantAddresses(typed);
  const [first] = meant;
  if (first === undefined) {
    throw new RequestError("bad-address", "that is not a web address", { typed });
  }
  const byRule = await fromPlatform(first, search);
  if (byRule.length > 0) return byRule;

  const resource = await search.fetchTyped(meant);
  const { status, address, body } = resource;
  if (body === null) {
    const ofSite = gone.includes(status) ? await fromFrontPage(address, search) : [];
    if (ofSite.length > 0) return ofSite;
    const details = { status, host: new URL(address).host };
    throw new RequestError("http-status", `the server answered ${status}`, details);
  }
  const itself = await search.read(resource, "");
  if (itself !== null) return [itself];
  // A short address leads to where a rule holds.
  const redirected = address === first ? [] : await fromPlatform(address, search);
  if (redirected.length > 0) return redirected;
  return fromPage(resource, body, search);
}

/** Feeds where a well-known platform keeps them, without asking for the page. */
async function fromPlatform(address: string, search: FeedSearch): Promise<FeedCandidate[]> {
  const known = platformOf(address);
  if (known?.kind === "none") {
    throw new RequestError("no-feed-found", `${known.platform} offers no feeds`, {
      host: new URL(address).host,
      platform: known.platform,
      reason: "platform-without-feeds",
    });
  }
  if (known?.kind !== "feeds") return [];
  const found = await search.candidates(
    known.addresses.map((feed) => ({ address: feed, title: "" })),
  );
  const status = search.brokenStatus;
  if (found.length === 0 && status !== null && busy.includes(status)) {
    const { host } = new URL(address);
    throw new RequestError("http-status", `the server answered ${status}`, { status, host });
  }
  return found;
}

/** Feeds that a page names, that the front page of its site names, or that stand where most do. */
async function fromPage(
  resource: FetchedResource,
  body: Uint8Array,
  search: FeedSearch,
): Promise<FeedCandidate[]> {
  const { address } = resource;
  const { contentType, links: linkHeader } = resource;
  const page = { bytes: body, contentType, address, linkHeader };
  const findings = await search.lookInto(page, address);
  const named = await search.candidates(findings.links.slice(0, candidatesAtMost));
  if (named.length > 0) return named;
  if (findings.wall !== null) throw nothingFound(address, findings, search);
  // Where a platform names its feeds in the page alone, guessing only costs it requests.
  if (platformOf(address) === null) {
    const ofSite = await fromFrontPage(address, search);
    if (ofSite.length > 0) return ofSite;
    for (const guess of findings.guesses) {
      const found = await search.candidates([{ address: guess, title: "" }], false);
      if (found.length > 0) return found;
    }
  }
  throw nothingFound(address, findings, search);
}

/** Feeds that the front page of a page's site names: the page of an article often names none. */
async function fromFrontPage(address: string, search: FeedSearch): Promise<FeedCandidate[]> {
  const front = new URL("/", address).href;
  if (front === new URL(address).href || platformOf(address) !== null) return [];
  const findings = await search.lookAt(front);
  return search.candidates(findings?.links.slice(0, candidatesAtMost) ?? []);
}

function nothingFound(address: string, { wall }: PageFindings, search: FeedSearch): RequestError {
  const reason = wall ?? (search.brokenStatus === null ? null : "feed-broken");
  return new RequestError("no-feed-found", "no feed was found there", {
    host: new URL(address).host,
    tried: search.tried,
    ...(reason !== null && { reason }),
    ...(search.brokenStatus !== null && { status: search.brokenStatus }),
    ...platformDetail(address),
  });
}

function platformDetail(address: string): { platform?: string } {
  const known = platformOf(address);
  return known === null ? {} : { platform: known.platform };
}
