import { expect, it, onTestFinished } from "vitest";
import { createHttpClient, readSystemCertificates } from "../../../main/fetching/fetching.ts";
import { authority, servePaper } from "./serve-paper.ts";

/** A client of a system that trusts these; how often it was asked which. */
function startClient(certificates: readonly string[] = [authority]) {
  const asked = { times: 0 };
  const client = createHttpClient({
    userAgent: "Broadsheet/test",
    spacing: 0,
    systemCertificates() {
      asked.times += 1;
      return Promise.resolve(certificates);
    },
  });
  onTestFinished(() => client.close());
  const get = (address: string) =>
    client.fetch({ address, kind: "feed", typedHost: new URL(address).host });
  return { get, asked };
}

it("a server for which only the system vouches is read, and the system is asked once", async () => {
  const port = await servePaper("secure");
  const { get, asked } = startClient();
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, number) => get(`https://paper.localhost:${port}/${number}`)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  await get(`https://guarded.localhost:${port}/`);
  expect(asked.times).toBe(1);
});

it("the system is not asked while nobody needs it", async () => {
  const port = await servePaper("plain");
  const { get, asked } = startClient();
  await get(`http://paper.localhost:${port}/`);
  expect(asked.times).toBe(0);
});

it("nobody vouches: nothing is read, and it is said why", async () => {
  const port = await servePaper("secure");
  const { get, asked } = startClient([]);
  for (let time = 0; time < 2; time += 1) {
    await expect(get(`https://paper.localhost:${port}/`)).rejects.toMatchObject({
      code: "certificate-untrusted",
      details: { host: `paper.localhost:${port}` },
    });
  }
  expect(asked.times).toBe(1);
});

it.each([
  ["expired", "paper.localhost", "certificate-expired"],
  ["secure", "other.localhost", "certificate-wrong-host"],
] as const)("%s, asked for as %s: %s", async (kind, host, code) => {
  const port = await servePaper(kind);
  const { get } = startClient();
  await expect(get(`https://${host}:${port}/`)).rejects.toMatchObject({ code });
});

it("the system's certificates can be read in a thread of their own", async () => {
  const certificates = await readSystemCertificates();
  expect(certificates.every((text) => text.includes("BEGIN CERTIFICATE"))).toBe(true);
});

it("a request that carries a password or a cookie is not led from https to http", async () => {
  let asked = 0;
  const plain = await servePaper("plain", (_, response) => {
    asked += 1;
    response.end("heard");
  });
  const secure = await servePaper("secure", (_, response) =>
    response.writeHead(302, { location: `http://paper.localhost:${plain}/` }).end(),
  );
  const client = createHttpClient({
    userAgent: "Broadsheet/test",
    spacing: 0,
    systemCertificates: () => Promise.resolve([authority]),
  });
  onTestFinished(() => client.close());
  const host = `paper.localhost:${secure}`;
  const open = { address: `https://${host}/`, kind: "feed", typedHost: host } as const;
  const refused = { code: "unsafe-redirect" };
  await expect(
    client.fetch({ ...open, address: `https://ann:sesame@${host}/` }),
  ).rejects.toMatchObject(refused);
  await expect(
    client.fetch({ ...open, cookies: () => Promise.resolve("id=1") }),
  ).rejects.toMatchObject(refused);
  expect(asked).toBe(0);
  // What nobody may not know may go on; the guard against private networks stops it only here.
  await expect(client.fetch(open)).rejects.toMatchObject({ code: "refused-address" });
});
