import type { FetchedResource, FetchRequest, HttpClient } from "../fetching/fetching.ts";
import type { Visit } from "../library/library.ts";
import type { SignedInRequest } from "./publishers.ts";

/** The answer to a visit, and what a sign-in did for it. */
export interface AskedFeed extends FetchedResource {
  readonly signIn?: Visit["signIn"];
}

const isRefused = ({ status }: FetchedResource): boolean => status === 401 || status === 403;

/**
 * Asks for a feed. Feeds are asked without cookies; only one that is refused so (401, 403) is asked
 * once more as the person who is signed in to its publisher. What came of that (`known`, of the
 * visits before) is remembered, so that the next visit is one request again.
 */
export async function askFeed(
  client: HttpClient,
  request: FetchRequest,
  signedIn: SignedInRequest | null,
  known: Visit["signIn"],
): Promise<AskedFeed> {
  if (signedIn === null) return { ...(await client.fetch(request)), signIn: null };
  if (known === "needed")
    return { ...(await client.fetch({ ...request, ...signedIn })), signIn: known };
  const without = await client.fetch(request);
  if (!isRefused(without) || known === "useless") return { ...without, signIn: known };
  // Only where it was refused: a redirect may have led to somebody else.
  if ((await signedIn.cookies(new URL(without.address))) === null)
    return { ...without, signIn: null };
  const asPerson = await client.fetch({ ...request, ...signedIn });
  return { ...asPerson, signIn: isRefused(asPerson) ? "useless" : "needed" };
}
