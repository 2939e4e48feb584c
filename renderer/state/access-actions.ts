import type { FeedSummary, RequestInput, RequestOutput } from "../../preload/contract/contract.ts";
import { t } from "../text/text.ts";
import type { Attempts } from "./attempts.ts";
import type { Client } from "./client.ts";
import type { ToastStore } from "./toast-store.ts";

type Credentials = NonNullable<RequestInput<"titles.setCredentials">["credentials"]>;

interface Stores {
  readonly client: Client;
  readonly toasts: ToastStore;
  readonly attempts: Attempts;
}

/** What a reader can do about how titles are reached: addresses, passwords, sign-ins. */
export class AccessActions {
  readonly #client: Client;
  readonly #toasts: ToastStore;
  readonly #attempts: Attempts;

  constructor({ client, toasts, attempts }: Stores) {
    this.#client = client;
    this.#toasts = toasts;
    this.#attempts = attempts;
  }

  /** Gives a title another address. Throws `RequestFailure`: the dialog that asked tells why. */
  async setAddress({ id, title }: FeedSummary, address: string): Promise<void> {
    await this.#client.request("titles.setAddress", { feedId: id, address });
    this.#toasts.tell(t("address.saved", { title }));
  }

  /** Sets name and password, or forgets them (null). Throws `RequestFailure` likewise. */
  async setCredentials({ id, title }: FeedSummary, credentials: Credentials | null): Promise<void> {
    await this.#client.request("titles.setCredentials", { feedId: id, credentials });
    const key = credentials === null ? "credentials.forgotten" : "credentials.saved";
    this.#toasts.tell(t(key, { title }));
  }

  /** Shows the publisher's site in a window of its own until that is closed. Throws likewise. */
  async signIn({ id }: FeedSummary): Promise<RequestOutput<"signIns.open">> {
    const result = await this.#client.request("signIns.open", { feedId: id });
    const { signedIn, site } = result;
    this.#toasts.tell(t(signedIn ? "signIn.done" : "signIn.nothing", { site }));
    return result;
  }

  /** Brings the window of a sign-in that has not ended to the front. */
  async showSignIn({ id }: FeedSummary): Promise<void> {
    await this.#client.request("signIns.open", { feedId: id });
  }

  /** Signs out of a publisher, by its domain. */
  async signOut(site: string): Promise<void> {
    await this.#attempts.run(async () => {
      await this.#client.request("signIns.end", { site });
      this.#toasts.tell(t("signIn.ended", { site }));
    });
  }

  /** Signs out of a title's publisher. */
  async signOutOf({ id }: FeedSummary): Promise<void> {
    const found = await this.#client.request("signIns.list", {}).catch(() => null);
    const signIn = found?.signIns.find(({ feedIds }) => feedIds.includes(id));
    if (signIn !== undefined) await this.signOut(signIn.site);
  }

  /** Puts a title's address on the clipboard, without what is secret in it. */
  async copyAddress({ address, isPrivate }: FeedSummary): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      this.#toasts.tell(t(isPrivate ? "address.copiedPublic" : "address.copied"));
    } catch {
      this.#toasts.warn(t("address.notCopied", { address }));
    }
  }

  /** Writes what is followed into an OPML file that the reader names. */
  async exportTitles(withSecrets: boolean): Promise<void> {
    await this.#attempts.run(async () => {
      const { path } = await this.#client.request("opml.export", { withSecrets });
      if (path === null) return;
      this.#toasts.tell(
        t(withSecrets ? "export.doneWithSecrets" : "data.titlesExported", { path }),
      );
    });
  }
}
