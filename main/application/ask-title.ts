import { FetchError, publicAddress, type VisitOutcome } from "../fetching/fetching.ts";
import type { Feed, Visit } from "../library/library.ts";
import type { RereadFeed } from "../workers/workers.ts";
import { askFeed, type AskedFeed } from "./ask-feed.ts";
import { hashBody } from "./hash-body.ts";
import { lackOf } from "./private-addresses.ts";
import type { VisitCollaborators } from "./visit-feed.ts";

/** What a visit brought, before it is known what becomes of it. */
export interface Answer {
  readonly outcome: VisitOutcome;
  readonly resource: AskedFeed | null;
  readonly feed: RereadFeed | null;
  readonly bodyHash: string | null;
}

function outcomeOf(error: unknown): VisitOutcome {
  const known = error instanceof FetchError ? error : null;
  const { nextVisit } = known?.details ?? {};
  if (known?.code === "too-soon" && typeof nextVisit === "number")
    return { kind: "postponed", until: nextVisit };
  return {
    kind: "failed",
    code: known?.code ?? "unreadable-file",
    details: known?.details ?? {},
    status: null,
    retryAfter: null,
  };
}

function failed(error: unknown): Answer {
  return {
    outcome: outcomeOf(error),
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
  const { contentType, address, language } = resource;
  const standing = await library.articles.standing(feed.id);
  const read = await workers.run(
    "rereadFeed",
    {
      bytes: body,
      contentType,
      address,
      language,
      standing,
      // What is visited afresh is measured afresh.
      isMeasured: feed.isShortened !== null && previous !== undefined,
    },
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

/** Asks for a title and reads what comes. Rejects only when `signal` aborts. */
export async function askTitle(
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
