/** A kept search was chosen, to be looked for. */
export class SearchWantedEvent extends Event {
  static readonly type = "bs-search-wanted";
  readonly text: string;

  constructor(text: string) {
    super(SearchWantedEvent.type, { bubbles: true, composed: true });
    this.text = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    "bs-search-wanted": SearchWantedEvent;
  }
}
