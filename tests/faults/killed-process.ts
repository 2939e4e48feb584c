/**
 * A process that uses a library without end and says on standard output what was acknowledged,
 * one JSON line each, until it is killed. Arguments: the folder, a seed.
 */
import { openLibrary } from "../../main/library/library.ts";
import type { ArticleId, FeedId } from "../../preload/contract/contract.ts";
import { day, noon, sampleArticle, sampleFeed, sampleVisit } from "../unit/library/samples.ts";
import type { Acknowledged } from "./acknowledged.ts";

const [folder = "", seedText = "1"] = process.argv.slice(2);
let seed = Number(seedText);
const random = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
const say = (one: Acknowledged) => process.stdout.write(`${JSON.stringify(one)}\n`);

let now = noon + (Number(seedText) % 1000) * day;
const library = await openLibrary({ folder, now: () => now });
const known = await library.articles
  .timeline({ scope: { kind: "all" }, filter: "all", order: "oldest" })
  .page(0, 100_000);
const ids: ArticleId[] = known.flatMap((row) => row?.id ?? []);
const [feed] = await library.feeds.add([sampleFeed("https://killed.example/feed")]);
if (feed === undefined) throw new Error("a title was added");
const feedId: FeedId = feed.id;
say({ act: "open" });

const pick = () => ids[Math.floor(random() * ids.length)];

async function ingest(step: number): Promise<void> {
  const articles = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, number) =>
    sampleArticle(`${seedText}-${step}-${number}`, { html: `<p>${"word ".repeat(200)}</p>` }),
  );
  const { added } = await library.articles.ingest([{ feedId, articles }]);
  ids.push(...added);
  say({ act: "ingest", ids: added });
}

async function mark(): Promise<void> {
  const chosen: ArticleId[] = [];
  // Marking what has been purged does nothing.
  for (const id of [pick(), pick(), pick()])
    if (id !== undefined && (await library.articles.read(id)) !== null) chosen.push(id);
  const read = random() < 0.7;
  say({ act: "marking", ids: chosen });
  await library.articles.setRead(chosen, read);
  say({ act: "mark", ids: chosen, read });
}

async function bookmark(): Promise<void> {
  const id = pick();
  if (id === undefined) return;
  const on = random() < 0.6;
  say({ act: "bookmarking", id });
  // What was deleted cannot be bookmarked any more.
  const isBookmarked = on && (await library.bookmarks.add(id));
  if (!on) await library.bookmarks.remove(id);
  say({ act: "bookmark", id, on: isBookmarked });
}

async function remove(): Promise<void> {
  const chosen = [pick(), pick()].filter((id) => id !== undefined);
  const on = random() < 0.5;
  say({ act: "deleting", ids: chosen });
  await (on ? library.articles.delete(chosen) : library.articles.undelete(chosen));
  say({ act: "delete", ids: chosen, on });
}

/** Read articles that are not among a title's newest 100 go. */
async function purge(): Promise<void> {
  await library.settings.change({
    retention: { days: null, articles: 100, keepUnread: true },
  });
  say({ act: "purging" });
  await library.upkeep.purge();
}

for (let step = 0; ; step++) {
  const which = random();
  if (which < 0.3) await ingest(step);
  else if (which < 0.5) await mark();
  else if (which < 0.65) await bookmark();
  else if (which < 0.72) await remove();
  else if (which < 0.75) await purge();
  else if (which < 0.8) {
    const name = String(1_000_000 * Number(seedText) + step);
    await library.undo.remember({ kind: "mark-read", articleIds: ids.slice(0, 1) }, name);
    say({ act: "remember", name });
  } else if (which < 0.9) {
    const etag = String(1_000_000 * Number(seedText) + step);
    await library.visits.record([sampleVisit(feedId, { etag })]);
    say({ act: "visit", etag });
  } else if (which < 0.95) {
    const title = String(1_000_000 * Number(seedText) + step);
    await library.feeds.change(new Map([[feedId, { ownTitle: title }]]));
    say({ act: "title", title });
  } else {
    now += day;
    await library.upkeep.sealPastDays();
    await library.copies.rotate();
  }
}
