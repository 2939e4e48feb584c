import type { PageIcons } from "../feeds/feeds.ts";
import { siteName } from "./icon-site.ts";

const capacity = 500;
const lifetime = 86_400_000;

/** Icons that pages named which were fetched of late, by their sites: no page is fetched twice for them. */
export class SitePages {
  readonly #pages = new Map<string, { readonly page: PageIcons; readonly at: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `asked`: where the page was asked for, which may have led elsewhere. */
  keep(asked: string, page: PageIcons): void {
    for (const name of new Set([siteName(asked), siteName(page.address)])) {
      this.#pages.delete(name);
      this.#pages.set(name, { page, at: this.#now() });
    }
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= capacity) break;
      this.#pages.delete(oldest);
    }
  }

  /** What a page of a site named; null when none was fetched in the last day. */
  of(site: string): PageIcons | null {
    const kept = this.#pages.get(site);
    return kept === undefined || this.#now() - kept.at > lifetime ? null : kept.page;
  }
}
