import type {
  Bridge,
  BridgeError,
  EventName,
  EventPayload,
  RequestInput,
  RequestName,
  RequestOutput,
} from "../../preload/contract/contract.ts";

/** A refused or failed request; `wordError(failure)` says it in the reader's language. */
export class RequestFailure extends Error {
  readonly code: BridgeError["code"];
  readonly details: BridgeError["details"];

  constructor(error: BridgeError) {
    super(error.message);
    this.name = "RequestFailure";
    this.code = error.code;
    this.details = error.details;
  }
}

/** The bridge, with failures as exceptions. */
export class Client {
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Asks the main process. Throws `RequestFailure` with the reason when it is refused or fails. */
  async request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<RequestOutput<Name>> {
    const reply = await this.#bridge.request(name, input);
    if (reply.ok) return reply.value;
    throw new RequestFailure(reply.error);
  }

  /** Calls back at each event until the returned function is called. */
  listen<Name extends EventName>(
    name: Name,
    callback: (payload: EventPayload<Name>) => void,
  ): () => void {
    return this.#bridge.listen(name, callback);
  }
}

/** What was thrown, as something that can be worded. */
export function asFailure(thrown: unknown): RequestFailure {
  return thrown instanceof RequestFailure
    ? thrown
    : new RequestFailure({ code: "internal", message: String(thrown) });
}
