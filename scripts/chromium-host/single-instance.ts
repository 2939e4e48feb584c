/**
 * One copy of the program a data folder. The lock is SQLite's on a file in that folder: it is taken without
 * waiting, and the system itself lets go of it when the process dies, whatever it dies of.
 * A second copy hands its command line to the first through a local socket.
 */
import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

type SecondInstance = (argv: string[], workingDirectory: string, data: unknown) => void;

/** What a second copy sends, as one JSON document. */
interface Announcement {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly data?: unknown;
}

/** Held for as long as the process lives. */
let lock: DatabaseSync | undefined;
let delivery: Promise<unknown> = Promise.resolve();

/** In the data folder, unless its path is longer than the hundred-odd characters a socket's may have. */
function socketPath(userData: string): string {
  const inFolder = join(userData, "single-instance.sock");
  if (process.platform !== "win32" && Buffer.byteLength(inFolder) < 100) return inFolder;
  const owner = `${userInfo().username}\n${userData}`;
  const name = `broadsheet-${createHash("sha256").update(owner).digest("hex").slice(0, 24)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** @returns whether this copy is the first for that folder; then it hears of the others. */
export function becomeFirstInstance(userData: string, heard: SecondInstance): boolean {
  mkdirSync(userData, { recursive: true });
  const database = new DatabaseSync(join(userData, "single-instance.lock"), { timeout: 0 });
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch {
    database.close();
    return false;
  }
  lock = database;
  listen(socketPath(userData), heard);
  return true;
}

function listen(path: string, heard: SecondInstance): void {
  // Left over from a copy that was killed: the lock is ours, so nobody listens there any more.
  if (process.platform !== "win32") rmSync(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (part: string) => (text += part));
    socket.on("end", () => {
      const { argv, workingDirectory, data } = JSON.parse(text) as Announcement;
      heard(argv, workingDirectory, data);
      socket.end("heard");
    });
    socket.on("error", () => undefined);
  });
  server.on("error", (error) => {
    console.error(`A second copy will not be heard: ${error.message}`);
  });
  server.listen({ path, readableAll: false, writableAll: false });
  server.unref();
  process.on("exit", () => {
    lock?.close();
    if (process.platform !== "win32") rmSync(path, { force: true });
  });
}

/** Tells the first copy that a second was started. */
export function announceToFirstInstance(userData: string, data: unknown): void {
  const announcement: Announcement = { argv: process.argv, workingDirectory: process.cwd(), data };
  delivery = new Promise((resolve) => {
    const socket = connect(socketPath(userData));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on("close", resolve);
    socket.on("error", () => undefined);
    socket.resume();
    socket.end(JSON.stringify(announcement));
  });
}

/** Settles when the first copy has heard, or will not; this copy must not end before. */
export function delivered(): Promise<unknown> {
  return delivery;
}
