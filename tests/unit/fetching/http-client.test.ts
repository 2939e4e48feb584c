import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createHttpClient,
  FetchError,
  type FetchRequest,
  type HttpClient,
} from "../../../main/fetching/fetching.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answer: Answer;
let client: HttpClient;
let host: string;
let requests: IncomingMessage[];
const server = createServer((request, response) => {
  requests.push(request);
  answer(request, response);
});

beforeEach(async () => {
  requests = [];
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  host = `paper.localhost:${(server.address() as AddressInfo).port}`;
  client = createHttpClient({ userAgent: "Broadsheet/test", spacing: 0 });
});
afterEach(async () => {
  await client.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const get = (path: string, more: Partial<FetchRequest> = {}) =>
  client.fetch({ address: `http://${host}${path}`, kind: "feed", typedHost: host, ...more });
const text = (body: Uint8Array | null): string => new TextDecoder().decode(body ?? undefined);

describe("a request", () => {
  it("says who asks and sends validators back byte for byte, and nothing more", async () => {
    answer = (_, response) => response.writeHead(304).end();
    const lastModified = "mon, 1 Jan 2024 00:00:00 +0000";
    const result = await get("/feed", { etag: 'W/"a,b"', lastModified });
    expect(result).toMatchObject({ status: 304, body: null });
    const { headers, method } = requests[0] ?? expect.fail("no request came");
    expect(method).toBe("GET");
    expect(headers["if-none-match"]).toBe('W/"a,b"');
    expect(headers["if-modified-since"]).toBe(lastModified);
    expect(headers["user-agent"]).toBe("Broadsheet/test");
    expect(headers).not.toHaveProperty("referer");
    expect(headers).not.toHaveProperty("cookie");
  });

  it("never invents a validator", async () => {
    answer = (_, response) => response.end("x");
    await get("/feed", { etag: null, lastModified: null });
    expect(requests[0]?.headers).not.toHaveProperty("if-none-match");
    expect(requests[0]?.headers).not.toHaveProperty("if-modified-since");
  });

  it("keeps no cookie", async () => {
    answer = (_, response) => response.setHeader("set-cookie", "id=1").end("x");
    await get("/1");
    await get("/2");
    expect(requests[1]?.headers).not.toHaveProperty("cookie");
  });
});

describe("cookies of a sign-in", () => {
  it("are asked for and handed over hop by hop", async () => {
    answer = (request, response) => {
      response.setHeader("set-cookie", [`at=${request.url ?? ""}`, "b=2; HttpOnly"]);
      if (request.url === "/a") response.writeHead(302, { location: "/b" }).end();
      else response.end("x");
    };
    const given: string[] = [];
    await get("/a", {
      cookies: (url) => Promise.resolve(url.pathname === "/b" ? "id=7" : null),
      setCookies: (url, lines) => {
        given.push(`${url.pathname}: ${lines.join(", ")}`);
        return Promise.resolve();
      },
    });
    expect(requests.map(({ headers }) => headers.cookie)).toEqual([undefined, "id=7"]);
    expect(given).toEqual(["/a: at=/a, b=2; HttpOnly", "/b: at=/b, b=2; HttpOnly"]);
  });
});

describe("a body", () => {
  it.each([
    ["gzip", gzipSync("héllo")],
    ["x-gzip", gzipSync("héllo")],
    ["deflate", deflateSync("héllo")],
    ["br", brotliCompressSync("héllo")],
    ["zstd", zstdCompressSync("héllo")],
    ["identity", Buffer.from("héllo")],
  ])("is unpacked from %s", async (encoding, bytes) => {
    answer = (_, response) => response.setHeader("content-encoding", encoding).end(bytes);
    expect(text((await get("/")).body)).toBe("héllo");
  });

  it("is unpacked when it is gzip and nobody said so", async () => {
    answer = (_, response) => response.end(gzipSync("hello"));
    expect(text((await get("/")).body)).toBe("hello");
  });

  it("that ends too early still gives what had arrived", async () => {
    const whole = gzipSync("a line of text\n".repeat(20_000), { level: 0 });
    answer = (_, response) =>
      response.setHeader("content-encoding", "gzip").end(whole.subarray(0, 100_000));
    const { body } = await get("/");
    expect(text(body).startsWith("a line of text")).toBe(true);
  });

  it.each([
    ["plain", (response: ServerResponse) => response.end(Buffer.alloc(20_000_000, 32))],
    [
      "packed",
      (response: ServerResponse) =>
        response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(200_000_000, 32))),
    ],
    [
      "packed without a word",
      (response: ServerResponse) => response.end(gzipSync(Buffer.alloc(200_000_000, 32))),
    ],
    [
      "endless",
      (response: ServerResponse) => {
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
        };
        response.on("drain", more);
        more();
      },
    ],
  ])("that is too large is dropped: %s", async (_, send) => {
    answer = (_request, response) => {
      send(response);
    };
    await expect(get("/")).rejects.toMatchObject({ code: "too-large" });
  });

  it("that is plainly no text is dropped at once", async () => {
    let sent = 0;
    answer = (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 1))) sent += 65_536;
      };
      response.on("drain", more);
      more();
    };
    await expect(get("/")).rejects.toMatchObject({ code: "not-a-feed" });
    expect(sent).toBeLessThan(16_000_000);
  });

  it.each([
    ["a film", "\0\0\0\x20ftypisom"],
    ["a PDF file", "%PDF-1.7\n"],
    ["an archive", "PK\x03\x04"],
    ["a sound", "ID3\x04"],
  ])("that is %s is dropped at once", async (_, start) => {
    answer = (_request, response) =>
      response.end(Buffer.concat([Buffer.from(start, "latin1"), Buffer.alloc(100_000, 32)]));
    await expect(get("/")).rejects.toMatchObject({ code: "not-a-feed" });
  });

  it("that is not for us is not read", async () => {
    answer = (_, response) => response.writeHead(404).end("x".repeat(10_000));
    expect(await get("/")).toMatchObject({ status: 404, body: null });
  });
});

