import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { vaultBeside } from "../secrets/plain-vault.ts";
import { follow, freshFolder, password, servePrivateSite, token } from "./private-site.ts";
import { feedWithPictures, serveSite } from "./serve-site.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

const hour = 3_600_000;

async function onlyFeed(running: RunningApplication) {
  await running.settled();
  const { feeds } = await running.ask("sources.list", {});
  expect(feeds).toHaveLength(1);
  return feeds[0] ?? expect.fail();
}

it("a feed behind a name and a password is found, followed and read; nobody else sees them", async () => {
  let now = Date.now();
  const headers: (string | undefined)[] = [];
  const site = await serveSite((request, response) => {
    headers.push(request.headers.authorization);
    if (request.headers.authorization === undefined) response.writeHead(401).end();
    else if (request.url === "/feed") response.end(feedWithPictures());
    else response.writeHead(404).end();
  });
  const running = await startApplication({ now: () => now });
  const typed = `${site.replace("//", "//ann:sesame@")}/feed`;
  const { candidates } = await running.ask("sources.discover", { address: typed });
  expect(candidates).toMatchObject([{ address: `${site}/feed`, title: "Site" }]);
  await running.ask("sources.follow", { feeds: [{ address: `${site}/feed` }], folderId: null });
  await running.settled();
  now += 30 * 3_600_000;
  running.application.wake();
  await running.settled();
  const { feeds } = await running.ask("sources.list", {});
  expect(feeds).toMatchObject([{ failure: null, lastVisit: now }]);
  expect(feeds[0]?.address).toBe(`${site.replace("//", "//ann@")}/feed`);
  expect(new Set(headers).size).toBe(1);
  expect(JSON.stringify([running.announced, running.logged, feeds])).not.toContain("sesame");
  expect(running.library.feeds.followed()[0]?.address).toBe(`${site.replace("//", "//ann@")}/feed`);
});

it("a wrong password is a failure that does not tell it", async () => {
  const site = await serveSite((_, response) => response.writeHead(401).end());
  const running = await startApplication();
  const typed = `${site.replace("//", "//ann:sesame@")}/feed`;
  await expect(
    running.ask("sources.discover", { address: typed }).catch((error: unknown) => {
      expect(JSON.stringify([error, String(error)])).not.toContain("sesame");
      throw error;
    }),
  ).rejects.toMatchObject({ code: "http-status", details: { status: 401 } });
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${typed}"/></body></opml>`,
  );
  await running.settled();
  const sources = await running.ask("sources.list", {});
  expect(sources.feeds[0]?.failure).toMatchObject({ code: "http-status" });
  expect(JSON.stringify([sources, running.announced, running.logged])).not.toContain("sesame");
});

describe("a private title", () => {
  it("is the same under its whole address and under the one that is shown", async () => {
    const { withPassword, withToken } = await servePrivateSite();
    const running = await startApplication();
    const feeds = await follow(running, withPassword, withToken);
    expect(feeds.map(({ address }) => address)).toEqual([
      withPassword.replace(`:${password}`, ""),
      expect.stringMatching(/\/feed\?token=hidden-[\da-f]{6}&lang=en$/),
    ]);
    const shown = feeds.map(({ address }) => ({ address }));
    const whole = [{ address: withPassword }, { address: withToken }];
    for (const again of [shown, whole]) {
      const result = await running.ask("sources.follow", { feeds: again, folderId: null });
      expect(result).toEqual({ followed: [], alreadyFollowed: feeds.map(({ id }) => id) });
    }
    expect((await follow(running, withPassword, withToken)).length).toBe(2);
  });

  it("is one for each token of a publisher", async () => {
    const { withToken } = await servePrivateSite();
    const running = await startApplication();
    const other = withToken.replace(token, "0a1b2c3d4e5f60718293a4b5c6d7e8f9");
    expect(await follow(running, withToken, other)).toHaveLength(2);
  });

  it("that moves for good takes its secrets along, and leaves none behind", async () => {
    let now = Date.now();
    const { site, withToken, asked, play } = await servePrivateSite();
    const folder = await freshFolder();
    const vault = await vaultBeside(folder);
    const running = await startApplication({ folder, vault, now: () => now });
    const address = withToken.replace("//", `//ann:${password}@`);
    await follow(running, address);
    const former = vault.names("feed:");
    play((request, response) => {
      if (request.url?.startsWith("/new") === true) response.end(feedWithPictures());
      else response.writeHead(301, { location: `/new?token=${token}` }).end();
    });
    for (let visit = 0; visit < 4; visit += 1) {
      now += 30 * hour;
      running.application.wake();
      await running.settled();
    }
    const { address: shown, failure } = await onlyFeed(running);
    expect([shown, failure]).toEqual([
      expect.stringMatching(/\/\/ann@[^/]+\/new\?token=hidden-[\da-f]{6}$/),
      null,
    ]);
    expect(asked.at(-1)).toMatchObject({
      path: `/new?token=${token}`,
      authorization: `Basic ${Buffer.from(`ann:${password}`).toString("base64")}`,
    });
    expect(vault.names("feed:")).toEqual([`feed:${shown}`]);
    expect(former).not.toEqual(vault.names("feed:"));
    expect((await running.ask("app.info", {})).moves).toMatchObject([{ address: shown }]);
    expect(site).not.toContain(token);
  });

  it("keeps its secret while it can be taken back, and not for longer", async () => {
    let now = Date.now();
    const { withToken } = await servePrivateSite();
    const folder = await freshFolder();
    const vault = await vaultBeside(folder);
    const running = await startApplication({ folder, vault, now: () => now });
    const [feed] = await follow(running, withToken);
    const feedIds = [feed?.id ?? expect.fail()];
    const { undoId } = await running.ask("sources.unfollow", { feedIds });
    now += 29 * 24 * hour;
    await running.ask("storage.purge", {});
    await running.ask("undo.perform", { undoId: undoId ?? expect.fail() });
    expect(await onlyFeed(running)).toMatchObject({ failure: null, lastVisit: now });
    await running.ask("sources.unfollow", { feedIds });
    now += 32 * 24 * hour;
    await running.ask("storage.purge", {});
    expect(vault.names("feed:")).toEqual([]);
  });
});

