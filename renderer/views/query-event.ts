import type { TimelineQuery } from "../../preload/contract/contract.ts";

/** A list of other articles is asked for. */
export class QueryEvent extends Event {
  static readonly type = "bs-query";
  readonly query: TimelineQuery;

  constructor(query: TimelineQuery) {
    super(QueryEvent.type, { bubbles: true, composed: true });
    this.query = query;
  }
}

declare global {
  interface HTMLElementEventMap {
    "bs-query": QueryEvent;
  }
}
