import { createHash } from "node:crypto";
import { soundBehaviour } from "./behaviour.ts";
import { encodeText } from "./feeds/encode-text.ts";
import { mediaTypes, writeFeed } from "./feeds/write-feed.ts";
import { addHostility } from "./pages/add-hostility.ts";
import { hashText } from "./random.ts";
import { Subscribers } from "./server/paywall.ts";
import type { TitleProfile } from "./titles.ts";
import type { Behaviour, FeedFormat, Publisher, Resource, Story } from "./types.ts";

/** A feed as it goes over the wire. */
export interface FeedDocument {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly etag: string;
  readonly lastModified: string;
}

/** What a publisher is made of. */
export interface PublisherParts {
  readonly profile: TitleProfile;
  readonly format: FeedFormat;
  readonly port: number;
  readonly feedPath: string;
  readonly behaviour: Partial<Behaviour>;
  /** Writes its first articles, when they are first wanted. */
  readonly write: () => readonly Story[];
  /** The feed as it is sent, in place of one written from its articles. */
  readonly fixedFeed: Uint8Array | null;
  readonly contentType: string | null;
  readonly resources: Readonly<Record<string, Resource>>;
}

/** A title: its articles, its feed and how it behaves. */
export class NewsstandPublisher implements Publisher {
  readonly profile: TitleProfile;
  readonly format: FeedFormat;
  readonly host: string;
  readonly feedPath: string;
  readonly resources: Readonly<Record<string, Resource>>;
  /** Who is signed in here. */
  readonly subscribers: Subscribers;
  #behaviour: Behaviour;
  #stories: readonly Story[] | null = null;
  #document: FeedDocument | null = null;
  /** When the articles were last changed by hand, in milliseconds since 1970-01-01 UTC. */
  #changed = 0;
  readonly #parts: PublisherParts;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
    this.profile = parts.profile;
    this.subscribers = new Subscribers(parts.profile.slug);
    this.format = parts.format;
    this.host = `${parts.profile.slug}.localhost:${parts.port}`;
    this.feedPath = parts.feedPath;
    this.resources = parts.resources;
    this.#behaviour = { ...soundBehaviour, ...parts.behaviour };
  }

  get slug(): string {
    return this.profile.slug;
  }

  get title(): string {
    return this.profile.title;
  }

  get section(): Publisher["section"] {
    return this.profile.section;
  }

  get language(): string {
    return this.profile.language;
  }

  get country(): string {
    return this.profile.country;
  }

  get description(): string {
    return this.profile.description;
  }

  get siteAddress(): string {
    return `http://${this.host}/`;
  }

  get readersAddress(): string {
    const url = new URL(this.feedAddress);
    url.username = this.behaviour.lock?.user ?? "";
    url.password = this.behaviour.lock?.password ?? "";
    return url.href;
  }

  get feedAddress(): string {
    return `http://${this.host}${this.feedPath}`;
  }

  get behaviour(): Behaviour {
    return this.#behaviour;
  }

  get stories(): readonly Story[] {
    this.#stories ??= this.#parts.write();
    return this.#stories;
  }

  behave(changes?: Partial<Behaviour>): void {
    const kept = changes === undefined ? this.#parts.behaviour : this.#behaviour;
    this.#behaviour = { ...soundBehaviour, ...kept, ...changes };
    this.#document = null;
  }

  endSessions(): void {
    this.subscribers.endAll();
  }

  /** Puts other articles in place; `moment` becomes the feed's `Last-Modified`. */
  change(stories: readonly Story[], moment: number): void {
    this.#stories = stories;
    this.#changed = moment;
    this.#document = null;
  }

  /** Back to the first articles and the first behaviour. */
  reset(): void {
    this.#stories = null;
    this.#changed = 0;
    this.endSessions();
    this.behave();
  }

  /** The feed as it stands now, built on the first request and kept. */
  feed(): FeedDocument {
    this.#document ??= this.#compose();
    return this.#document;
  }

  #compose(): FeedDocument {
    const { charset, claimedCharset, declares, hostile } = this.#behaviour;
    const claimed = claimedCharset ?? charset;
    const stories = hostile ? this.stories.map(addHostility) : this.stories;
    const masthead = {
      title: this.title,
      description: this.description,
      siteAddress: this.siteAddress,
      feedAddress: this.feedAddress,
      iconAddress: `${this.siteAddress}icon.png`,
      language: this.language,
      charset: claimed,
    };
    const text = writeFeed(this.format, masthead, stories);
    const body =
      this.#parts.fixedFeed ??
      encodeText(
        declares === "both" || declares === "xml" ? text : text.replace(/ encoding="[^"]*"/, ""),
        this.format === "json" ? "utf-8" : charset,
      );
    const inHeader = declares === "both" || declares === "header" ? `; charset=${claimed}` : "";
    const newest = Math.max(this.#changed, ...stories.map((story) => story.updated));
    return {
      body,
      contentType: this.#parts.contentType ?? `${mediaTypes[this.format]}${inHeader}`,
      etag: this.#entityTag(createHash("sha256").update(body).digest("hex").slice(0, 20)),
      lastModified: new Date(newest).toUTCString(),
    };
  }

  /** Entity tags come in every dress; a client must not look into them. */
  #entityTag(digest: string): string {
    switch (hashText(this.slug) % 4) {
      case 0:
        return `W/"${digest}"`;
      case 1:
        return `"${digest.slice(0, 6)}-${digest.slice(6, 12)}:dflt--gzip"`;
      default:
        return `"${digest}"`;
    }
  }
}
