import type { Behaviour } from "./types.ts";

/** A well-kept site. */
export const soundBehaviour: Behaviour = {
  delay: 0,
  status: null,
  retryAfter: null,
  redirect: null,
  connection: "sound",
  body: "feed",
  contentType: null,
  compression: "identity",
  charset: "utf-8",
  claimedCharset: null,
  declares: "both",
  validators: "both",
  headers: {},
  pictures: "good",
  pages: "good",
  paywall: "none",
  lock: null,
  hostile: false,
};
