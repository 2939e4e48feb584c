/** The reader moved on to a list that was just chosen, by Enter or a click. */
export class SourceEnteredEvent extends Event {
  static readonly type = "bs-source-entered";

  constructor() {
    super(SourceEnteredEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "bs-source-entered": SourceEnteredEvent;
  }
}