describe("a title whose secret is not here", () => {
  it("is not asked for, says what is missing, and is read once that is told", async () => {
    const { withPassword, withToken, asked } = await servePrivateSite();
    const first = await startApplication();
    const shown = (await follow(first, withPassword, withToken)).map(({ address }) => address);
    const before = asked.length;
    const running = await startApplication();
    const feeds = await follow(running, ...shown);
    const { host } = new URL(withToken);
    expect(feeds).toMatchObject([
      {
        isPrivate: true,
        lastVisit: null,
        failure: { code: "secret-missing", details: { host, kind: "password", user: "ann" } },
      },
      { isPrivate: true, failure: { code: "secret-missing", details: { host, kind: "token" } } },
    ]);
    expect(asked.length).toBe(before);
    // Following it again, whole, is an answer too.
    const result = await running.ask("sources.follow", {
      feeds: [{ address: withToken }, { address: withPassword }],
      folderId: null,
    });
    expect(result.followed).toEqual([]);
    await running.settled();
    const now = (await running.ask("sources.list", {})).feeds;
    expect(now.map(({ failure, address }) => [failure, address])).toEqual(
      shown.map((address) => [null, address]),
    );
  });

  it("comes back whole out of an OPML file with secrets, and not out of one without", async () => {
    const { withPassword, withToken } = await servePrivateSite();
    const folder = await freshFolder();
    for (const withSecrets of [false, true]) {
      const path = `${folder}-${String(withSecrets)}.opml`;
      const running = await startApplication({
        desktop: { askWhereToSave: () => Promise.resolve(path) },
      });
      await follow(running, withPassword, withToken);
      await running.ask("opml.export", { withSecrets });
      const bytes = await readFile(path);
      const other = await startApplication();
      await other.application.followOutline(bytes);
      await other.settled();
      const codes = (await other.ask("sources.list", {})).feeds.map(({ failure }) => failure?.code);
      expect(codes).toEqual(
        withSecrets ? [undefined, undefined] : ["secret-missing", "secret-missing"],
      );
      expect(bytes.includes(token)).toBe(withSecrets);
    }
  });
});

