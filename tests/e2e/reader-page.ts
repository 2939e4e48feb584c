/** What a person sees and can do in the window: the page model of the end-to-end tests. */
import { expect, type Locator, type Page } from "@playwright/test";

const scrollTo = (pane: Locator, fraction: number): Promise<void> =>
  pane.evaluate((element, part) => {
    element.scrollTop = element.scrollHeight * part;
  }, fraction);

export class ReaderPage {
  readonly page: Page;
  readonly #leftTheApp: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(15_000);
    const own = new URL(page.url()).origin;
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== own && url.protocol !== "data:") this.#leftTheApp.push(request.url());
    });
  }

  /** Requests of the window that were not for its own files. */
  get leftTheApp(): readonly string[] {
    return this.#leftTheApp;
  }

  get tree(): Locator {
    return this.page.getByRole("tree");
  }

  source(name: string): Locator {
    const label = this.page.locator(".label").getByText(name, { exact: true });
    return this.tree.getByRole("treeitem").filter({ has: label }).first();
  }

  get list(): Locator {
    return this.page.getByRole("listbox");
  }

  get rows(): Locator {
    return this.list.getByRole("option");
  }

  get headline(): Locator {
    return this.page.locator("bs-reading-pane h1");
  }

  get body(): Locator {
    return this.page.locator("bs-article-body");
  }

  get pictures(): Locator {
    return this.page.locator("bs-reading-pane img");
  }

  tool(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Scrolls the open article; 0 is its start, 1 its end. */
  async scrollArticleTo(fraction: number): Promise<void> {
    await scrollTo(this.page.locator("bs-reading-pane .scrolls"), fraction);
  }

  /** Scrolls the list; 0 is its top, 1 its end. */
  async scrollListTo(fraction: number): Promise<void> {
    await scrollTo(this.list, fraction);
  }

  /** Follows the feeds of a site through the dialog, with the mouse. */
  async followByAddress(address: string): Promise<void> {
    if (!(await this.page.getByRole("dialog").isVisible())) {
      await this.tool("Add titles").first().click();
    }
    await this.page.getByRole("radio", { name: "Address" }).check({ force: true });
    await this.page.getByLabel("Address of a feed or of a site").fill(address);
    await this.page.getByRole("button", { name: "Look", exact: true }).click();
    await this.page
      .getByRole("button", { name: /^Follow: / })
      .first()
      .click();
    await expect(this.page.getByRole("button", { name: /^Followed: / }).first()).toBeVisible();
  }

  /** The number of articles in the list, as its header says: "30 articles" or "29 of 30 unread". */
  async articleCount(): Promise<number> {
    const text = await this.page.locator("bs-article-list .counts").innerText();
    return Number(
      text
        .match(/[\d,]+/g)
        ?.at(-1)
        ?.replaceAll(",", "") ?? 0,
    );
  }

  /** Waits until all visits are over and no picture is to come, as the status bar says. */
  async settled(): Promise<void> {
    const bar = this.page.locator("bs-status-bar");
    await expect(bar).toContainText(/Next refresh|No network/, { timeout: 60_000 });
    await expect(bar).not.toContainText("to come", { timeout: 60_000 });
    await expect(bar).toContainText("ready offline");
  }

  /** The same, with everything listed whole on disk. */
  async allReady(): Promise<void> {
    await this.settled();
    await expect(this.page.locator("bs-status-bar")).toContainText(/All [\d,]+ ready offline/);
  }

  /** Asserts that the article at an index of the list is the one that is open. */
  async expectOpen(index: number, total: number): Promise<void> {
    const row = this.page.locator(`[role=option][aria-posinset="${index + 1}"]`);
    await expect(row).toHaveAttribute("aria-selected", "true");
    await expect(row).toHaveAttribute("aria-setsize", String(total));
    await expect(this.headline).toHaveText(await row.locator(".headline").innerText());
  }

  /** Asserts that every picture of the open article is really there and has been decoded. */
  async expectPicturesShown(): Promise<number> {
    const broken = async (): Promise<string[]> =>
      this.pictures.evaluateAll((images) =>
        (images as HTMLImageElement[])
          .map((image) => {
            image.loading = "eager";
            return image;
          })
          .filter((image) => !image.complete || image.naturalWidth === 0)
          .map((image) => image.src),
      );
    await expect.poll(broken).toEqual([]);
    return this.pictures.count();
  }
}
