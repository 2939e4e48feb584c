import type { Answer } from "./answer.ts";

/** The name and password that let into a private feed. */
export interface Lock {
  readonly user: string;
  readonly password: string;
}

/** What a locked feed says of itself, as caches have to be told (RFC 9110, section 12.5.5). */
export const variesByReader = { vary: "authorization" } as const;

export function isUnlocked({ user, password }: Lock, authorization: string | undefined): boolean {
  const pair = Buffer.from(`${user}:${password}`, "utf8").toString("base64");
  return authorization === `Basic ${pair}`;
}

/** The answer to whoever does not know the password (RFC 7617). */
export function askForPassword(): Answer {
  return {
    kind: "feed",
    status: 401,
    headers: { ...variesByReader, "www-authenticate": 'Basic realm="readers", charset="UTF-8"' },
    body: new Uint8Array(),
  };
}
