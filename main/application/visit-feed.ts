import type { Settings } from "../../preload/contract/contract.ts";
import {
  planVisit,
  publicAddress,
  publicSite,
  rhythmOf,
  silences,
  withCredentialsOf,
} from "../fetching/fetching.ts";
import type { Feed, FeedChange, Incoming, Visit } from "../library/library.ts";
import type { RereadFeed } from "../workers/workers.ts";
import { askTitle, type Answer } from "./ask-title.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";
import { ownPictures } from "./own-pictures.ts";
import type { PrivateAddresses } from "./private-addresses.ts";
import type { Publishers } from "./publishers.ts";
import type { RecentFeeds } from "./recent-feeds.ts";
import { wantsPages } from "./wants-pages.ts";

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

/** The new pair from every 200 and 304 (a 304 may leave one out), the old one otherwise. */
function validators(
  answer: Answer,
  previous: Visit | undefined,
): Pick<Visit, "etag" | "lastModified"> {
  const { resource, outcome } = answer;
  if (outcome.kind !== "read" || resource === null) {
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
  if (answer.outcome.kind !== "read") return previous?.movedTo ?? null;
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
    if (read.link !== null && feed.site === null) change.site = publicSite(read.link);
    if (read.language !== null && feed.language === null) change.language = read.language;
    const { isShortened } = read;
    if (isShortened !== null && isShortened !== feed.isShortened) change.isShortened = isShortened;
    Object.assign(change, ownPictures(feed, read));
  }
  return Object.keys(change).length === 0 ? null : change;
}

function incomingOf(
  feed: Feed,
  read: RereadFeed | null,
  settings: Pick<Settings, "keepFullTexts">,
  now: number,
): Incoming | null {
  if (read === null) return null;
  const isShortened = read.isShortened ?? feed.isShortened;
  const areWanted = wantsPages({ ...feed, isShortened }, settings, now);
  return { feedId: feed.id, articles: read.articles, wantsPages: areWanted };
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
  const answer = await askTitle(feed, address, known, collaborators, signal);
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
  const wasAsked = address !== null && answer.outcome.kind !== "postponed";
  return {
    feed,
    askedFor: address,
    visit: {
      feedId: feed.id,
      ...validators(answer, previous),
      bodyHash: answer.bodyHash ?? previous?.bodyHash ?? null,
      lastVisit: wasAsked ? now : (previous?.lastVisit ?? null),
      lastStatus: wasAsked ? (answer.resource?.status ?? null) : (previous?.lastStatus ?? null),
      nextVisit: plan.nextVisit,
      nextVisitReason: plan.reason,
      failure: plan.failure,
      wishes,
      rhythm,
      movedTo,
      moveToTell: null,
      signIn: signInAfter(answer, previous),
      // What is new among what came is known when it is stored.
      brought: wasAsked ? (answer.outcome.kind === "read" ? 0 : null) : (previous?.brought ?? null),
      problems:
        answer.feed === null ? (previous?.problems ?? []) : worstProblems(answer.feed.problems),
    },
    incoming: incomingOf(feed, answer.feed, library.settings.current(), now),
    change: feedChange(feed, answer.feed),
    movesTo:
      answer.outcome.kind === "read" && movedTo !== null && movedTo.seen >= visitsBeforeMoving
        ? withCredentialsOf(answer.resource?.permanentAddress ?? movedTo.address, address ?? "")
        : null,
    wasUnreachable:
      answer.resource === null &&
      answer.outcome.kind === "failed" &&
      silences.includes(answer.outcome.code),
  };
}
