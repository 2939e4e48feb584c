import { join } from "node:path";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { Newsstand, RecordedRequest } from "../newsstand/newsstand.ts";
import { expect, test } from "./fixtures.ts";

const slug = "subscribers";

interface AnyBridge {
  request(name: string, input: object): Promise<unknown>;
}

/** What the program asked a publisher for, without what the person's own window did. */
function asked(newsstand: Newsstand, host: string): RecordedRequest[] {
  return newsstand
    .requests()
    .filter(
      (request) => request.host === host && request.headers["user-agent"]?.startsWith("Broadsheet"),
    );
}

const sentCookies = (newsstand: Newsstand, host: string): string[] =>
  asked(newsstand, host).flatMap(({ headers }) => headers.cookie ?? []);

/** Signs in as a reader does, in the publisher's own window. */
async function signIn(window: Page): Promise<void> {
  await window.getByRole("link", { name: "Sign in" }).click();
  await window.getByLabel("Name").fill("Ann");
  await window.getByLabel("Password").fill("secret");
  await window.getByRole("button", { name: "Sign in" }).click();
  await expect(window).toHaveURL(/\/$/);
}

test("a reader signs in to a title, its pictures come, and signing out leaves nothing", async ({
  play,
  openFilled,
  open,
  dataFolder,
}) => {
  const newsstand = await play({ publishers: 1, articlesPerPublisher: 2 });
  const [painter] = newsstand.publishers;
  const paintings = painter?.stories.flatMap(({ pictures }) => pictures) ?? [];
  const path = new URL(paintings[0]?.address ?? "").pathname;
  const paper = newsstand.add({ slug, behaviour: { paywall: "articles" } });
  const picture = (name: string): string =>
    `${"<p>A text that is long enough to be a whole article, and so is not looked for elsewhere.</p>".repeat(30)}<img src="${paper.siteAddress}${path.slice(1)}?${name}">`;
  newsstand.publishStory(slug, {
    headline: "Behind the wall",
    pictures: [],
    html: picture("first"),
  });
  const site = `${slug}.localhost`;
  const pictures = (): number[] =>
    asked(newsstand, paper.host)
      .filter(({ kind }) => kind === "picture")
      .map(({ status }) => status);

  let { program, reader } = await openFilled(newsstand);
  expect(pictures()).toEqual([401]);
  const ask = (name: string, input: object): Promise<unknown> =>
    reader.page.evaluate(
      ([asked, given]) => {
        const { broadsheet } = window as unknown as { broadsheet: AnyBridge };
        return broadsheet.request(asked, given);
      },
      [name, input] as const,
    );
  /** A title is visited once a minute; one that was given another address at once. */
  const visitAt = async (query: string): Promise<void> => {
    const address = `${paper.feedAddress}?${query}`;
    expect(await ask("titles.setAddress", { feedId: id, address })).toEqual({
      ok: true,
      value: {},
    });
  };
  const sources = async (): Promise<{ id: number; address: string; signedIn: boolean }[]> => {
    const reply = (await ask("sources.list", {})) as { value: { feeds: never[] } };
    return reply.value.feeds;
  };
  const id = (await sources()).find(({ address }) => address === paper.feedAddress)?.id;

  const signingIn = ask("signIns.open", { feedId: id });
  const theirs = await program.windowOf(`publisher-${site}`);
  await signIn(theirs);
  // The page has nothing of the program's, and a stranger's frame on this computer does not load.
  expect(
    await theirs.evaluate(() => ["broadsheet" in globalThis, "require" in globalThis]),
  ).toEqual([false, false]);
  expect(newsstand.requests().some(({ host }) => host.startsWith("tracker."))).toBe(false);
  await theirs.close();
  expect(await signingIn).toEqual({ ok: true, value: { signedIn: true, site } });
  await expect.poll(pictures).toEqual([401, 200]);
  expect((await sources()).find((feed) => feed.id === id)?.signedIn).toBe(true);
  // A session cookie came with it, one that is for encrypted connections did not.
  expect(sentCookies(newsstand, paper.host).join()).toContain(`session=${slug}-1`);
  expect(sentCookies(newsstand, paper.host).join()).not.toContain("sealed");
  await program.close();

  // Nothing of it lies in the library.
  const library = await readFile(join(dataFolder, "library", "library.json"), "utf8");
  expect(library).not.toContain(`${slug}-1`);

  newsstand.publishStory(slug, { headline: "The next day", pictures: [], html: picture("second") });
  ({ program, reader } = await open());
  expect(await ask("signIns.list", {})).toMatchObject({
    value: { signIns: [{ site, feedIds: [id] }] },
  });
  await visitAt("again");
  await expect.poll(pictures).toEqual([401, 200, 200]);

  await ask("signIns.end", { site });
  expect(await ask("signIns.list", {})).toMatchObject({ value: { signIns: [] } });
  const before = sentCookies(newsstand, paper.host).length;
  newsstand.publishStory(slug, { headline: "Too late", pictures: [], html: picture("third") });
  await visitAt("once-more");
  await expect.poll(pictures).toEqual([401, 200, 200, 401]);
  expect(sentCookies(newsstand, paper.host)).toHaveLength(before);

  // The window forgot as well.
  const again = ask("signIns.open", { feedId: id });
  const fresh = await program.windowOf(`publisher-${site}`);
  await expect(fresh.getByRole("link", { name: "Sign in" })).toBeVisible();
  const home = newsstand
    .requests()
    .findLast(({ host, path }) => host === paper.host && path === "/");
  expect(home?.headers.cookie).toBe(undefined);
  await fresh.close();
  expect(await again).toEqual({ ok: true, value: { signedIn: false, site } });
  await program.close();
});

