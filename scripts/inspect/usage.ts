/** What the inspectors share: arguments, files, output. */
import { readFileSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** Reads its arguments and prints its findings; throws `UsageError` for unusable arguments. */
export type Inspector = (given: readonly string[]) => void | Promise<void>;

/** Arguments that cannot be used; the message is one line for a person. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** One document to look at, from the command line or from a line of a batch. */
export interface Subject {
  readonly file: string;
  readonly contentType?: string;
  readonly baseUrl?: string;
  readonly url?: string;
}

export interface Arguments {
  readonly subjects: readonly Subject[];
  readonly isBatch: boolean;
}

/** `<file> [--content-type …] [--base …] [--url …]` or `--batch <list.jsonl>`. */
export function readArguments(given: readonly string[]): Arguments {
  const { values, positionals } = parse(given);
  if (values.batch !== undefined) {
    if (positionals.length > 0) throw new UsageError("give either a file or --batch, not both");
    return { subjects: readBatch(values.batch), isBatch: true };
  }
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError("give a file, or --batch with a list of files");
  if (more.length > 0) throw new UsageError("give one file, or --batch with a list of files");
  if (/^[a-z]{2,}:\/\//i.test(file)) {
    throw new UsageError(`addresses are not fetched yet; save ${file} to a file first`);
  }
  const subject: Subject = {
    file,
    ...(values["content-type"] === undefined ? {} : { contentType: values["content-type"] }),
    ...(values.base === undefined ? {} : { baseUrl: values.base }),
    ...(values.url === undefined ? {} : { url: values.url }),
  };
  return { subjects: [subject], isBatch: false };
}

function parse(given: readonly string[]): {
  values: { batch?: string; base?: string; url?: string; "content-type"?: string };
  positionals: string[];
} {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        batch: { type: "string" },
        base: { type: "string" },
        url: { type: "string" },
        "content-type": { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readBatch(list: string): Subject[] {
  return readInput(list)
    .toString("utf8")
    .split("\n")
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "")
    .map(({ line, number }) => readSubject(line, `${list}, line ${number}`));
}

function readSubject(line: string, where: string): Subject {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`${where}: this is not JSON`);
  }
  if (typeof value !== "object" || value === null) throw new UsageError(`${where}: not an object`);
  const member = (name: string): string | undefined => {
    const found: unknown = Object.hasOwn(value, name)
      ? (value as Record<string, unknown>)[name]
      : undefined;
    if (found === undefined || found === null) return undefined;
    if (typeof found !== "string") throw new UsageError(`${where}: "${name}" must be text`);
    return found;
  };
  const file = member("file");
  if (file === undefined) throw new UsageError(`${where}: "file" is missing`);
  const contentType = member("contentType");
  const baseUrl = member("baseUrl");
  const url = member("url");
  return {
    file,
    ...(contentType === undefined ? {} : { contentType }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(url === undefined ? {} : { url }),
  };
}

/** A path that was named in the arguments. */
export function resolveInput(path: string): string {
  // npm starts its scripts in the project's folder, wherever the person is.
  const isRunByNpm = process.env.npm_lifecycle_event === "inspect";
  const folder = (isRunByNpm ? process.env.INIT_CWD : undefined) ?? process.cwd();
  return resolve(folder, path);
}

/** The bytes of a file that was named in the arguments. */
export function readInput(file: string): Buffer {
  try {
    return readFileSync(resolveInput(file));
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Prints a value: on one line in a batch, else for reading. */
export function print(value: unknown, isBatch: boolean): void {
  printText(`${JSON.stringify(value, null, isBatch ? 0 : 2)}\n`);
}

/** Writes all of it at once also where standard output is a pipe that is read slowly. */
export function printText(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(process.stdout.fd, bytes, at);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    }
  }
}
