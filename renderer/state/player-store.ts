import type { Article, ArticleId, FeedId, RecordingName } from "../../preload/contract/contract.ts";
import type { Client } from "./client.ts";
import type { SettingsStore } from "./settings-store.ts";
import { Store } from "./store.ts";

/** Milliseconds between two notes of where the person is. */
const noteGap = 5000;
/** Seconds at the end from which on it begins anew. */
const closingSeconds = 20;

/** What is in the player. */
export interface Loaded {
  readonly articleId: ArticleId;
  readonly feedId: FeedId;
  readonly index: number;
  readonly headline: string;
  readonly feedTitle: string;
  readonly isFilm: boolean;
}

/** The one sound or film that is played, from this disk; it goes on while other articles are read. */
export class PlayerStore extends Store {
  /** Plays both kinds; a film's picture is where the player puts it. */
  readonly media = document.createElement("video");
  readonly #client: Client;
  readonly #settings: SettingsStore;
  loaded: Loaded | null = null;
  /** The engine could not play it. */
  hasFailed = false;
  /** Where the person stopped the last time, until the engine knows the file; in seconds. */
  #startAt = 0;
  #notedAt = 0;
  /** Where the person stopped since the window opened, in seconds: articles know it from before. */
  readonly #places = new Map<string, number>();

  constructor(client: Client, settings: SettingsStore) {
    super();
    this.#client = client;
    this.#settings = settings;
    const { media } = this;
    media.preload = "metadata";
    media.disablePictureInPicture = true;
    media.addEventListener("loadedmetadata", () => {
      const isNearEnd = this.#startAt > media.duration - closingSeconds;
      if (this.#startAt > 0 && !isNearEnd) media.currentTime = this.#startAt;
      media.playbackRate = settings.settings.playbackRate;
      this.changed();
    });
    media.addEventListener("timeupdate", () => {
      if (!media.paused && performance.now() - this.#notedAt > noteGap) void this.note();
      this.changed();
    });
    media.addEventListener("pause", () => {
      void this.note();
      this.changed();
    });
    media.addEventListener("error", () => {
      this.hasFailed = this.loaded !== null;
      this.changed();
    });
    for (const name of ["play", "ended", "seeked", "ratechange", "volumechange"])
      media.addEventListener(name, () => {
        this.changed();
      });
    window.addEventListener("pagehide", () => void this.note());
    this.#listenToMediaKeys();
  }

  get isPlaying(): boolean {
    return this.loaded !== null && !this.media.paused && !this.media.ended;
  }

  get position(): number {
    return this.media.readyState === 0 ? this.#startAt : this.media.currentTime;
  }

  /** Seconds; null while the engine does not know. */
  get duration(): number | null {
    return Number.isFinite(this.media.duration) ? this.media.duration : null;
  }

  isOf(articleId: ArticleId, index: number): boolean {
    return this.loaded?.articleId === articleId && this.loaded.index === index;
  }

  /** Where the person stopped last, in seconds; `known` is what the article says of it. */
  placeOf(articleId: ArticleId, index: number, known: number): number {
    return this.#places.get(`${articleId} ${index}`) ?? known;
  }

  /** Plays an article's kept recording, on from where the person stopped. */
  async play(article: Article, index: number): Promise<void> {
    const recording = article.enclosures[index]?.recording ?? null;
    if (recording?.file === null || recording === null) return;
    if (!this.isOf(article.id, index)) {
      await this.note();
      const { id: articleId, feedId, headline, feedTitle } = article;
      const isFilm = isFilmName(recording.file);
      this.loaded = { articleId, feedId, index, headline, feedTitle, isFilm };
      this.hasFailed = false;
      this.#startAt = this.placeOf(articleId, index, recording.position);
      this.media.poster = posterOf(article);
      this.media.src = `recordings/${recording.file}`;
      this.#tellSystem();
      this.changed();
    }
    await this.#start();
  }

  async toggle(): Promise<void> {
    if (this.loaded === null) return;
    if (this.isPlaying) this.media.pause();
    else await this.#start();
  }

  seek(seconds: number): void {
    if (this.loaded === null || this.duration === null) return;
    this.media.currentTime = Math.min(this.duration, Math.max(0, seconds));
  }

  skip(seconds: number): void {
    this.seek(this.position + seconds);
  }

  /** Sets how fast it plays, for everything from now on. */
  async setRate(rate: number): Promise<void> {
    this.media.playbackRate = rate;
    await this.#settings.change({ playbackRate: rate });
  }

  /** Takes it out of the player; where the person stopped is remembered. */
  async close(): Promise<void> {
    if (this.loaded === null) return;
    this.media.pause();
    await this.note();
    this.loaded = null;
    this.media.removeAttribute("src");
    this.media.load();
    if ("mediaSession" in navigator) navigator.mediaSession.metadata = null;
    this.changed();
  }

  /** Has remembered where the person is. */
  async note(): Promise<void> {
    const { loaded, duration } = this;
    if (loaded === null || this.media.readyState === 0) return;
    this.#notedAt = performance.now();
    const { articleId, index } = loaded;
    const place = { articleId, index, seconds: this.position, duration };
    this.#places.set(`${articleId} ${index}`, place.seconds);
    // Worth little, and noted again in a moment.
    await this.#client.request("recordings.rememberPosition", place).catch(() => undefined);
  }

  async #start(): Promise<void> {
    if (this.hasFailed) {
      // An element that has failed stays so until it is told to look again.
      const { position } = this;
      this.hasFailed = false;
      this.media.load();
      this.#startAt = position;
      this.changed();
    }
    try {
      await this.media.play();
    } catch {
      // What cannot be played says so by its own event; what was paused meanwhile is no failure.
    }
  }

  #tellSystem(): void {
    if (this.loaded === null || !("mediaSession" in navigator)) return;
    const { headline: title, feedTitle: artist } = this.loaded;
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist });
  }

  #listenToMediaKeys(): void {
    if (!("mediaSession" in navigator)) return;
    const on = (name: MediaSessionAction, act: () => unknown): void => {
      navigator.mediaSession.setActionHandler(name, () => void act());
    };
    on("play", () => this.#start());
    on("pause", () => {
      this.media.pause();
    });
    on("stop", () => this.close());
    on("seekbackward", () => {
      this.skip(-skipBack);
    });
    on("seekforward", () => {
      this.skip(skipForward);
    });
  }
}

/** Seconds. */
export const skipBack = 15;
export const skipForward = 30;

function isFilmName(name: RecordingName): boolean {
  return /\.(?:mp4|m4v|webm|mov)$/.test(name);
}

function posterOf({ leadPicture, pictures }: Article): string {
  const media = pictures[leadPicture ?? -1]?.media ?? null;
  return media === null ? "" : `media/${media}`;
}
