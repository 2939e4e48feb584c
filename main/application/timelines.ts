import type { Timeline } from "../library/library.ts";
import { RequestError } from "./request-error.ts";

const capacity = 8;

/** The frozen lists that the window is looking at; the oldest goes when there are too many. */
export class Timelines {
  readonly #open = new Map<number, Timeline>();
  #lastId = 0;

  add(timeline: Timeline): number {
    this.#lastId += 1;
    this.#open.set(this.#lastId, timeline);
    for (const id of this.#open.keys()) {
      if (this.#open.size <= capacity) break;
      this.#open.delete(id);
    }
    return this.#lastId;
  }

  get(timelineId: number): Timeline {
    const timeline = this.#open.get(timelineId);
    if (timeline === undefined) throw new RequestError("not-found", "that list is closed");
    return timeline;
  }

  close(timelineId: number): void {
    this.#open.delete(timelineId);
  }
}
