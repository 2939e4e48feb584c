import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";
import { Worker } from "node:worker_threads";

/** Failures that mean: who signed this is not known here. */
const unknownIssuer = new Set([
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "CERT_UNTRUSTED",
  "INVALID_CA",
]);

/** Whether a connection failed because nobody known here vouches for the server. */
export function isUnknownIssuer(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && unknownIssuer.has(String(error.code))) || isUnknownIssuer(error.cause);
}

/** Whose signatures on certificates count. */
export interface Trust {
  /** Undefined until those of the system are needed: Node's own list, which all connections share. */
  readonly context: SecureContext | undefined;
  /** Takes the system's certificates in, once; the context is another one then, if there are any. */
  extend(): Promise<void>;
}

/**
 * Node's own list of authorities, and, from the first connection on that it does not vouch for, the
 * system's as well: companies and schools install their own there. Reading them may take long and
 * even ask the person, so nobody pays for it who does not need it. They are parsed once, into one
 * context: that takes ten milliseconds, for each connection anew.
 */
export function createTrust(readSystem: () => Promise<readonly string[]>): Trust {
  let context: SecureContext | undefined;
  let extending: Promise<void> | null = null;
  async function extend(): Promise<void> {
    const system = await readSystem();
    if (system.length > 0) context = createSecureContext({ ca: withOurs(system) });
  }
  return {
    get context() {
      return context;
    },
    extend: () => (extending ??= extend()),
  };
}

/** Node's list and another one; both hold mostly the same, written with other line ends. */
function withOurs(more: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const certificate of [...getCACertificates("bundled"), ...more])
    seen.set(certificate.replace(/\s+/g, ""), certificate);
  return [...seen.values()];
}

/**
 * The certificates that the system trusts, in PEM; none where they cannot be read. Read in a thread
 * of its own, as a key chain may take its time.
 */
export function readSystemCertificates(): Promise<readonly string[]> {
  const worker = new Worker(
    `const { getCACertificates } = require("node:tls");
     require("node:worker_threads").parentPort.postMessage(getCACertificates("system"));`,
    { eval: true },
  );
  return new Promise((resolve) => {
    worker.once("message", resolve);
    worker.once("error", () => {
      resolve([]);
    });
    worker.once("exit", () => {
      resolve([]);
    });
  });
}
