import { mkdtemp, rm } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { FeedSummary } from "../../../preload/contract/contract.ts";
import { feedWithPictures, serveSite } from "./serve-site.ts";
import type { RunningApplication } from "./start-application.ts";

export const password = "sesame-canary";
export const token = "9f86d081884c7d65-canary-9a2feaa0";

/** A request as the site got it. */
export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly validator: string | undefined;
}

/** A site whose feeds are let out to `ann` with the password, or to whoever knows the token. */
export async function servePrivateSite(): Promise<{
  readonly site: string;
  /** Addresses with the password and with the token. */
  readonly withPassword: string;
  readonly withToken: string;
  readonly asked: Asked[];
  /** Answers in another way from now on; null: as ever. */
  readonly play: (other: RequestListener | null) => void;
}> {
  const asked: Asked[] = [];
  let played: RequestListener | null = null;
  const right = `Basic ${Buffer.from(`ann:${password}`).toString("base64")}`;
  const site = await serveSite((request, response) => {
    const { authorization } = request.headers;
    const path = request.url ?? "";
    asked.push({ path, authorization, validator: request.headers["if-none-match"] });
    if (played !== null) {
      played(request, response);
      return;
    }
    const isLetIn = authorization === right || path.includes(`token=${token}`);
    response.setHeader("etag", `"of ${path.split("?")[0] ?? ""}"`);
    if (isLetIn) response.end(feedWithPictures());
    else response.writeHead(401).end();
  });
  return {
    site,
    withPassword: `${site.replace("//", `//ann:${password}@`)}/feed`,
    withToken: `${site}/feed?token=${token}&lang=en`,
    asked,
    play: (other) => {
      played = other;
    },
  };
}

/** An OPML file that lists some addresses. */
export const outlineOf = (...addresses: readonly string[]): string =>
  `<opml version="2.0"><body>${addresses
    .map((address) => `<outline type="rss" xmlUrl="${address.replaceAll("&", "&amp;")}"/>`)
    .join("")}</body></opml>`;

/** A folder for a library, not there yet; what lies beside it goes with the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-private-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "library");
}

/** Follows addresses as if they had been typed, and waits until they were visited. */
export async function follow(
  running: RunningApplication,
  ...addresses: readonly string[]
): Promise<FeedSummary[]> {
  await running.application.followOutline(outlineOf(...addresses));
  await running.settled();
  return (await running.ask("sources.list", {})).feeds;
}
