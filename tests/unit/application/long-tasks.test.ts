import { describe, expect, it } from "vitest";
import { LongTasks, type Progress } from "../../../main/application/long-tasks.ts";
import type { Announce } from "../../../main/application/collaborators.ts";

function makeTasks() {
  const announced: unknown[] = [];
  const announce: Announce = (_, payload) => announced.push(payload);
  return { tasks: new LongTasks(announce), announced };
}

/** Work that ends when it is told to. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { run: () => promise, end: () => resolve("done"), fail: reject };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("long tasks", () => {
  it("tell how far they are, and that they ended, once", async () => {
    const { tasks, announced } = makeTasks();
    const result = await tasks.run("backup", async (onProgress: (one: Progress) => void) => {
      onProgress({ done: 1, total: 4 });
      await turn();
      onProgress({ done: 4, total: 4 });
      return "written";
    });
    expect(result).toBe("written");
    expect(announced.at(0)).toEqual({ task: "backup", done: 0, total: 1, finished: false });
    expect(announced.at(-1)).toEqual({ task: "backup", done: 4, total: 4, finished: true });
    const finished = announced.filter((one) => (one as { finished: boolean }).finished);
    expect(finished).toHaveLength(1);
  });

  it("end also when they fail, and let the next one begin", async () => {
    const { tasks, announced } = makeTasks();
    const failing = tasks.run("export", () => Promise.reject(new Error("disk full")));
    await expect(failing).rejects.toThrow("disk full");
    expect(announced.at(-1)).toMatchObject({ task: "export", finished: true });
    expect(await tasks.run("export", () => Promise.resolve("second"))).toBe("second");
  });

  it("refuse a second one while a person's runs", async () => {
    const { tasks } = makeTasks();
    const first = work();
    const running = tasks.run("backup", first.run);
    await expect(tasks.run("purge", () => Promise.resolve(0))).rejects.toMatchObject({
      code: "busy",
    });
    first.end();
    expect(await running).toBe("done");
  });

  it("wait for upkeep, of which the window hears nothing", async () => {
    const { tasks, announced } = makeTasks();
    const upkeep = work();
    const order: string[] = [];
    const quiet = tasks.runQuietly(upkeep.run).then(() => order.push("upkeep"));
    const asked = tasks.run("backup", () => Promise.resolve()).then(() => order.push("asked"));
    const refused = expect(tasks.run("export", () => Promise.resolve())).rejects.toMatchObject({
      code: "busy",
    });
    await turn();
    expect(announced).toEqual([]);
    upkeep.end();
    await Promise.all([quiet, asked, refused]);
    expect(order).toEqual(["upkeep", "asked"]);
  });

  it("are cut short when the program ends, and none begins after", async () => {
    const { tasks } = makeTasks();
    const running = tasks.run(
      "export",
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(new Error("cut short")));
        }),
    );
    const outcome = expect(running).rejects.toThrow("cut short");
    await tasks.stop();
    await outcome;
    await expect(tasks.run("backup", () => Promise.resolve())).rejects.toMatchObject({
      code: "cancelled",
    });
  });
});