describe("redirects", () => {
  it("tells a permanent move from a temporary one", async () => {
    const hops: Record<string, [number, string]> = {
      "/a": [301, "/b"],
      "/b": [308, "/c"],
      "/t": [302, "/a"],
      "/m": [301, "/t"],
    };
    answer = (request, response) => {
      const hop = hops[request.url ?? ""];
      if (hop === undefined) response.end("x");
      else response.writeHead(hop[0], { location: hop[1] }).end();
    };
    expect((await get("/a")).permanentAddress).toBe(`http://${host}/c`);
    expect((await get("/t")).permanentAddress).toBeNull();
    expect((await get("/m")).permanentAddress).toBe(`http://${host}/t`);
    expect((await get("/c")).permanentAddress).toBeNull();
  });

  it("gives up after ten", async () => {
    answer = (_, response) => response.writeHead(302, { location: "/" }).end();
    await expect(get("/")).rejects.toMatchObject({ code: "too-many-redirects" });
    expect(requests.length).toBe(11);
  });

  it("follows none to another kind of address", async () => {
    answer = (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end();
    await expect(get("/")).rejects.toMatchObject({ code: "bad-address" });
  });

  it("leaves them alone when told", async () => {
    answer = (_, response) => response.writeHead(302, { location: "/home" }).end();
    expect(await get("/", { followRedirects: false })).toMatchObject({ status: 302, body: null });
  });
});

describe("what headers say", () => {
  it.each([
    [{ "cache-control": "max-age=3600" }, 3600],
    [{ "cache-control": "public, MAX-AGE=60", age: "20" }, 40],
    [{ "cache-control": "no-cache, max-age=60" }, 0],
    [{ expires: "0" }, 0],
    [{}, null],
  ])("%j is fresh for %s s", async (headers, seconds) => {
    answer = (_, response) => response.writeHead(200, headers).end("x");
    expect((await get("/")).freshSeconds).toBe(seconds);
  });

  it("Retry-After is read as seconds and as a date", async () => {
    answer = (request, response) =>
      response
        .writeHead(429, {
          "retry-after": request.url === "/s" ? "120" : "Fri, 01 Jan 2100 00:00:00 GMT",
        })
        .end();
    const before = Date.now();
    const { retryAfter } = await get("/s");
    expect(retryAfter).toBeGreaterThanOrEqual(before + 120_000);
    expect((await get("/d")).retryAfter).toBe(Date.UTC(2100, 0, 1));
  });
});

describe("a failure", () => {
  it("has a code that can be worded, and harms nothing else", async () => {
    answer = (request, response) => {
      if (request.url === "/drop") request.socket.destroy();
      else response.end("x");
    };
    await expect(get("/drop")).rejects.toMatchObject({ code: "unreachable", details: { host } });
    await expect(
      client.fetch({ address: "http://nowhere.invalid/", kind: "feed" }),
    ).rejects.toMatchObject({ code: "unreachable" });
    expect((await get("/")).status).toBe(200);
  });

  it("is called cancelled when it was", async () => {
    answer = () => undefined;
    const abort = new AbortController();
    const fetching = get("/", { signal: abort.signal });
    setTimeout(() => {
      abort.abort();
    }, 50);
    await expect(fetching).rejects.toMatchObject({ code: "cancelled" });
  });
});

it("the time limit is for being answered, not for waiting in the queue", async () => {
  const hasty = createHttpClient({ userAgent: "Broadsheet/test", spacing: 0, timeLimit: 400 });
  answer = (request, response) => {
    if (request.url !== "/hangs") setTimeout(() => response.end("x"), 250);
  };
  const address = (path: string) => ({
    address: `http://${host}${path}`,
    kind: "feed" as const,
    typedHost: host,
  });
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => hasty.fetch(address(`/${index}`))),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  await expect(hasty.fetch(address("/hangs"))).rejects.toMatchObject({ code: "timed-out" });
  await hasty.close();
});

it("is asked once more before each hop whether that host may be asked", async () => {
  answer = (_, response) => response.writeHead(302, { location: "/next" }).end();
  const asked: string[] = [];
  const beforeHop = ({ pathname }: URL): void => {
    asked.push(pathname);
    if (pathname === "/next") throw new FetchError("too-soon", "wants peace");
  };
  await expect(get("/", { beforeHop })).rejects.toMatchObject({ code: "too-soon" });
  expect(asked).toEqual(["/", "/next"]);
  expect(requests.length).toBe(1);
});

it("holds at most two connections to a host", async () => {
  let open = 0;
  let most = 0;
  answer = (_, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.end("x");
    }, 20);
  };
  await Promise.all(Array.from({ length: 12 }, (_, index) => get(`/${index}`)));
  expect(most).toBe(2);
});
