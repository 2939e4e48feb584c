import type { Feed, FeedChange } from "../library/library.ts";

/** Longer addresses are not worth their place among the titles. */
const longest = 2000;

/**
 * The pictures that a feed names for itself, where they are news to a title that still has no icon:
 * they are among the places where one is looked for.
 */
export function ownPictures(
  feed: Feed,
  read: { readonly icon: string | null; readonly image: string | null },
): Pick<FeedChange, "publisherIcon" | "publisherImage"> {
  if ((feed.icon?.media ?? null) !== null) return {};
  return {
    ...(isNews(read.icon, feed.publisherIcon) && { publisherIcon: read.icon }),
    ...(isNews(read.image, feed.publisherImage) && { publisherImage: read.image }),
  };
}

/** Signatures in a query change with every visit and say nothing of the picture. */
function isNews(address: string | null, known: string | null): address is string {
  if (address === null || address.length > longest) return false;
  return address.replace(/[?#].*$/s, "") !== known?.replace(/[?#].*$/s, "");
}
