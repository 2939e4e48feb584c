/**
 * The program but for its window. It follows the title at an address, unless it does so already, and
 * prepares everything, or goes on with that, until it is killed; it says on standard output when all
 * is here. Arguments: the library's folder, the feed's address, the entry of the worker threads.
 */
import { setTimeout as pause } from "node:timers/promises";
import { createApplication } from "../../main/application/application.ts";
import { createHttpClient } from "../../main/fetching/fetching.ts";
import { openLibrary } from "../../main/library/library.ts";
import { createWorkerPool } from "../../main/workers/workers.ts";
import { MemorySessions } from "../newsstand/memory-sessions.ts";
import { idleSearch } from "../unit/application/idle-search.ts";
import { idleWorkshop } from "../unit/application/idle-workshop.ts";
import { quietDesktop } from "../unit/application/quiet-desktop.ts";
import { vaultBeside } from "../unit/secrets/plain-vault.ts";

const [folder = "", address = "", worker = ""] = process.argv.slice(2);
const library = await openLibrary({ folder });
const isNew = library.feeds.followed().length === 0;
// Only what is prepared is fetched.
if (isNew) await library.settings.change({ keepFullTexts: false, keepPictures: false });
const application = createApplication({
  library,
  vault: await vaultBeside(folder),
  sessions: new MemorySessions(),
  client: createHttpClient({ userAgent: "Broadsheet/0.1.0", spacing: 0 }),
  workers: createWorkerPool({ entry: new URL(worker), size: 1 }),
  search: idleSearch,
  pictureWorkshop: idleWorkshop,
  announce: () => undefined,
  catalogue: () => Promise.resolve([]),
  openExternally: () => Promise.resolve(),
  desktop: quietDesktop,
  isOnline: () => true,
  pagePace: { burst: 100, interval: 1 },
  info: { version: "0", platform: "test", locale: "en" },
  log: (message, cause) => process.stderr.write(`${message}: ${String(cause)}\n`),
  now: Date.now,
});
const { handlers } = application;
application.start();
if (isNew) {
  await application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${address}"/></body></opml>`,
  );
  while ((await handlers["refresh.status"]({})).running) await pause(20);
}
if ((await handlers["preparation.status"]({})).preparation === null)
  await handlers["preparation.start"]({
    scope: { kind: "all" },
    pages: true,
    pictures: true,
    recordings: false,
    evenMetered: false,
  });
for (;;) {
  const { preparation } = await handlers["preparation.status"]({});
  if (preparation?.state === "finished") break;
  await pause(100);
}
process.stdout.write("finished\n");
