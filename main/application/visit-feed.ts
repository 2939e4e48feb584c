import {
  FetchError,
  planVisit,
  publicAddress,
  rhythmOf,
  withCredentialsOf,
  type VisitOutcome,
} from "../fetching/fetching.ts";
import type { Feed, FeedChange, Incoming, Visit } from "../library/library.ts";
import type { RereadFeed } from "../workers/workers.ts";
import { askFeed, type AskedFeed } from "./ask-feed.ts";
import type { Collaborators } from "./collaborators.ts";
import { hashBody } from "./hash-body.ts";
import type { Hosts } from "./hosts.ts";
import { ownPictures } from "./own-pictures.ts";
import { lackOf, type PrivateAddresses } from "./private-addresses.ts";
import type { Publishers } from "./publishers.ts";
import type { RecentFeeds } from "./recent-feeds.ts";

/** What one visit of a title came to; nothing of it is stored yet. */
export interface VisitReport {
  readonly feed: Feed;
  /** The whole address, with its secrets: not to be stored, shown or logged; null: one is missing. */
  readonly askedFor: string | null;
  readonly visit: Visit;
  readonly incoming: Incoming | null;
  readonly change: FeedChange | null;
  /** Where the title has moved for good; what becomes of that is decided when this is stored. */
  readonly movesTo: string | null;
  /** No answer came at all: perhaps it is the network that is missing, not the publisher. */
  readonly wasUnreachable: boolean;
}

export type VisitCollaborators = Pick<
  Collaborators,
  "library" | "client" | "workers" | "now" | "log"
> & {
  readonly recentFeeds: RecentFeeds;
  readonly hosts: Hosts;
  readonly privateAddresses: PrivateAddresses;
  readonly publishers: Publishers;
};

/** Redirects are believed once they were seen on this many visits in a row. */
const visitsBeforeMoving = 3;

interface Answer {
  readonly outcome: VisitOutcome;
  readonly resource: AskedFeed | null;
  readonly feed: RereadFeed | null;
  readonly bodyHash: string | null;
}

function failed(error: unknown): Answer {
  const known = error instanceof FetchError ? error : null;
  return {
    outcome: {
      kind: "failed",
      code: known?.code ?? "unreadable-file",
      details: known?.details ?? {},
      status: null,
      retryAfter: null,
    },
    resource: null,
    feed: null,
    bodyHash: null,
  };
}

function refusedBy(resource: AskedFeed): Answer {
  const { status, retryAfter } = resource;
  return {
    outcome: { kind: "failed", code: "http-status", details: { status }, status, retryAfter },
    resource,
    feed: null,
    bodyHash: null,
  };
}

function readOutcome(resource: AskedFeed, previous: Visit | undefined): VisitOutcome {
  const hasValidator =
    (resource.etag ?? resource.lastModified ?? previous?.etag ?? previous?.lastModified ?? null) !==
    null;
  return { kind: "read", hasValidator, freshSeconds: resource.freshSeconds };
}

/**
 * Reads a body in a worker, but for the articles that stand in the library as they are listed;
 * avoids even that when it is byte for byte the last one.
 */
async function readBody(
  resource: AskedFeed,
  body: Uint8Array,
  feed: Feed,
  previous: Visit | undefined,
  { library, workers }: VisitCollaborators,
  signal: AbortSignal,
): Promise<Answer> {
  const bodyHash = await hashBody(body);
  if (previous?.bodyHash === bodyHash && previous.failure === null) {
    return { outcome: readOutcome(resource, previous), resource, feed: null, bodyHash };
  }
  const { contentType, address } = resource;
  const standing = await library.articles.standing(feed.id);
  const read = await workers.run(
    "rereadFeed",
    { bytes: body, contentType, address, standing },
    { signal, transfer: [body.buffer as ArrayBuffer] },
  );
  if (read.ok) return { outcome: readOutcome(resource, undefined), resource, feed: read, bodyHash };
  return {
    outcome: {
      kind: "failed",
      code: read.reason === "too-large" ? "too-large" : "not-a-feed",
      details: {},
      status: resource.status,
      retryAfter: null,
    },
    resource,
    feed: null,
    bodyHash: null,
  };
}

async function ask(
  feed: Feed,
  address: string | null,
  previous: Visit | undefined,
  collaborators: VisitCollaborators,
  signal: AbortSignal,
): Promise<Answer> {
  const recent = collaborators.recentFeeds.take(feed.address);
  if (recent !== null) {
    const outcome = readOutcome(recent.resource, undefined);
    return { ...recent, outcome };
  }
  try {
    if (address === null)
      throw new FetchError("secret-missing", "its secret is not here", lackOf(feed.address));
    const request = {
      address,
      kind: "feed" as const,
      etag: previous?.etag ?? null,
      lastModified: previous?.lastModified ?? null,
      typedHost: feed.typedHost,
      signal,
    };
    const signedIn = collaborators.publishers.cookiesForTitle(feed.id);
    const known = previous?.signIn ?? null;
    const resource = await askFeed(collaborators.client, request, signedIn, known);
    if (resource.status === 304) {
      const outcome = readOutcome(resource, previous);
      return { outcome, resource, feed: null, bodyHash: previous?.bodyHash ?? null };
    }
    if (resource.body === null) return refusedBy(resource);
    return await readBody(resource, resource.body, feed, previous, collaborators, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FetchError))
      collaborators.log(`reading ${publicAddress(feed.address)}`, error);
    return failed(error);
  }
}