describe("a name and a password", () => {
  it("can be given to a title, changed and taken away", async () => {
    const { site, asked } = await servePrivateSite();
    const running = await startApplication();
    const [feed] = await follow(running, `${site}/feed`);
    const feedId = feed?.id ?? expect.fail();
    expect(feed?.failure).toMatchObject({ code: "http-status", details: { status: 401 } });
    const give = async (user: string, word: string) => {
      const credentials = { user, password: word };
      await running.ask("titles.setCredentials", { feedId, credentials });
      return onlyFeed(running);
    };
    expect(await give("ann", "wrong")).toMatchObject({ failure: { code: "http-status" } });
    expect(await give("ann", password)).toMatchObject({
      failure: null,
      isPrivate: true,
      address: `${site.replace("//", "//ann@")}/feed`,
    });
    await running.ask("titles.setCredentials", { feedId, credentials: null });
    expect(await onlyFeed(running)).toMatchObject({
      failure: { code: "http-status" },
      isPrivate: false,
      address: `${site}/feed`,
    });
    expect(asked.at(-1)?.authorization).toBeUndefined();
    await expect(give("an:n", password)).rejects.toMatchObject({ code: "invalid-input" });
    await expect(give("", "")).rejects.toMatchObject({ code: "invalid-input" });
    const unknown = { feedId: 99 as typeof feedId, credentials: null };
    await expect(running.ask("titles.setCredentials", unknown)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("may be any that RFC 7617 lets through, also without a password", async () => {
    const { site, asked } = await servePrivateSite();
    const running = await startApplication();
    const feedId = (await follow(running, `${site}/feed`))[0]?.id ?? expect.fail();
    for (const [user, word] of [
      ["änn@home/100%", "p:ä?#@ss%20"],
      ["key-without-password", ""],
    ] as const) {
      const credentials = { user, password: word };
      await running.ask("titles.setCredentials", { feedId, credentials });
      await running.settled();
      const sent = asked.at(-1)?.authorization?.replace("Basic ", "") ?? "";
      expect(Buffer.from(sent, "base64").toString("utf8")).toBe(`${user}:${word}`);
    }
  });

  it("that are given while the title is visited are not lost over what that visit brings", async () => {
    const { site, play } = await servePrivateSite();
    const running = await startApplication();
    const feedId = (await follow(running, `${site}/feed`))[0]?.id ?? expect.fail();
    const late: (() => void)[] = [];
    play((_, response) => late.push(() => response.writeHead(403).end()));
    const credentials = { user: "ann", password: "first" };
    await running.ask("titles.setCredentials", { feedId, credentials });
    await expect.poll(() => late.length).toBe(1);
    play(null);
    const right = { user: "ann", password };
    await running.ask("titles.setCredentials", { feedId, credentials: right });
    late[0]?.();
    await expect
      .poll(async () => (await onlyFeed(running)).lastVisit, { timeout: 5000 })
      .not.toBeNull();
    expect(await onlyFeed(running)).toMatchObject({ failure: null });
  });
});

describe("the site that a private feed names", () => {
  it("does not tell the token in the feed's own address", async () => {
    const secret = "9f86d081884c7d659a2feaa0c55ad015";
    const { site, play } = await servePrivateSite();
    play((_, response) =>
      response.end(
        `<rss version="2.0"><channel><title>Site</title><link>./</link><item><title>One</title>
<guid>1</guid><description>Text</description></item></channel></rss>`,
      ),
    );
    const running = await startApplication();
    await follow(running, `${site}/private/${secret}/feed.xml`);
    expect(running.library.feeds.followed()[0]?.site).toBe(`${site}/`);
    const files = await readdir(running.folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile()))
      expect(await readFile(join(file.parentPath, file.name), "latin1")).not.toContain(secret);
  });
});

describe("another address of a title", () => {
  it("is visited at once, without what was known of the one before", async () => {
    const { withToken, site, asked } = await servePrivateSite();
    const running = await startApplication();
    const feedId = (await follow(running, withToken))[0]?.id ?? expect.fail();
    const { address } = await onlyFeed(running);
    // As the person sees and edits it: the token stays hidden.
    const edited = address.replace("/feed", "/sport");
    await running.ask("titles.setAddress", { feedId, address: edited });
    expect(await onlyFeed(running)).toMatchObject({ address: edited, failure: null });
    expect(asked.map(({ path, validator }) => [path, validator])).toEqual([
      [`/feed?token=${token}&lang=en`, undefined],
      [`/sport?token=${token}&lang=en`, undefined],
    ]);
    await running.ask("titles.setAddress", { feedId, address: `${site}/open` });
    expect(await onlyFeed(running)).toMatchObject({ isPrivate: false, address: `${site}/open` });
  });

  it("is refused when another title has it, however it is spelt", async () => {
    const { withToken, site, asked } = await servePrivateSite();
    const running = await startApplication();
    const feeds = await follow(running, withToken, `${site}/other`);
    const before = asked.length;
    const feedId = feeds[1]?.id ?? expect.fail();
    for (const address of [withToken, `${feeds[0]?.address ?? ""}#top`])
      await expect(running.ask("titles.setAddress", { feedId, address })).rejects.toMatchObject({
        code: "already-followed",
        details: { title: "Site" },
      });
    const nobody = { feedId: 99 as typeof feedId, address: site };
    await expect(running.ask("titles.setAddress", nobody)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(asked.length).toBe(before);
  });

  it("on another server does not get the secret of the first", async () => {
    const { withToken } = await servePrivateSite();
    const seen: string[] = [];
    const other = await serveSite((request, response) => {
      seen.push(request.url ?? "");
      response.end(feedWithPictures());
    });
    const running = await startApplication();
    const feedId = (await follow(running, withToken))[0]?.id ?? expect.fail();
    const { address } = await onlyFeed(running);
    const moved = address.replace(/^http:\/\/[^/]+/, other);
    await running.ask("titles.setAddress", { feedId, address: moved });
    expect(await onlyFeed(running)).toMatchObject({ failure: { code: "secret-missing" } });
    expect(seen).toEqual([]);
  });
});
