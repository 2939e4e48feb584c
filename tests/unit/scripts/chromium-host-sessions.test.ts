import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findBrowser } from "../../../scripts/find-browser.ts";
import { launch, type Program } from "../../e2e/launch.ts";

const main = join(import.meta.dirname, "..", "..", "fixtures", "host-app", "main.js");
const hasBrowser = findBrowser() !== undefined;

vi.stubEnv("BROADSHEET_HOST", "chromium");

async function hears(program: Program, words: string): Promise<void> {
  await vi.waitFor(
    () => {
      expect(program.output()).toContain(words);
    },
    { timeout: 10_000 },
  );
}

/** A site with a form that sets cookies, redirects and opens windows. */
function answerTo({ url, method, headers }: IncomingMessage): {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
} {
  const html = { "content-type": "text/html; charset=utf-8" };
  if (method === "POST" && url === "/login") {
    const cookies = ["id=7; HttpOnly; Path=/; Max-Age=3600", "visit=1; Path=/"];
    return {
      status: 303,
      headers: { ...html, "set-cookie": cookies, location: "/home" },
      body: "",
    };
  }
  const pages: Record<string, string> = {
    "/login": `<title>Login</title><form method="post"><button>Enter</button></form>`,
    "/home": `<title>Home</title><p id="sent">${headers.cookie ?? "nothing"}</p>
      <button onclick="window.open('/second')">Second</button>
      <button onclick="window.open('/denied')">Denied</button>
      <script>document.cookie = "script=2; max-age=3600; path=/"</script>
      <iframe src="/frame"></iframe><img src="/forbidden.png">`,
    "/second": `<title>Second</title><script>opener.document.title = "Called back"</script>`,
    "/frame": `<p>A frame</p>`,
  };
  const body = pages[url ?? ""];
  return { status: body === undefined ? 404 : 200, headers: html, body: body ?? "" };
}

describe.skipIf(!hasBrowser)("a session of the Chromium host beside the default one", () => {
  let program: Program;
  let server: Server;
  let origin = "";
  const asked: string[] = [];
  const ask = (...values: unknown[]): Promise<unknown> =>
    program.page.evaluate(`bridge.invoke(...${JSON.stringify(values)})`);
  const cookieNames = async (): Promise<string[]> =>
    ((await ask("apart cookies", "get", { url: origin })) as { name: string }[])
      .map(({ name }) => name)
      .sort();

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      const { status, headers, body } = answerTo(request);
      response.writeHead(status, headers).end(body);
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    origin = `http://site.localhost:${(server.address() as AddressInfo).port}`;
    program = await launch({ main });
  });
  afterAll(async () => {
    await program.close();
    server.close();
  });

  test("shows a window with cookies of its own, that the program can read", async () => {
    expect(await ask("apart", `${origin}/login`)).toBe(true);
    const page = await program.windowOf("apart");
    await page.getByRole("button", { name: "Enter" }).click();
    // The redirect after the form is a page with an address of its own.
    await hears(program, `apart at ${origin}/home`);
    expect(await page.locator("#sent").textContent()).toContain("id=7");
    await vi.waitFor(async () => {
      expect(await cookieNames()).toEqual(["id", "script", "visit"]);
    });
    expect(await ask("apart cookies", "get", { url: origin, name: "id" })).toMatchObject([
      { value: "7", domain: "site.localhost", hostOnly: true, httpOnly: true, session: false },
    ]);
    expect(await program.page.context().cookies()).toEqual([]);
  });

  test("asks its own rules about what its pages load", async () => {
    await hears(program, `apart blocked image ${origin}/forbidden.png`);
    await hears(program, `apart goes false ${origin}/frame`);
    expect(asked).not.toContain("/forbidden.png");
    const page = await program.windowOf("apart");
    expect(await page.evaluate("typeof bridge")).toBe("undefined");
  });

  test("lets a page open a window where the program allows it", async () => {
    const page = await program.windowOf("apart");
    await page.getByRole("button", { name: "Second" }).click();
    await hears(program, "apart child true");
    await vi.waitFor(async () => {
      expect(await page.title()).toBe("Called back");
    });
    await page.getByRole("button", { name: "Denied" }).click();
    await vi.waitFor(() => {
      expect(page.context().pages()).toHaveLength(2);
    });
    expect(asked).not.toContain("/denied");
    const [, second] = page.context().pages();
    await second?.close();
    await hears(program, "apart child closed");
  });

  test("keeps cookies when its windows are closed, and lets the program set and remove them", async () => {
    const page = await program.windowOf("apart");
    await page.close();
    await hears(program, "apart closed");
    expect(await cookieNames()).toEqual(["id", "script", "visit"]);
    await ask("apart cookies", "set", { url: origin, name: "own", value: "3", path: "/deep" });
    expect(await cookieNames()).toEqual(["id", "script", "visit"]);
    expect(
      await ask("apart cookies", "get", { url: `${origin}/deep/er`, name: "own" }),
    ).toHaveLength(1);
    await ask("apart cookies", "remove", origin, "script");
    await expect(
      ask("apart cookies", "set", { url: origin, name: "other", domain: "example.com" }),
    ).rejects.toThrow("Failed to set cookie");
    await expect(ask("apart cookies", "get", { domain: "x" })).rejects.toThrow(
      "electron.session.cookies.get by domain is not imitated",
    );
    expect(await cookieNames()).toEqual(["id", "visit"]);
  });

  test("keeps over a restart what outlives a session, and nothing after it was cleared", async () => {
    await ask("apart cookies", "flushStore");
    await program.kill();
    program = await launch({ main, dataFolder: program.dataFolder });
    expect(await cookieNames()).toEqual(["id"]);
    await ask("apart", `${origin}/home`);
    const page = await program.windowOf("apart");
    expect(await page.locator("#sent").textContent()).toBe("id=7");
    await page.evaluate(`localStorage.setItem("left", "behind")`);
    await ask("apart clear");
    expect(await cookieNames()).toEqual([]);
    await ask("apart", `${origin}/home`);
    const again = await program.windowOf("apart");
    expect(await again.locator("#sent").textContent()).toBe("nothing");
    expect(await again.evaluate(`localStorage.getItem("left")`)).toBe(null);
    await again.close();
  });
});
