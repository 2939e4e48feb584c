import { describe, expect, it, onTestFinished } from "vitest";
import { createHttpClient, type HttpClient } from "../../../main/fetching/fetching.ts";
import { readProxyAnswer } from "../../../main/fetching/proxy-answer.ts";
import { authority, servePaper } from "./serve-paper.ts";
import { serveHttpProxy, serveSocksProxy } from "./serve-proxy.ts";

/** A client whose system answers so; the addresses that the system was asked for. */
function startClient(
  answer: string | (() => string),
): HttpClient & { readonly consulted: string[] } {
  const consulted: string[] = [];
  const client = createHttpClient({
    userAgent: "Broadsheet/test",
    spacing: 0,
    proxyFor(address) {
      consulted.push(address);
      return Promise.resolve(typeof answer === "string" ? answer : answer());
    },
    systemCertificates: () => Promise.resolve([authority]),
  });
  onTestFinished(() => client.close());
  return { ...client, consulted };
}

async function get(client: HttpClient, address: string): Promise<string> {
  const typedHost = new URL(address).host;
  const { body } = await client.fetch({ address, kind: "feed", typedHost });
  return new TextDecoder().decode(body ?? undefined);
}

/** A port at which nobody listens. */
const nobody = "127.0.0.1:1";

describe("the system's answer", () => {
  it.each([
    ["", ["direct"]],
    ["DIRECT", ["direct"]],
    ["PROXY a.example:3128", [{ scheme: "http", host: "a.example", port: 3128 }]],
    ["HTTPS a.example", [{ scheme: "https", host: "a.example", port: 443 }]],
    ["socks5 [::1]:9050", [{ scheme: "socks5", host: "::1", port: 9050 }]],
    ["SOCKS4 old:1; PROXY b:8080 ; DIRECT", [{ scheme: "http", host: "b", port: 8080 }, "direct"]],
    ["SOCKS old:1080", []],
  ])("%j", (answer, routes) => {
    expect(readProxyAnswer(answer)).toEqual(routes);
  });
});

describe("a proxy", () => {
  it("is asked for a plain address by the whole of it", async () => {
    const proxy = await serveHttpProxy();
    const port = await servePaper("plain");
    const client = startClient(`PROXY ${proxy.place}`);
    const address = `http://paper.localhost:${port}/feed`;
    expect(await get(client, address)).toBe("the paper");
    expect(proxy.asked).toEqual([`GET ${address}`]);
  });

  it("is asked for a tunnel to a secure one, and does not see what is asked", async () => {
    const proxy = await serveHttpProxy();
    const port = await servePaper("secure");
    const client = startClient(`PROXY ${proxy.place}`);
    expect(await get(client, `https://paper.localhost:${port}/feed`)).toBe("the paper");
    expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT paper.localhost:${port}`]));
  });

  it.each(["plain", "secure"] as const)(
    "of SOCKS 5 leads to a %s one by its name",
    async (kind) => {
      const proxy = await serveSocksProxy();
      const port = await servePaper(kind);
      const client = startClient(`SOCKS5 ${proxy.place}`);
      const scheme = kind === "plain" ? "http" : "https";
      expect(await get(client, `${scheme}://paper.localhost:${port}/`)).toBe("the paper");
      expect(new Set(proxy.asked)).toEqual(new Set([`SOCKS paper.localhost:${port}`]));
    },
  );

  it("of SOCKS 5 is not asked for a name that is too long to be one", async () => {
    const proxy = await serveSocksProxy();
    const client = startClient(`SOCKS5 ${proxy.place}`);
    // 260 characters: the proxy would take the first four for the name, and the next for a port.
    const name = `nas1${".aaaaaaa".repeat(32)}`;
    await expect(get(client, `http://${name}/`)).rejects.toMatchObject({
      code: "unreachable",
      details: { reason: "name" },
    });
    expect(proxy.asked).toEqual([]);
  });

  it("that is not there makes room for the next way", async () => {
    const proxy = await serveHttpProxy();
    const port = await servePaper("plain");
    const secure = await servePaper("secure");
    const client = startClient(`PROXY ${nobody}; SOCKS5 ${nobody}; PROXY ${proxy.place}`);
    expect(await get(client, `http://paper.localhost:${port}/`)).toBe("the paper");
    expect(await get(client, `https://paper.localhost:${secure}/`)).toBe("the paper");
    expect(proxy.asked.length).toBeGreaterThanOrEqual(2);
    const direct = startClient(`PROXY ${nobody}; DIRECT`);
    expect(await get(direct, `http://paper.localhost:${port}/`)).toBe("the paper");
  });

  it("that is not there, and no other way: nothing goes straight", async () => {
    const port = await servePaper("plain");
    for (const answer of [`PROXY ${nobody}`, `SOCKS ${nobody}`]) {
      await expect(
        get(startClient(answer), `http://paper.localhost:${port}/`),
      ).rejects.toMatchObject({ code: "unreachable" });
    }
  });

  it("that wants a password is told of", async () => {
    const proxy = await serveHttpProxy(407);
    const socks = await serveSocksProxy(true);
    for (const answer of [`PROXY ${proxy.place}`, `SOCKS5 ${socks.place}`]) {
      for (const scheme of ["http", "https"]) {
        await expect(
          get(startClient(answer), `${scheme}://paper.localhost:9/`),
        ).rejects.toMatchObject({ code: "http-status", details: { status: 407 } });
      }
    }
  });

  it("that cannot lead there either is no reason to go another way", async () => {
    const proxy = await serveHttpProxy(502);
    const other = await serveHttpProxy();
    const client = startClient(`PROXY ${proxy.place}; PROXY ${other.place}`);
    await expect(get(client, "https://paper.localhost:9/")).rejects.toMatchObject({
      code: "unreachable",
    });
    expect(other.asked).toEqual([]);
  });

  it("is looked up once for each origin, and anew when the network has changed", async () => {
    const proxy = await serveHttpProxy();
    const port = await servePaper("plain");
    let answer = "DIRECT";
    const client = startClient(() => answer);
    const origin = `http://paper.localhost:${port}`;
    await get(client, `${origin}/1`);
    answer = `PROXY ${proxy.place}`;
    await get(client, `${origin}/2`);
    expect(proxy.asked).toEqual([]);
    expect(client.consulted).toEqual([`${origin}/`]);
    client.networkChanged();
    await get(client, `${origin}/3`);
    expect(proxy.asked).toEqual([`GET ${origin}/3`]);
  });
});

describe("what is private, behind a proxy", () => {
  it.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://192.168.0.1/",
    "https://10.0.0.1/",
    "http://router/",
    "http://printer.local/",
    "https://paper.localhost/",
    "http://wiki.internal/",
    "http://nas.home.arpa./",
  ])("%s is not asked for unless somebody typed it", async (address) => {
    const proxy = await serveHttpProxy();
    const client = startClient(`PROXY ${proxy.place}`);
    await expect(client.fetch({ address, kind: "picture" })).rejects.toMatchObject({
      code: "refused-address",
    });
    expect(proxy.asked).toEqual([]);
  });

  it("a name that only the proxy knows is asked for", async () => {
    const proxy = await serveHttpProxy();
    const port = await servePaper("plain");
    const client = startClient(`PROXY ${proxy.place}`);
    const address = `http://known-to-the-proxy.invalid:${port}/a.png`;
    await expect(client.fetch({ address, kind: "picture" })).resolves.toMatchObject({
      status: 200,
    });
    expect(proxy.asked).toEqual([`GET ${address}`]);
  });
});
