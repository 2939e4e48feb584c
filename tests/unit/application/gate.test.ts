import { describe, expect, it, vi } from "vitest";
import { requests, type Handlers } from "../../../preload/contract/contract.ts";
import { Gate } from "../../../main/application/gate.ts";
import { RequestError } from "../../../main/application/request-error.ts";

const names = Object.keys(requests) as (keyof Handlers)[];
const articleId = "20780-1" as never;

function guarded(gate: Gate, answer: (input: unknown) => unknown = () => ({})): Handlers {
  const handlers = Object.fromEntries(names.map((name) => [name, answer]));
  return gate.guard(handlers as unknown as Handlers);
}

/** The requests that are refused now. */
async function refused(gate: Gate): Promise<string[]> {
  const handlers = guarded(gate) as unknown as Record<string, () => Promise<unknown>>;
  const outcomes = await Promise.allSettled(names.map(async (name) => handlers[name]?.()));
  return names.filter((_, index) => outcomes[index]?.status === "rejected");
}

describe("the gate before the library", () => {
  it("lets everything through", async () => {
    expect(await refused(new Gate(false))).toEqual([]);
  });

  it("refuses every change of a read-only library, and nothing else", async () => {
    const names = await refused(new Gate(true));
    expect(names).toContain("articles.markRead");
    expect(names).toContain("settings.change");
    expect(names).toContain("backup.restore");
    expect(names).not.toContain("view.remember");
    expect(names).not.toContain("article.open");
    expect(names).not.toContain("backup.create");
    expect(names).not.toContain("export.everything");
    await expect(guarded(new Gate(true))["bookmarks.add"]({ articleId })).rejects.toMatchObject({
      code: "read-only",
    });
  });

  it("keeps changes out once those under way are made", async () => {
    const gate = new Gate(false);
    const { promise, resolve } = Promise.withResolvers<object>();
    const handlers = guarded(gate, () => promise);
    const marking = handlers["bookmarks.add"]({ articleId });
    const isClosed = vi.fn();
    const closing = gate.keepOutChanges(new RequestError("busy", "restoring")).then(isClosed);
    await new Promise((done) => setImmediate(done));
    expect(isClosed).not.toHaveBeenCalled();
    await expect(handlers["bookmarks.remove"]({ articleId })).rejects.toMatchObject({
      code: "busy",
    });
    resolve({});
    await Promise.all([marking, closing]);
    expect(await refused(gate)).not.toContain("article.open");
    gate.open();
    expect(await refused(gate)).toEqual([]);
  });

  it("does not wait for the request it is closed for", async () => {
    const gate = new Gate(false);
    const handlers = guarded(gate, async () => {
      await gate.keepOutAll(new RequestError("busy", "moving"));
      return { moved: false };
    });
    expect(await handlers["storage.move"]({})).toEqual({ moved: false });
    const closed = await refused(gate);
    expect(closed).toContain("article.open");
    expect(closed).toContain("storage.move");
    expect(closed).not.toContain("app.restart");
    expect(closed).not.toContain("app.info");
  });
});
