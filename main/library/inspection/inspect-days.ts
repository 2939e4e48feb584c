import { join } from "node:path";
import type { MediaName } from "../../../preload/contract/contract.ts";
import {
  mediaOf,
  isArticleRecord,
  parseArticleId,
  type ArticleRecord,
} from "../editions/article-record.ts";
import { DayPacks } from "../editions/day-packs.ts";
import { dayOf } from "../editions/editions.ts";
import type { Disk } from "../files/disk.ts";
import { asLibraryError, LibraryError } from "../files/library-error.ts";
import { inspectJournal, readChecked } from "./inspect-documents.ts";
import { countOf, type Findings } from "./findings.ts";

/** What the days hold together. */
export interface InspectedDays {
  readonly names: readonly string[];
  readonly articles: number;
  readonly textsRead: number;
  /** Numbers of all articles that have a record. */
  readonly ids: ReadonlySet<string>;
  /** Pictures that records refer to. */
  readonly pictures: ReadonlySet<MediaName>;
}

export interface InspectDaysOptions {
  readonly disk: Disk;
  readonly library: string;
  readonly isDeep: boolean;
  readonly findings: Findings;
}

/** Looks at every day: its list, its journal, and whether each article's text is there. */
export async function inspectDays(options: InspectDaysOptions): Promise<InspectedDays> {
  const { disk, library, findings } = options;
  const names: string[] = [];
  const ids = new Set<string>();
  const pictures = new Set<MediaName>();
  let [articles, textsRead] = [0, 0];
  for (const name of await disk.list(join(library, "editions"))) {
    if (!/^\d{4}-\d\d-\d\d$/.test(name)) {
      findings.notice(`editions/${name} does not belong there.`);
      continue;
    }
    names.push(name);
    try {
      const records = await inspectDay(options, name);
      articles += records.length;
      for (const record of records) {
        ids.add(record.id);
        for (const media of mediaOf(record)) pictures.add(media);
      }
      if (options.isDeep) textsRead += records.length;
    } catch (error) {
      const known = asLibraryError(error);
      if (!(known instanceof LibraryError)) throw error;
      findings.damaged(`The day ${name} cannot be read: ${known.message}`);
    }
  }
  return { names, articles, textsRead, ids, pictures };
}

async function inspectDay(options: InspectDaysOptions, name: string): Promise<ArticleRecord[]> {
  const { disk, library, findings } = options;
  const folder = join(library, "editions", name);
  const records = new Map<string, ArticleRecord>();
  const sealed = await readChecked(disk, join(folder, "articles.json"));
  const list: unknown[] = Array.isArray(sealed) ? sealed : [];
  if (sealed !== undefined && !list.every(isArticleRecord))
    findings.damaged(`The list of articles of ${name} does not hold what it should.`);
  else if (sealed === null)
    findings.damaged(`The list of articles of ${name} is damaged; its texts can rebuild it.`);
  const journal = join(folder, "articles.log");
  const lines = await inspectJournal(disk, journal, `editions/${name}/articles.log`, findings);
  for (const value of [...list, ...lines.map((line) => line.value)])
    if (isArticleRecord(value)) records.set(value.id, value);
  const all = [...records.values()];
  const strangers = all.filter(({ id }) => parseArticleId(id).day !== dayOf(Date.parse(name)));
  if (strangers.length > 0)
    findings.damaged(`${countOf(strangers.length, "article")} in ${name} belong to other days.`);
  await inspectTexts(options, name, all);
  return all;
}

async function inspectTexts(
  { disk, library, isDeep, findings }: InspectDaysOptions,
  name: string,
  records: readonly ArticleRecord[],
): Promise<void> {
  const packs = new DayPacks(disk, join(library, "editions", name));
  const sizes = await packs.sizes();
  let [missing, damaged] = [0, 0];
  for (const { id, body } of records) {
    if (body.offset + body.length > (sizes.get(body.pack ?? 0) ?? 0)) missing++;
    else if (isDeep && (await packs.of(body.pack ?? 0).read(body))?.record.id !== id) damaged++;
  }
  if (missing > 0) findings.damaged(`${countOf(missing, "text")} of ${name} are missing.`);
  if (damaged > 0) findings.damaged(`${countOf(damaged, "text")} of ${name} are damaged.`);
}
