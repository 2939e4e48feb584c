import type { RequestListener } from "node:http";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unzip } from "../library/rezip.ts";
import { temporaryFolder } from "./filled-application.ts";
import { outlineOf, password, servePrivateSite, token } from "./private-site.ts";
import { startApplication } from "./start-application.ts";

const hour = 3_600_000;

/** Every way in which a visit can fail or go elsewhere that might tell what was asked for. */
const troubles: Readonly<Record<string, RequestListener>> = {
  "401": (_, response) => response.writeHead(401).end(),
  "404": (_, response) => response.writeHead(404).end(),
  "410": (_, response) => response.writeHead(410).end(),
  "429": (_, response) => response.writeHead(429, { "retry-after": "60" }).end(),
  "500": (_, response) => response.writeHead(500).end(),
  "no feed": (_, response) => response.end(`<html><title>${token}</title></html>`),
  "cut off": (request) => request.socket.destroy(),
  "a moved feed": (request, response) =>
    response.writeHead(301, { location: `/moved${request.url ?? ""}` }).end(),
  "another scheme": (request, response) =>
    response.writeHead(302, { location: `ftp://ann:${password}@x.example${request.url}` }).end(),
  "no address": (request, response) =>
    response.writeHead(302, { location: `http://ann:${password}@:x/${request.url}` }).end(),
  "a circle": (request, response) => response.writeHead(302, { location: request.url ?? "" }).end(),
  "bad encoding": (_, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end("not gzip"),
};

/** Files in a folder that hold a text, also packed in a zip. */
async function filesWith(text: string, folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names
    .filter((name) => name.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const contents = await Promise.all(
    paths.map(async (path) =>
      path.endsWith(".zip") ? [...(await unzip(path)).values()] : [await readFile(path)],
    ),
  );
  return paths.filter((_, index) => contents[index]?.some((bytes) => bytes.includes(text)));
}

it("a password and a token reach nothing but their publisher and the vault", async () => {
  let now = Date.now();
  const { site, withPassword, withToken, asked, play } = await servePrivateSite();
  const elsewhere = await temporaryFolder();
  const paths = ["titles.opml", "mine.zip"].map((name) => join(elsewhere, name));
  const running = await startApplication({
    now: () => now,
    desktop: {
      askWhereToSave: () => Promise.resolve(paths.shift() ?? null),
      askForFolder: () => Promise.resolve(elsewhere),
    },
  });
  const seen: unknown[] = [];
  const look = async (): Promise<void> => {
    seen.push(await running.ask("sources.list", {}), await running.ask("titles.records", {}));
    seen.push(await running.ask("app.info", {}), await running.ask("undo.list", {}));
  };
  await running.application.followOutline(outlineOf(withPassword, withToken));
  await running.settled();
  await look();
  expect((await running.ask("sources.list", {})).feeds).toMatchObject([
    { failure: null, isPrivate: true },
    { failure: null, isPrivate: true },
  ]);
  for (const [name, trouble] of Object.entries(troubles)) {
    play(trouble);
    const before = asked.length;
    now += 15 * 24 * hour;
    const { feeds } = await running.ask("sources.list", {});
    for (const { id } of feeds) await running.ask("titles.visit", { feedIds: [id], afresh: false });
    await running.settled();
    expect(asked.length, name).toBeGreaterThan(before);
    await look();
  }
  play(null);
  await running.library.copies.rotate();
  await running.ask("opml.export", { withSecrets: false });
  await running.ask("backup.create", {});
  await running.ask("export.everything", {});
  const { feeds } = await running.ask("sources.list", {});
  await running.ask("sources.unfollow", { feedIds: feeds.map(({ id }) => id) });
  await look();
  await running.stop();

  const vault = `${running.folder}-person/secrets.json`;
  for (const secret of [password, token]) {
    expect(await filesWith(secret, join(running.folder, ".."))).toEqual([vault]);
    expect(await filesWith(secret, elsewhere)).toEqual([]);
    expect(JSON.stringify([seen, running.announced])).not.toContain(secret);
    expect(running.logged.join("\n")).not.toContain(secret);
  }
  // That is no matter of course: both were sent all the time, to their own site.
  expect(asked.filter(({ path }) => path.includes(token)).length).toBeGreaterThan(10);
  expect(asked.some(({ authorization }) => authorization !== undefined)).toBe(true);
  expect(await filesWith(new URL(site).host, elsewhere)).toContain(join(elsewhere, "mine.zip"));
});
