import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Moment } from "./made-titles.ts";

/** What measuring processes are told of the publishers. */
export interface Played {
  /** Where the publishers are told what to play; see `turnTo`. */
  readonly control: string;
  readonly opml: string;
  /** Of all feeds together, at each moment. */
  readonly bytes: readonly number[];
}

/** Plays so many titles while `act` uses them. */
export async function withPublishers<Result>(
  titles: number,
  act: (played: Played) => Promise<Result>,
): Promise<Result> {
  const child = fork(
    fileURLToPath(new URL("publishers-process.ts", import.meta.url)),
    [String(titles)],
    { stdio: ["ignore", "ignore", "inherit", "ipc"] },
  );
  const ended = once(child, "exit");
  try {
    const [played] = (await once(child, "message")) as [Played];
    return await act(played);
  } finally {
    child.disconnect();
    await ended;
  }
}

/** Addresses of all feeds: too many for a command line. */
export async function addressesAt(control: string): Promise<string[]> {
  const response = await fetch(`${control}/addresses`);
  return (await response.json()) as string[];
}

/** Brings all feeds to how they stand at a moment. */
export async function turnTo(control: string, moment: Moment): Promise<void> {
  await tell(control, `moment/${moment}`);
}

/** Whether publishers take the time that real ones take. */
export async function setDelay(control: string, isDelayed: boolean): Promise<void> {
  await tell(control, `delay/${isDelayed ? "yes" : "no"}`);
}

async function tell(control: string, order: string): Promise<void> {
  const response = await fetch(`${control}/${order}`);
  await response.arrayBuffer();
}
