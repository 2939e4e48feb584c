import { describe, expect, it } from "vitest";
import { Unreachable } from "../../../main/application/unreachable.ts";

type Report = Parameters<Unreachable["add"]>[0];
const silent = (id: number): Report =>
  ({ feed: { id, address: `https://host-${id}.example/feed` } }) as unknown as Report;

/** What is judged of titles that did not answer, each given the answers before its visit. */
function judge(answersBefore: readonly number[], answers: number, isOnline = true) {
  const unreachable = new Unreachable({ hosts: { answers }, isOnline: () => isOnline });
  for (const [id, before] of answersBefore.entries()) unreachable.add(silent(id), before);
  const { disconnected, toBlame } = unreachable.judge();
  return { disconnected, blamed: toBlame.length };
}

describe("titles that did not answer", () => {
  it("are to blame when others answered meanwhile", () => {
    expect(judge([0, 3, 9], 10)).toEqual({ disconnected: false, blamed: 3 });
  });
  it("are not when nobody answered at all", () => {
    expect(judge([0, 0], 0)).toEqual({ disconnected: true, blamed: 0 });
  });
  it("are not when the network went away in the middle", () => {
    expect(judge([4, 50, 50, 50], 50)).toEqual({ disconnected: true, blamed: 1 });
  });
  it("a single one is to blame unless the machine says that it has no network", () => {
    expect(judge([5], 5)).toEqual({ disconnected: false, blamed: 1 });
    expect(judge([5], 5, false)).toEqual({ disconnected: true, blamed: 0 });
  });
});
