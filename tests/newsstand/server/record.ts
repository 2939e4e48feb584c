import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { TLSSocket } from "node:tls";
import type { RecordedRequest, RequestKind } from "../types.ts";

/** A request while it is being answered. */
export interface OpenRequest extends RecordedRequest {
  kind: RequestKind;
  status: number;
  sent: Record<string, string>;
  taken: number;
}

/** Every request in the order of arrival, and how many of each host are under way. */
export class RequestRecord {
  #requests: OpenRequest[] = [];
  readonly #underWay = new Map<string, number>();
  #allUnderWay = 0;

  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }

  /** Notes an arrival. */
  open(request: IncomingMessage, host: string, time: number): OpenRequest {
    const atOnce = (this.#underWay.get(host) ?? 0) + 1;
    this.#underWay.set(host, atOnce);
    this.#allUnderWay += 1;
    const entry: OpenRequest = {
      method: request.method ?? "",
      host,
      path: request.url ?? "/",
      kind: "other",
      headers: flatten(request.headers),
      time,
      atOnce,
      allAtOnce: this.#allUnderWay,
      isSecure: request.socket instanceof TLSSocket,
      taken: 0,
      status: 0,
      sent: {},
    };
    this.#requests.push(entry);
    return entry;
  }

  /** Notes that a request is answered or cut. */
  close(entry: OpenRequest): void {
    this.#allUnderWay -= 1;
    this.#underWay.set(entry.host, (this.#underWay.get(entry.host) ?? 1) - 1);
  }
}

function flatten(headers: OutgoingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : String(value),
    ]),
  );
}
