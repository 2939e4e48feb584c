import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createHttpClient,
  isPublicAddress,
  type HttpClient,
} from "../../../main/fetching/fetching.ts";

describe("isPublicAddress", () => {
  it.each(["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])(
    "%s is public",
    (ip) => {
      expect(isPublicAddress(ip)).toBe(true);
    },
  );
  it.each([
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "::ffff:192.168.0.1",
    "64:ff9b::7f00:1",
    "not an address",
  ])("%s is not", (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });
});

describe("the address guard", () => {
  let client: HttpClient;
  let port: number;
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.headers.host ?? ""}${request.url ?? ""}`);
    if (request.url === "/to-loopback") {
      response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end();
    } else response.end("hello");
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    ({ port } = server.address() as AddressInfo);
    client = createHttpClient({ userAgent: "test", spacing: 0 });
  });
  afterAll(async () => {
    await client.close();
    server.close();
  });

  it.each([
    (port: number) => `http://127.0.0.1:${port}/secret`,
    (port: number) => `http://localhost:${port}/secret`,
    (port: number) => `http://router.localhost:${port}/secret`,
    (port: number) => `http://[::1]:${port}/secret`,
    (port: number) => `http://[::ffff:127.0.0.1]:${port}/secret`,
    (port: number) => `http://2130706433:${port}/secret`,
    (port: number) => `http://0x7f.1:${port}/secret`,
    (port: number) => `http://0:${port}/secret`,
  ])("refuses an address that leads home, however it is spelt (%#)", async (address) => {
    await expect(client.fetch({ address: address(port), kind: "picture" })).rejects.toMatchObject({
      code: "refused-address",
    });
    expect(seen.filter((request) => request.endsWith("/secret"))).toEqual([]);
  });

  it("lets the host pass that the person typed, and that one only", async () => {
    const typedHost = `home.localhost:${port}`;
    const address = `http://${typedHost}/feed`;
    await expect(client.fetch({ address, kind: "feed", typedHost })).resolves.toMatchObject({
      status: 200,
    });
    const redirecting = `http://${typedHost}/to-loopback`;
    await expect(
      client.fetch({ address: redirecting, kind: "feed", typedHost }),
    ).rejects.toMatchObject({ code: "refused-address" });
    expect(seen).not.toContain(`127.0.0.1:${port}/secret`);
  });

  it.each(["file:///etc/passwd", "ftp://example.com/", "javascript:alert(1)", "", "//x"])(
    "refuses %s, which is no web address",
    async (address) => {
      await expect(client.fetch({ address, kind: "feed" })).rejects.toMatchObject({
        code: "bad-address",
      });
    },
  );
});
