import { describe, expect, it } from "vitest";
import { authorizationFor } from "../../../main/fetching/credentials.ts";
import {
  createHttpClient,
  withCredentialsOf,
  withoutCredentials,
} from "../../../main/fetching/fetching.ts";
import { serveSite } from "../application/serve-site.ts";

const secret = "https://ann:s%C3%A9cret@news.example/feed?a=b";

describe("name and password in an address", () => {
  it("are left out where they are nobody's business", () => {
    expect(withoutCredentials(secret)).toBe("https://news.example/feed?a=b");
    expect(withoutCredentials("https://news.example/a@b")).toBe("https://news.example/a@b");
    expect(withoutCredentials("http://ann:secret@:bad/")).toBe("http://:bad/");
  });
  it("stay with an address of the same origin, and with no other", () => {
    expect(withCredentialsOf("https://news.example/new", secret)).toBe(
      "https://ann:s%C3%A9cret@news.example/new",
    );
    for (const other of ["http://news.example/new", "https://news.example:8443/", "https://a.b/"])
      expect(withCredentialsOf(other, secret)).toBe(other);
  });
});

describe("a private feed", () => {
  it("is asked for with them at its own origin alone", () => {
    const basic = `Basic ${Buffer.from("ann:sécret").toString("base64")}`;
    expect(authorizationFor(new URL("https://news.example/next"), secret)).toBe(basic);
    for (const other of ["http://news.example/", "https://news.example:8443/", "https://a.b/"])
      expect(authorizationFor(new URL(other), secret)).toBeNull();
    expect(authorizationFor(new URL("https://a.b/"), "https://a.b/")).toBeNull();
  });

  it("comes after redirects of its own, and no answer tells the secret", async () => {
    const seen: (string | undefined)[] = [];
    const own = await serveSite((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === "/feed")
        response
          .writeHead(301, { location: `http://eve:x@${request.headers.host ?? ""}/next` })
          .end();
      else response.end("ok");
    });
    const client = createHttpClient({ userAgent: "Broadsheet/0 (+https://a.example)", spacing: 0 });
    const { host } = new URL(own);
    const fetch = (path: string) =>
      client.fetch({ address: `http://ann:sesame@${host}${path}`, kind: "feed", typedHost: host });
    const fetched = await fetch("/feed");
    await client.close();
    const basic = `Basic ${Buffer.from("ann:sesame").toString("base64")}`;
    expect(seen).toEqual([basic, basic]);
    expect(fetched).toMatchObject({ status: 200, permanentAddress: `${own}/next` });
    expect(JSON.stringify(fetched)).not.toMatch(/ann|sesame|eve/);
  });
});
