import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openLibrary, type NewFeed } from "../../../main/library/library.ts";
import type { Vault } from "../../../main/secrets/secrets.ts";
import { vaultBeside } from "../secrets/plain-vault.ts";
import { follow, freshFolder, servePrivateSite, token } from "./private-site.ts";
import { startApplication } from "./start-application.ts";

const newFeed = (address: string): NewFeed => ({
  address,
  ownTitle: null,
  publisherTitle: "Private",
  site: null,
  folderId: null,
  section: null,
  language: null,
  typedHost: new URL(address).host,
});

/** A library as versions before the vault left it. */
async function plainLibrary(...addresses: readonly string[]): Promise<string> {
  const folder = await freshFolder();
  const library = await openLibrary({ folder });
  await library.feeds.add(addresses.map(newFeed));
  await library.close();
  return folder;
}

describe("a library of a version that kept secrets in addresses", () => {
  const textOf = async (folder: string): Promise<string> =>
    (await readFile(join(folder, "library.json"), "utf8")) +
    (await readFile(join(folder, "library.previous.json"), "utf8"));

  it("gives them to the vault at the next start", async () => {
    const { withPassword, withToken } = await servePrivateSite();
    const folder = await plainLibrary(withPassword, withToken);
    const running = await startApplication({ folder });
    const shown = running.library.feeds.followed().map(({ address }) => address);
    running.application.start();
    await running.settled();
    const { feeds } = await running.ask("sources.list", {});
    expect(feeds).toMatchObject([{ failure: null }, { failure: null }]);
    expect(feeds.map(({ address }) => address)).toEqual(shown);
    expect(shown.join()).not.toMatch(/canary/);
    expect(await textOf(folder)).not.toMatch(/canary/);
  });

  it("loses none when the program is killed between the two", async () => {
    const { withPassword, withToken } = await servePrivateSite();
    const folder = await plainLibrary(withPassword, withToken);
    // Killed after the vault was written, before the library: it is as it was.
    const before = await startApplication({ folder: await plainLibrary(withPassword, withToken) });
    const vault = await vaultBeside(before.folder);
    const running = await startApplication({ folder, vault });
    running.application.start();
    await running.settled();
    const { feeds } = await running.ask("sources.list", {});
    expect(feeds).toMatchObject([{ failure: null }, { failure: null }]);
    expect(vault.names("feed:")).toHaveLength(2);
    expect(await textOf(folder)).not.toMatch(/canary/);
  });

  it("keeps them where they are while the vault cannot be written, and is read all the same", async () => {
    const { withPassword, withToken } = await servePrivateSite();
    const folder = await plainLibrary(withPassword, withToken);
    const full: Vault = {
      ...(await emptyVault()),
      set: () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" })),
    };
    const running = await startApplication({ folder, vault: full });
    running.application.start();
    await running.settled();
    const { feeds } = await running.ask("sources.list", {});
    expect(feeds).toMatchObject([
      { failure: null, isPrivate: true },
      { failure: null, isPrivate: true },
    ]);
    expect(JSON.stringify([feeds, running.logged])).not.toMatch(/canary/);
    expect(await readFile(join(folder, "library.json"), "utf8")).toContain(token);
    const another = { feeds: [{ address: `${withToken}2` }], folderId: null };
    await expect(running.ask("sources.follow", another)).rejects.toMatchObject({
      code: "storage-full",
    });
    expect(running.library.feeds.followed()).toHaveLength(2);
    await running.stop();
    const again = await startApplication({ folder });
    expect(again.library.feeds.followed()).toHaveLength(2);
    expect(await textOf(folder)).not.toMatch(/canary/);
  });

  it.each(["merge", "replace"] as const)(
    "can be restored from its backup (%s) without them getting into the library",
    async (mode) => {
      const { withPassword, withToken } = await servePrivateSite();
      const path = `${await freshFolder()}.zip`;
      const former = await openLibrary({ folder: await plainLibrary(withPassword, withToken) });
      await former.copies.backUp(path);
      await former.close();
      const folder = await freshFolder();
      const running = await startApplication({
        folder,
        desktop: { askForBackup: () => Promise.resolve(path) },
      });
      const [known] = await follow(running, withToken);
      const { token: chosen } = (await running.ask("backup.choose", {})) ?? expect.fail();
      await running.ask("backup.restore", { token: chosen, mode });
      await running.settled();
      const { feeds } = await running.ask("sources.list", {});
      expect(feeds).toHaveLength(2);
      expect(feeds.map(({ id }) => id)).toContain(known?.id);
      expect(feeds.map(({ failure }) => failure)).toEqual([null, null]);
      expect(await textOf(folder)).not.toMatch(/canary/);
    },
  );
});

it("a damaged file of secrets is told of, and its titles say what they lack", async () => {
  const { withToken } = await servePrivateSite();
  const folder = await freshFolder();
  const first = await startApplication({ folder });
  await follow(first, withToken);
  await first.stop();
  let now = Date.now();
  await writeFile(`${folder}-person/secrets.json`, "zeros");
  const running = await startApplication({ folder, now: () => now });
  const { repairs, secrets } = await running.ask("app.info", {});
  expect([repairs, secrets]).toEqual([[expect.stringContaining("set aside")], "plain"]);
  now += 3 * 86_400_000;
  running.application.wake();
  await running.settled();
  const { feeds } = await running.ask("sources.list", {});
  expect(feeds).toMatchObject([{ isPrivate: true, failure: { code: "secret-missing" } }]);
});

/** A vault with nothing in it. */
async function emptyVault(): Promise<Vault> {
  const vault = await vaultBeside(await freshFolder());
  return {
    kind: vault.kind,
    repairs: [],
    has: (name) => vault.has(name),
    names: (prefix) => vault.names(prefix),
    get: (name) => vault.get(name),
    set: (entries) => vault.set(entries),
  };
}
