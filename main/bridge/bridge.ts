/** Contract → validated request → reply. This folder's public file; it knows no Electron. */
import {
  errorCode,
  requests,
  type BridgeError,
  type ErrorCode,
  type Handlers,
  type Reply,
  type RequestName,
} from "../../preload/contract/contract.ts";

/** Who asks, as the host reports it. */
export interface Sender {
  /** Address of the asking frame; null when it is gone already. */
  readonly address: string | null;
  readonly isMainFrame: boolean;
}

export interface BridgeOptions {
  readonly handlers: Handlers;
  /** Where causes go that the window need not know. */
  readonly log: (message: string, cause?: unknown) => void;
  /** Checks replies against the contract too; for tests. */
  readonly checksReplies?: boolean;
}

export interface BridgeServer {
  /** Answers one request; never rejects. */
  answer(sender: Sender, name: unknown, input: unknown): Promise<Reply<unknown>>;
}

/** Whether a request comes from our own window: its main frame, showing our own page. */
export function isOurWindow(sender: Sender): boolean {
  const url = sender.address === null ? null : URL.parse(sender.address);
  // The origin of an app: address is the string "null" in Node, so its parts are compared.
  return sender.isMainFrame && url?.protocol === "app:" && url.host === "broadsheet";
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === "string" && Object.hasOwn(requests, name);
}

const refusal = (error: BridgeError): Reply<never> => ({ ok: false, error });

/** What the window need not tell apart. */
const coarser: Readonly<Record<string, ErrorCode>> = {
  unwritable: "storage-failed",
  damaged: "storage-failed",
  "in-use": "storage-failed",
  "newer-version": "storage-failed",
};

/** An error as data. Errors of our modules carry a `code` of the contract, and `details`. */
function describe(error: unknown): BridgeError {
  if (error instanceof Error && "code" in error) {
    const code = errorCode.safeParse(coarser[String(error.code)] ?? error.code);
    if (code.success) {
      const details = "details" in error ? (error.details as BridgeError["details"]) : undefined;
      return { code: code.data, message: error.message, ...(details !== undefined && { details }) };
    }
  }
  return { code: "internal", message: "something went wrong inside Broadsheet" };
}

/** The one door between the window and the use cases. */
export function createBridge({ handlers, log, checksReplies }: BridgeOptions): BridgeServer {
  async function handle(name: RequestName, input: unknown): Promise<Reply<unknown>> {
    const contract = requests[name];
    const checked = contract.input.safeParse(input);
    if (!checked.success) {
      const issue = checked.error.issues[0];
      const where = issue?.path.join(".") ?? "";
      return refusal({
        code: "invalid-input",
        message: `${name}: ${where} ${issue?.message ?? ""}`,
      });
    }
    try {
      const handler = handlers[name] as (input: unknown) => unknown;
      const value = await handler(checked.data);
      if (checksReplies === true) contract.output.parse(value);
      return { ok: true, value };
    } catch (error) {
      const described = describe(error);
      if (described.code === "internal") log(`${name} failed`, error);
      return refusal(described);
    }
  }

  return {
    async answer(sender, name, input) {
      if (!isOurWindow(sender)) {
        log(`refused a request from ${sender.address ?? "a frame that is gone"}`);
        return refusal({ code: "forbidden", message: "only Broadsheet's own window may ask" });
      }
      if (!isRequestName(name)) {
        return refusal({ code: "unknown-request", message: "there is no such request" });
      }
      return handle(name, input);
    },
  };
}