/** The new pair from every 200 and 304 (a 304 may leave one out), the old one otherwise. */
function validators(
  answer: Answer,
  previous: Visit | undefined,
): Pick<Visit, "etag" | "lastModified"> {
  const { resource, outcome } = answer;
  if (outcome.kind === "failed" || resource === null) {
    return { etag: previous?.etag ?? null, lastModified: previous?.lastModified ?? null };
  }
  const { etag, lastModified } = resource;
  if (resource.status === 304 && etag === null && lastModified === null) {
    return { etag: previous?.etag ?? null, lastModified: previous?.lastModified ?? null };
  }
  return { etag, lastModified };
}

function signInAfter({ resource }: Answer, previous: Visit | undefined): Visit["signIn"] {
  return resource?.signIn === undefined ? (previous?.signIn ?? null) : resource.signIn;
}

function nextMovedTo(answer: Answer, previous: Visit | undefined): Visit["movedTo"] {
  if (answer.outcome.kind === "failed") return previous?.movedTo ?? null;
  const permanent = answer.resource?.permanentAddress ?? null;
  if (permanent === null) return null;
  const address = publicAddress(permanent);
  const seen = previous?.movedTo?.address === address ? previous.movedTo.seen : 0;
  return { address, seen: seen + 1 };
}

/** The first few, shortened: a feed's text may stand in them. */
function worstProblems(problems: readonly string[]): string[] {
  return problems.slice(0, 5).map((problem) => problem.slice(0, 200));
}

/** What the publisher says of itself, where that differs from what is stored. */
function feedChange(feed: Feed, read: RereadFeed | null): FeedChange | null {
  const change: { -readonly [Key in keyof FeedChange]: FeedChange[Key] } = {};
  if (read !== null) {
    if (read.title !== "" && read.title !== feed.publisherTitle) change.publisherTitle = read.title;
    if (read.link !== null && feed.site === null) change.site = read.link;
    if (read.language !== null && feed.language === null) change.language = read.language;
    Object.assign(change, ownPictures(feed, read));
  }
  return Object.keys(change).length === 0 ? null : change;
}

/**
 * Visits one title; `afresh`: without a condition, and whatever comes is read anew. Rejects only
 * when `signal` aborts; every other failure is in the report.
 */
export async function visitFeed(
  feed: Feed,
  collaborators: VisitCollaborators,
  signal: AbortSignal,
  how: "usual" | "afresh" = "usual",
): Promise<VisitReport> {
  const { library } = collaborators;
  const previous = library.visits.of(feed.id);
  // What is known of the visits before stays, should this one fail.
  const known = how === "afresh" ? undefined : previous;
  const address = await collaborators.privateAddresses.fullAddress(feed.address);
  const answer = await ask(feed, address, known, collaborators, signal);
  const now = collaborators.now();
  const wishes =
    answer.feed === null
      ? (previous?.wishes ?? null)
      : {
          waitMinutes: answer.feed.waitMinutes,
          skipHours: answer.feed.skipHours,
          skipDays: answer.feed.skipDays,
        };
  const rhythm =
    answer.feed === null
      ? (previous?.rhythm ?? null)
      : rhythmOf(
          answer.feed.articles.map(({ published }) => published),
          now,
        );
  const plan = planVisit(answer.outcome, {
    now,
    refreshMinutes: library.settings.current().refreshMinutes,
    wishes,
    rhythm,
    lastFailure: previous?.failure ?? null,
    hostPauses: collaborators.hosts.pausesBefore(answer.resource?.address ?? feed.address),
    random: Math.random(),
  });
  const movedTo = nextMovedTo(answer, previous);
  return {
    feed,
    askedFor: address,
    visit: {
      feedId: feed.id,
      ...validators(answer, previous),
      bodyHash: answer.bodyHash ?? previous?.bodyHash ?? null,
      lastVisit: address === null ? (previous?.lastVisit ?? null) : now,
      lastStatus: answer.resource?.status ?? null,
      nextVisit: plan.nextVisit,
      nextVisitReason: plan.reason,
      failure: plan.failure,
      wishes,
      rhythm,
      movedTo,
      signIn: signInAfter(answer, previous),
      // What is new among what came is known when it is stored.
      brought: answer.outcome.kind === "read" ? 0 : null,
      problems:
        answer.feed === null ? (previous?.problems ?? []) : worstProblems(answer.feed.problems),
    },
    incoming: answer.feed === null ? null : { feedId: feed.id, articles: answer.feed.articles },
    change: feedChange(feed, answer.feed),
    movesTo:
      answer.outcome.kind === "read" && movedTo !== null && movedTo.seen >= visitsBeforeMoving
        ? withCredentialsOf(answer.resource?.permanentAddress ?? movedTo.address, address ?? "")
        : null,
    wasUnreachable:
      answer.resource === null &&
      answer.outcome.kind === "failed" &&
      (answer.outcome.code === "unreachable" || answer.outcome.code === "timed-out"),
  };
}
