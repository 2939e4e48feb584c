/** Weeks of the program at the newsstand, on a clock that is moved by hand. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApplication, type Collaborators } from "../../../main/application/application.ts";
import { createHttpClient } from "../../../main/fetching/fetching.ts";
import { openLibrary } from "../../../main/library/library.ts";
import { createWorkerPool } from "../../../main/workers/workers.ts";
import { vaultBeside } from "../../unit/secrets/plain-vault.ts";
import { MemorySessions } from "../memory-sessions.ts";
import { reportEtiquette } from "../etiquette/report-etiquette.ts";
import {
  startNewsstand,
  type EtiquetteReport,
  type Newsstand,
  type Publisher,
} from "../newsstand.ts";
import { playReader } from "../play-reader.ts";
import { secureAuthority } from "../server/serve-securely.ts";
import { addCast } from "./cast.ts";
import { addTrials } from "./trials.ts";
import { workerEntry } from "../../worker-entry.ts";
import { idleSearch } from "../../unit/application/idle-search.ts";
import { idleWorkshop } from "../../unit/application/idle-workshop.ts";

const minute = 60_000;
const hour = 60 * minute;
/** Hours in which the machine sleeps. */
const asleep = { from: 200, until: 220 };
/** A Monday. */
const start = Date.UTC(2026, 10, 23, 6);

/** Nobody is there to be asked. */
const noDesktop: Collaborators["desktop"] = {
  askWhereToSave: () => Promise.resolve(null),
  askForBackup: () => Promise.resolve(null),
  askForFolder: () => Promise.resolve(null),
  showFolder: () => Promise.resolve(),
  rememberLibrary: () => Promise.resolve(),
  restart: () => undefined,
};

/** How the program treated the publishers in that time; it is started anew once a week. */
export async function playWeeks(weeks: number): Promise<EtiquetteReport> {
  let now = start;
  /** While they learn, they come often: only so it can be seen whether they come at one beat. */
  const fine = start + 36 * hour;
  const clock = (): number => now;
  const newsstand = await startNewsstand({ publishers: 4, articlesPerPublisher: 6, clock });
  const ownFolder = await mkdtemp(join(tmpdir(), "broadsheet-weeks-"));
  const folder = join(ownFolder, "library");
  const sessions = new MemorySessions(playReader);
  try {
    const cast = addCast(newsstand, now);
    const trials = addTrials(newsstand);
    for (let week = 0; week < weeks; week += 1) {
      const program = await startProgram(folder, sessions, clock);
      if (week === 0) await program.follow(newsstand);
      for (let hours = week * 7 * 24; hours < (week + 1) * 7 * 24; hours += 1) {
        cast.act(hours);
        await trials.act(hours, program.handlers);
        await program.settled();
        if (hours === cast.signIn.hour) await program.signIn(cast.signIn.publisher);
        const end = now + hour;
        while (now < end) {
          if (hours < asleep.from || hours >= asleep.until) await program.wake();
          now += now < fine ? 2 * minute : 30 * minute;
        }
      }
      await program.stop();
    }
    const wishes = new Map([...cast.wishes, ...trials.wishes]);
    const requests = newsstand
      .requests()
      .map((request) => ({ ...request, byHand: trials.byHand.has(request) }));
    return reportEtiquette(requests, wishes, trials.seen);
  } finally {
    await newsstand.close();
    await rm(ownFolder, { recursive: true, force: true });
  }
}

async function startProgram(folder: string, sessions: MemorySessions, now: () => number) {
  const library = await openLibrary({ folder, now });
  const client = createHttpClient({
    userAgent: "Broadsheet/0.1.0 (+https://broadsheet.example)",
    spacing: 0,
    now,
    systemCertificates: () => Promise.resolve([secureAuthority]),
  });
  const workers = createWorkerPool({
    entry: workerEntry,
    size: 1,
  });
  let isBusy = false;
  const application = createApplication({
    library,
    vault: await vaultBeside(folder),
    sessions,
    client,
    workers,
    search: idleSearch,
    pictureWorkshop: idleWorkshop,
    announce: () => undefined,
    catalogue: () => Promise.resolve([]),
    openExternally: () => Promise.resolve(),
    desktop: noDesktop,
    isOnline: () => true,
    info: { version: "0", platform: process.platform, locale: "en" },
    log: (message, cause) => process.stderr.write(`${message}: ${String(cause)}\n`),
    now,
  });
  const settled = async (): Promise<void> => {
    do {
      const { running, pagesWaiting, picturesWaiting } = await application.handlers[
        "refresh.status"
      ]({});
      isBusy = running || pagesWaiting + picturesWaiting > 0;
      if (isBusy) await new Promise((resolve) => setTimeout(resolve, 3));
    } while (isBusy);
  };
  return {
    handlers: application.handlers,
    settled,
    async follow(newsstand: Newsstand) {
      await application.followOutline(newsstand.opml());
      await settled();
    },
    async signIn({ feedAddress }: Publisher) {
      const { feeds } = await application.handlers["sources.list"]({});
      const feed = feeds.find(({ address }) => address === feedAddress);
      if (feed === undefined) throw new Error(`${feedAddress} is not followed`);
      await application.handlers["signIns.open"]({ feedId: feed.id });
      await settled();
    },
    async wake() {
      application.wake();
      await settled();
    },
    async stop() {
      await application.stop();
      await Promise.all([client.close(), workers.close()]);
      await library.close();
    },
  };
}
