import type { Handlers, RequestName } from "../../preload/contract/contract.ts";
import { RequestError } from "./request-error.ts";

/**
 * What each request does: `looks` only reads the library, `changes` writes into it, `program` needs
 * it so little that it is answered whatever becomes of it.
 */
type Effect = "looks" | "changes" | "program";
const effects: Readonly<Record<RequestName, Effect>> = {
  "app.info": "program",
  "app.dismissMoves": "changes",
  "app.restart": "program",
  "settings.read": "program",
  "settings.change": "changes",
  "view.restore": "program",
  "view.remember": "program",
  "sources.list": "looks",
  "sources.discover": "program",
  "sources.follow": "changes",
  "sources.unfollow": "changes",
  "sources.rename": "changes",
  "sources.move": "changes",
  "sources.setRetention": "changes",
  "sources.setSection": "changes",
  "folders.create": "changes",
  "folders.rename": "changes",
  "folders.remove": "changes",
  "catalogue.list": "program",
  "opml.import": "changes",
  "opml.export": "looks",
  "titles.records": "looks",
  "titles.visit": "changes",
  "titles.setAddress": "changes",
  "titles.setCredentials": "changes",
  "titles.setFullText": "changes",
  "signIns.list": "looks",
  "signIns.open": "program",
  "signIns.end": "program",
  "refresh.start": "changes",
  "refresh.cancel": "program",
  "refresh.status": "program",
  "timeline.open": "looks",
  "timeline.page": "looks",
  "timeline.locate": "looks",
  "timeline.nextUnread": "looks",
  "timeline.countNewer": "looks",
  "timeline.close": "looks",
  "timeline.markAllRead": "changes",
  "article.open": "looks",
  "article.openOriginal": "looks",
  "articles.markRead": "changes",
  "articles.fetchPages": "changes",
  "articles.delete": "changes",
  "bookmarks.add": "changes",
  "bookmarks.remove": "changes",
  "undo.list": "looks",
  "undo.perform": "changes",
  "storage.usage": "looks",
  "storage.forecast": "looks",
  "storage.purge": "changes",
  "storage.openFolder": "program",
  "storage.move": "changes",
  "backup.list": "looks",
  "backup.create": "looks",
  "backup.choose": "looks",
  "backup.restore": "changes",
  "export.bookmarks": "looks",
  "export.everything": "looks",
  "links.open": "program",
  "app.noteConnection": "program",
  "preparation.forecast": "looks",
  "preparation.start": "changes",
  "preparation.pause": "changes",
  "preparation.resume": "changes",
  "preparation.cancel": "changes",
  "preparation.status": "looks",
  "timeline.readiness": "looks",
  "articles.gaps": "looks",
  "article.gap": "looks",
  "recordings.keep": "changes",
  "recordings.remove": "changes",
  "recordings.rememberPosition": "changes",
  "titles.setRecordings": "changes",
  "extraction.open": "looks",
  "extraction.preview": "looks",
  "extraction.choose": "changes",
  "extraction.reset": "changes",
  "search.open": "looks",
  "search.progress": "looks",
  "search.rebuild": "looks",
  "searches.list": "looks",
  "searches.keep": "changes",
  "searches.change": "changes",
  "searches.move": "changes",
  "searches.remove": "changes",
  "bookmarks.write": "changes",
  "bookmarks.putHighlight": "changes",
  "bookmarks.removeHighlight": "changes",
  "bookmarks.tags": "looks",
};

/** They ask the person first, then run as long tasks, which see to one another themselves. */
const longRequests = new Set<string>([
  "storage.purge",
  "storage.move",
  "backup.create",
  "backup.choose",
  "backup.restore",
  "export.bookmarks",
  "export.everything",
  "opml.export",
] satisfies RequestName[]);

/** Lets requests through to the library, or not, while it is read-only, replaced or moved. */
export class Gate {
  readonly #isReadOnly: boolean;
  #refusals: { readonly looks: RequestError | null; readonly changes: RequestError | null };
  #underWay = 0;
  #whenIdle: (() => void)[] = [];

  constructor(isReadOnly: boolean) {
    this.#isReadOnly = isReadOnly;
    this.#refusals = this.#usual();
  }

  /** The same handlers, behind the gate. */
  guard(handlers: Handlers): Handlers {
    const guarded = Object.entries(effects).map(([name, effect]) => {
      const handler = handlers[name as RequestName] as (input: unknown) => unknown;
      return [name, (input: unknown) => this.#pass(name, effect, () => handler(input))];
    });
    return Object.fromEntries(guarded) as Handlers;
  }

  /** From now on nothing is changed; resolves when the changes under way are made. */
  async keepOutChanges(reason: RequestError): Promise<void> {
    this.#refusals = { looks: null, changes: reason };
    await this.#idle();
  }

  /** From now on nothing uses the library; resolves when nothing does. */
  async keepOutAll(reason: RequestError): Promise<void> {
    this.#refusals = { looks: reason, changes: reason };
    await this.#idle();
  }

  open(): void {
    this.#refusals = this.#usual();
  }

  #usual(): { looks: null; changes: RequestError | null } {
    const changes = this.#isReadOnly
      ? new RequestError("read-only", "the library can only be read")
      : null;
    return { looks: null, changes };
  }

  async #pass(name: string, effect: Effect, handle: () => unknown): Promise<unknown> {
    if (effect === "program") return handle();
    const refused = this.#refusals[effect === "looks" ? "looks" : "changes"];
    if (refused !== null) throw refused;
    if (longRequests.has(name)) return handle();
    this.#underWay += 1;
    try {
      return await handle();
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) for (const tell of this.#whenIdle.splice(0)) tell();
    }
  }

  async #idle(): Promise<void> {
    if (this.#underWay > 0) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }
}
