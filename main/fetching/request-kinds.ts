/** What each kind of request asks for and takes at most: `Accept`, bytes, and whether it must be text. */
export const requestKinds = {
  feed: {
    accept:
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, " +
      "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1",
    limit: 16_000_000,
    mustBeText: true,
  },
  page: {
    accept: "text/html, application/xhtml+xml, */*;q=0.1",
    limit: 8_000_000,
    mustBeText: true,
  },
  picture: {
    accept:
      "image/avif, image/webp, image/png, image/jpeg, image/gif, image/svg+xml, image/*;q=0.8",
    limit: 10_000_000,
    mustBeText: false,
  },
  icon: {
    accept: "image/svg+xml, image/png, image/webp, image/x-icon, image/*;q=0.8, */*;q=0.1",
    limit: 1_000_000,
    mustBeText: false,
  },
} as const;

/** The most that any of them takes, in bytes. */
export const largestBody = requestKinds.feed.limit;