test("a page in a sign-in window reaches the web and nothing else", async ({
  play,
  openFilled,
}) => {
  const newsstand = await play({ publishers: 1, articlesPerPublisher: 1 });
  const home = `<!doctype html><title>Broadsheet</title><button id="popup"
    onclick="window.open('/popup')">Continue with somebody</button>`;
  const paper = newsstand.add({
    slug,
    resources: {
      "/start": { body: home, contentType: "text/html" },
      "/popup": {
        body: `<title>Popup</title><script>opener.document.body.id = "back"; close()</script>`,
        contentType: "text/html",
      },
    },
  });
  const { program, reader } = await openFilled(newsstand);
  const id = await reader.page.evaluate(async (address) => {
    const reply = await window.broadsheet.request("sources.list", {});
    return reply.ok ? reply.value.feeds.find((feed) => feed.address === address)?.id : undefined;
  }, paper.feedAddress);
  const signingIn = reader.page.evaluate(
    (feedId) => window.broadsheet.request("signIns.open", { feedId }),
    id ?? 0,
  );
  const theirs = await program.windowOf(`publisher-${slug}.localhost`);
  await theirs.goto(`${paper.siteAddress}start`);
  const reached = await theirs.evaluate(async (elsewhere) => {
    const tries = [
      "app://broadsheet/index.html",
      "https://broadsheet.app.localhost/index.html",
      "file:///etc/passwd",
      `${elsewhere}/`,
      "http://192.168.1.1/",
    ].map((address) =>
      fetch(address, { mode: "no-cors" }).then(
        () => address,
        () => null,
      ),
    );
    return (await Promise.all(tries)).filter((address) => address !== null);
  }, newsstand.origin);
  expect(reached).toEqual([]);
  for (const address of [
    "app://broadsheet/index.html",
    "file:///etc/passwd",
    "mailto:x@example.com",
  ]) {
    await theirs.evaluate((to) => {
      location.href = to;
    }, address);
    await theirs.waitForTimeout(200);
    expect(theirs.url()).toBe(`${paper.siteAddress}start`);
  }
  expect(await program.openedExternally()).toEqual([]);
  const permission = await theirs.evaluate(async () => {
    const { state } = await navigator.permissions.query({ name: "geolocation" });
    return state;
  });
  expect(permission).toBe("denied");
  // A window that the page opens can speak to it, closes itself, and the first one goes on.
  await theirs.locator("#popup").click();
  await expect(theirs.locator("body#back")).toBeVisible();
  await theirs.close();
  expect(await signingIn).toMatchObject({ ok: true });
  // Left open, it ends with the reader's window and does not keep the program alive.
  void reader.page
    .evaluate((feedId) => window.broadsheet.request("signIns.open", { feedId }), id ?? 0)
    .catch(() => undefined);
  await program.windowOf(`publisher-${slug}.localhost`);
  await program.close();
});
