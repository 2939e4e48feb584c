/** Sounds that are made and not found, and a publisher of them, with the faults of real ones. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A mono WAV file of 8-bit samples: a tone that rises, so that no two seconds sound alike. */
export function makeSound(seconds: number, rate = 8000): Buffer {
  const count = Math.round(seconds * rate);
  const file = Buffer.alloc(44 + count);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(36 + count, 4);
  file.write("WAVEfmt ", 8, "latin1");
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write("data", 36, "latin1");
  file.writeUInt32LE(count, 40);
  for (let at = 0; at < count; at++) {
    const second = at / rate;
    file[44 + at] = 128 + Math.round(60 * Math.sin(2 * Math.PI * (220 + second) * second));
  }
  return file;
}

export interface Sound {
  readonly name: string;
  readonly bytes: Buffer;
  readonly headline: string;
}

/** What a request asked for, in the order of asking. */
export interface SoundRequest {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
}

/** A publisher of sounds: one feed, an article for each sound, ranges and entity tags. */
export class SoundPublisher {
  readonly sounds: Sound[];
  readonly requests: SoundRequest[] = [];
  /** Bytes of an answer after which the connection breaks off; it is made whole by Infinity. */
  breaksAfter = Infinity;
  /** Answers sounds with this status and no body, where it is not null. */
  status: number | null = null;
  /** Answers sounds with a page, as a network does that wants a person to sign in. */
  isPage = false;
  /** Sends no validator, so that nothing can be resumed. */
  isPlain = false;
  /** Milliseconds between pieces of an answer. */
  pause = 0;
  readonly #server: Server;

  private constructor(sounds: Sound[]) {
    this.sounds = sounds;
    this.#server = createServer((request, response) => {
      void this.#answer(request, response);
    });
  }

  static async start(sounds: Sound[]): Promise<SoundPublisher> {
    const publisher = new SoundPublisher(sounds);
    await new Promise<void>((resolve) => {
      publisher.#server.listen(0, "127.0.0.1", resolve);
    });
    return publisher;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get feedAddress(): string {
    return `${this.origin}/feed.xml`;
  }

  /** Requests for sounds alone. */
  get asked(): readonly SoundRequest[] {
    return this.requests.filter(({ path }) => path.startsWith("/sounds/"));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    this.requests.push({ path, headers: request.headers });
    if (path === "/feed.xml") {
      response.writeHead(200, { "content-type": "application/rss+xml" }).end(this.#feed());
      return;
    }
    const sound = this.sounds.find(({ name }) => path === `/sounds/${name}`);
    if (sound === undefined) response.writeHead(404).end();
    else if (this.status !== null) response.writeHead(this.status).end();
    else if (this.isPage)
      response.writeHead(200, { "content-type": "text/html" }).end("<p>Please sign in.</p>");
    else await this.#send(sound, request, response);
  }

  async #send(
    { bytes }: Sound,
    { headers }: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const etag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? Number.NaN);
    const isResumed = !Number.isNaN(from) && headers["if-range"] === etag && from < bytes.length;
    const body = isResumed ? bytes.subarray(from) : bytes;
    response.writeHead(isResumed ? 206 : 200, {
      "content-type": "audio/x-wav",
      "content-length": body.length,
      ...(!this.isPlain && { etag, "accept-ranges": "bytes" }),
      ...(isResumed && { "content-range": `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
    });
    const pieceSize = 16_384;
    for (let at = 0; at < body.length; at += pieceSize) {
      if (at >= this.breaksAfter) {
        // What was written is let out first: it had arrived.
        await new Promise((resolve) => setTimeout(resolve, 100));
        response.destroy();
        return;
      }
      response.write(body.subarray(at, at + pieceSize));
      if (this.pause > 0) await new Promise((resolve) => setTimeout(resolve, this.pause));
    }
    response.end();
  }

  #feed(): string {
    const items = this.sounds.map(
      ({ name, bytes, headline }, at) => `<item>
        <title>${headline}</title>
        <guid isPermaLink="false">${name}</guid>
        <link>${this.origin}/articles/${name}</link>
        <pubDate>${new Date(Date.now() - (at + 1) * 3_600_000).toUTCString()}</pubDate>
        <description>What is said in ${headline}, in a few words of its own.</description>
        <itunes:duration>${Math.round((bytes.length - 44) / 8000)}</itunes:duration>
        <enclosure url="${this.origin}/sounds/${name}" type="audio/x-wav" length="${bytes.length}"/>
      </item>`,
    );
    return `<?xml version="1.0"?>
      <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
        <title>Sounds of the City</title><link>${this.origin}/</link>
        <description>A sound each day</description>${items.join("")}
      </channel></rss>`;
  }
}
