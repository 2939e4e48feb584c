import { expect, it, onTestFinished, vi } from "vitest";
import { FetchRounds } from "../../../main/application/fetch-rounds.ts";
import type { Hosts } from "../../../main/application/hosts.ts";

interface Item {
  readonly name: string;
}

it("stores each result once, also what becomes known while others are being stored", async () => {
  const items = new Map(["a", "b", "c"].map((name) => [name, { name } satisfies Item]));
  const [a, b, c] = ["a", "b", "c"].map(() => Promise.withResolvers<undefined>());
  const listed = Promise.withResolvers<undefined>();
  const storing = Promise.withResolvers<undefined>();
  const ends = new Map([
    ["a", a],
    ["b", b],
    ["c", c],
  ]);
  const known: string[] = [];
  const recorded: string[][] = [];
  let looks = 0;
  const rounds = new FetchRounds<Item, string>(
    {
      name: "a test",
      concurrency: 4,
      nameOf: ({ name }) => name,
      addressOf: ({ name }) => `https://${name}.example/`,
      async list(_, isWanted) {
        looks += 1;
        if (looks === 2) await listed.promise;
        const names = looks === 1 ? ["a"] : ["a", "b", "c"];
        const waiting = names.filter((name) => !recorded.flat().includes(name));
        return waiting.flatMap((name) => items.get(name) ?? []).filter(isWanted);
      },
      async fetch({ name }) {
        await ends.get(name)?.promise;
        known.push(name);
        return "settled";
      },
      takeResults: () => known.splice(0),
      async record(results) {
        recorded.push([...results]);
        if (results.includes("b")) await storing.promise;
        else await new Promise((resolve) => setTimeout(resolve, 200));
      },
      nextLook: () => null,
      roundEnded: () => undefined,
    },
    { log: () => undefined, hosts: { answers: 0 } as unknown as Hosts },
  );
  onTestFinished(() => rounds.stop());
  rounds.wake();
  await new Promise((resolve) => setTimeout(resolve, 50));
  rounds.wake();
  await vi.waitFor(
    () => {
      expect(looks).toBe(2);
    },
    { timeout: 3000 },
  );
  a?.resolve(undefined);
  await vi.waitFor(() => {
    expect(recorded).toEqual([["a"]]);
  });
  listed.resolve(undefined);
  b?.resolve(undefined);
  await vi.waitFor(() => {
    expect(recorded).toHaveLength(2);
  });
  c?.resolve(undefined);
  await new Promise((resolve) => setTimeout(resolve, 500));
  storing.resolve(undefined);
  await vi.waitFor(() => {
    expect(recorded.flat().toSorted()).toContain("c");
    expect(rounds.state.isRunning).toBe(false);
  });
  expect(recorded).toEqual([["a"], ["b"], ["c"]]);
});
