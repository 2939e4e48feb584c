import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "vitest";
import { currentOf, RecordingFetch } from "../../../main/application/recording-fetcher.ts";
import { FetchError, type HttpClient } from "../../../main/fetching/fetching.ts";
import { openLibrary, type Library, type StoredRecording } from "../../../main/library/library.ts";
import type { ArticleId } from "../../../preload/contract/contract.ts";
import { makeSound } from "../../newsstand/recordings.ts";
import { Random } from "../../newsstand/random.ts";
import { noon, sampleArticle, sampleFeed } from "../../unit/library/samples.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { MountedFiles } from "./mounted-files.ts";

const address = "https://sounds.example/one.wav";
const sound = makeSound(4);
const pieceSize = 2000;

const open = ({ files, folder }: MountedFiles): Promise<Library> =>
  openLibrary({ folder: join(folder, "user", "library"), files, now: () => noon });

/** A publisher whose connection breaks off now and then. */
function unsteadyClient(random: Random): Pick<HttpClient, "download"> {
  return {
    async download({ resume }, sink) {
      const start = resume?.received ?? 0;
      const version = { etag: '"one"', lastModified: null };
      await sink.begin({ start, total: sound.length, contentType: "audio/wav", ...version });
      for (let at = start; at < sound.length; at += pieceSize) {
        if (random.chance(0.08)) throw new FetchError("unreachable", "broke off");
        await sink.write(sound.subarray(at, at + pieceSize));
      }
      return { status: 200, address, retryAfter: null, isWhole: true };
    },
  };
}

function waiting(articleId: ArticleId, feedId: StoredRecording["feedId"]): StoredRecording {
  return {
    articleId,
    feedId,
    address,
    index: 0,
    state: "waiting",
    wish: "person",
    askedAt: noon,
    file: null,
    bytes: 0,
    part: null,
    failure: null,
    nextTry: null,
    attempts: 0,
    position: 0,
    duration: null,
    playedAt: null,
  };
}

/** Asks for a sound in a new library. */
async function prepare(disk: MemoryDisk, random: Random): Promise<StoredRecording> {
  const mounted = new MountedFiles(disk, random);
  const library = await open(mounted);
  const [feed] = await library.feeds.add([sampleFeed("https://sounds.example/feed")]);
  if (feed === undefined) throw new Error("no title was added");
  const enclosures = [{ address, type: "audio/wav", length: sound.length }];
  const articles = [sampleArticle("one", { enclosures })];
  const { added } = await library.articles.ingest([{ feedId: feed.id, articles }]);
  const entry = waiting(added[0] ?? ("" as ArticleId), feed.id);
  await library.recordings.put([entry]);
  await library.close();
  mounted.cut();
  return entry;
}

test("a recording is whole or on its way, wherever the power is cut, and its bytes are right", async () => {
  let [cuts, kept] = [0, 0];
  for (let seed = 1; seed <= 40; seed++) {
    const random = new Random(`recording ${seed}`);
    const disk = new MemoryDisk();
    const asked = await prepare(disk, random);
    let wasTold = false;
    for (let life = 1; life <= 30; life++) {
      const message = `seed ${seed}, life ${life}`;
      const mounted = new MountedFiles(disk, random);
      const library = await open(mounted);
      // A half written line was never acknowledged.
      const isHarmless = (told: string) => / held \d+ damaged bytes; a copy was kept /.test(told);
      expect(
        library.repairs.filter((told) => !isHarmless(told)),
        message,
      ).toEqual([]);
      const entry = currentOf(library.recordings, asked);
      if (entry === undefined) throw new Error(`${message}: the wish was lost`);
      if (wasTold) expect(entry.state, message).toBe("kept");
      if (entry.state === "kept") {
        const path = entry.file === null ? null : await library.recordings.path(entry.file);
        const bytes = path === null ? null : await mounted.files.readFile(path);
        expect(bytes?.equals(sound), message).toBe(true);
        expect(entry.file).toBe(`${createHash("sha256").update(sound).digest("hex")}.wav`);
        kept++;
        break;
      }
      mounted.cutAt = mounted.steps + Math.floor(2 ** (random.next() * 6));
      mounted.endsInKill = random.chance(0.3);
      const publishers = { cookiesForTitle: () => null };
      const hosts = { pausedUntil: () => null };
      const client = unsteadyClient(random) as HttpClient;
      const options = { client, library, hosts, publishers };
      const { signal } = new AbortController();
      const run = new RecordingFetch(options, entry, signal, () => undefined).run();
      const outcome = await Promise.race([run, mounted.off]);
      wasTold = outcome?.kind === "kept" && !mounted.isCut();
      if (!mounted.isCut()) mounted.cut();
      else cuts++;
    }
  }
  expect(kept).toBe(40);
  expect(cuts).toBeGreaterThan(20);
}, 60_000);
