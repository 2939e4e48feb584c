/** `inspect library`: what a library's folder holds and how it is; nothing in it is changed. */
import { parseArgs } from "node:util";
import { inspectLibrary, type LibraryReport } from "../../main/library/library.ts";
import { print, printText, resolveInput, UsageError } from "./usage.ts";

/** Prints sentences, or with `--json` everything as data. Exit code 1 when something is damaged. */
export async function inspectLibraryFolder(given: readonly string[]): Promise<void> {
  const { folder, deep, json } = readOptions(given);
  const report = await inspectLibrary(resolveInput(folder), { deep });
  if (report === null) throw new UsageError(`${folder} is not the folder of a library`);
  if (json) print(report, false);
  else printText(describe(report, deep));
  if (!report.isWhole) process.exitCode = 1;
}

function readOptions(given: readonly string[]): { folder: string; deep: boolean; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        deep: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new UsageError("give one folder");
    return { folder, ...values };
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function describe(report: LibraryReport, isDeep: boolean): string {
  const { articles, bookmarks, copies, pictures, recordings, span, trash } = report;
  const damaged = report.findings.filter(({ kind }) => kind === "damaged");
  const notices = report.findings.filter(({ kind }) => kind === "notice");
  const format = report.format === null ? "unknown format" : `format ${report.format}`;
  const days = span === null ? "" : ` from ${span[0]} to ${span[1]}`;
  return [
    `${report.folder}: a library, ${format}${report.isOpen ? ", in use at this moment" : ""}`,
    `Titles     ${report.titles} in ${report.folders} folders, ${report.formerTitles} more no longer followed`,
    `Articles   ${number(articles.count)} (${number(report.read)} read), ${size(articles.bytes)}, on ${number(report.days)} ${report.days === 1 ? "day" : "days"}${days}`,
    `Bookmarks  ${number(bookmarks.count)}, ${size(bookmarks.bytes)}; ${number(trash.count)} in the trash`,
    `Pictures   ${number(pictures.count)}, ${size(pictures.bytes)}`,
    `Recordings ${number(recordings.count)}, ${size(recordings.bytes)}`,
    `Copies     ${number(copies.count)} automatic ones, ${size(copies.bytes)}`,
    `Together   ${size(report.totalBytes)}, of which ${size(report.cacheBytes)} can be made anew`,
    "",
    ...section(damaged, "Nothing is damaged", "Damaged:"),
    ...(notices.length === 0 ? [] : section(notices, "", "Worth knowing:")),
    isDeep
      ? `Every text (${number(report.textsRead)}) and every picture was read.`
      : "Texts and pictures were not read; --deep reads them all.",
    "",
  ].join("\n");
}

function section(
  findings: LibraryReport["findings"],
  without: string,
  heading: string,
): readonly string[] {
  if (findings.length === 0) return [`${without}.`];
  return [heading, ...findings.map(({ sentence }) => `- ${sentence}`)];
}

function number(count: number): string {
  return count.toLocaleString("en");
}

/** In the units that file managers show: powers of 1,000. */
function size(bytes: number): string {
  if (bytes < 1e6) return `${number(Math.ceil(bytes / 1e3))} kB`;
  if (bytes < 1e9) return `${number(Math.round(bytes / 1e5) / 10)} MB`;
  return `${number(Math.round(bytes / 1e8) / 10)} GB`;
}
