import { expect, it } from "vitest";
import {
  logWithoutSecrets,
  withoutSecrets,
} from "../../../main/application/log-without-secrets.ts";

const token = "9f86d081884c7d659a2feaa0c55ad015";

it.each([
  ["reading https://ann:sesame@a.example/f failed", "reading https://ann@a.example/f failed"],
  ["Authorization: Basic YW5uOnNlc2FtZQ==", "Authorization: Basic …"],
  ["{ authorization: 'Bearer abcdef123456' }", "{ authorization: 'Bearer …' }"],
  ["[ 'authorization', 'Basic YW5u' ]", "[ 'authorization', 'Basic …' ]"],
  ["cookie: session=sesame; a=b\nnext line", "cookie: …\nnext line"],
  ["{ 'set-cookie': [ 'session=sesame' ] }", "{ 'set-cookie': …"],
  ["basic English at https://a.example/feed?id=1", "basic English at https://a.example/feed?id=1"],
])("%s is logged as %s", (text, expected) => {
  expect(withoutSecrets(text)).toBe(expected);
});

it("what an error carries in its fields and causes is looked through, too", () => {
  const lines: string[] = [];
  const log = logWithoutSecrets((message) => lines.push(message));
  const address = `https://a.example/feed?token=${token}`;
  const inner = Object.assign(new TypeError("Invalid URL"), { input: address });
  log("visiting", new Error(`GET ${address}`, { cause: inner }));
  log(`visiting ${address}`);
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain(token);
  expect(lines[0]).toContain("Invalid URL");
});
