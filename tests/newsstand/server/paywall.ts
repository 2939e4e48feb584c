import type { NewsstandPublisher } from "../publisher.ts";
import type { Answer } from "./answer.ts";

/** Where a publisher's readers sign in. */
export const signInPath = "/sign-in";

/** Cookies of a request, by name. */
function cookiesOf(header: string | undefined): Map<string, string> {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim().split("="));
  return new Map(pairs.map(([name = "", ...value]) => [name, value.join("=")]));
}

/** Who is signed in at one publisher. Sessions are renewed whenever the feed is given. */
export class Subscribers {
  readonly #slug: string;
  readonly #sessions = new Set<string>();
  #count = 0;

  constructor(slug: string) {
    this.#slug = slug;
  }

  knows(cookieHeader: string | undefined): boolean {
    return this.#sessions.has(cookiesOf(cookieHeader).get("session") ?? "");
  }

  /** The lines `Set-Cookie` of a new session; `over` ends. */
  begin(over: string | undefined): string[] {
    this.#sessions.delete(cookiesOf(over).get("session") ?? "");
    this.#count += 1;
    const session = `${this.#slug}-${this.#count}`;
    this.#sessions.add(session);
    return [
      `session=${session}; Path=/; HttpOnly; SameSite=Lax`,
      `reader=${this.#slug}; Path=/; Max-Age=86400`,
      // This server speaks plain HTTP, so nobody may send this one back.
      `sealed=${this.#slug}; Path=/; Max-Age=86400; Secure`,
    ];
  }

  endAll(): void {
    this.#sessions.clear();
  }
}

const html = { "content-type": "text/html; charset=utf-8" };

/** The form, or what comes of sending it. */
export function answerSignIn(
  publisher: NewsstandPublisher,
  method: string | undefined,
  cookieHeader: string | undefined,
): Answer {
  if (method === "POST") {
    return {
      kind: "sign-in",
      status: 303,
      headers: { ...html, location: "/" },
      cookies: publisher.subscribers.begin(cookieHeader),
      body: new Uint8Array(),
    };
  }
  const page = `<!doctype html><title>Sign in</title><h1>Readers of ${publisher.title}</h1>
    <form method="post"><label>Name <input name="name"></label>
    <label>Password <input type="password" name="password"></label>
    <button>Sign in</button></form>`;
  return { kind: "sign-in", status: 200, headers: html, body: Buffer.from(page) };
}

/** What somebody is told who is not signed in. */
export function refuseUnknown(kind: "feed" | "page" | "picture"): Answer {
  const page = `<!doctype html><title>For readers</title><a href="${signInPath}">Sign in</a>`;
  return { kind, status: kind === "page" ? 403 : 401, headers: html, body: Buffer.from(page) };
}

/** The home page of a publisher with a paywall: a way in, and a frame of somebody else's. */
export function addWayIn(page: string, trackerAddress: string): string {
  const wayIn = `<p><a href="${signInPath}">Sign in</a></p><iframe src="${trackerAddress}"></iframe>`;
  return page.replace(/<body[^>]*>/, (body) => body + wayIn);
}
