import { textOf, type Part, type Piece } from "./part.ts";
import { shareAddresses } from "./trackers.ts";

/** Drops blocks that hold nothing but links for passing the article on. */
export function withoutShareBars(blocks: readonly Part[]): Part[] {
  return blocks.filter((block) => !isShareBar(block));
}

function isShareBar(block: Part): boolean {
  if (!/^(?:p|ul|ol|figure)$/.test(block.name)) return false;
  const links = linksIn(block.children);
  const sharing = links.filter(isShareLink);
  if (sharing.length === 0 || sharing.length < links.length) return false;
  const besides = textOf(block.children).length - textOf(sharing).length;
  return besides <= 20;
}

function linksIn(pieces: readonly Piece[]): Part[] {
  return pieces.flatMap((piece) => {
    if (typeof piece === "string") return [];
    return piece.name === "a" ? [piece] : linksIn(piece.children);
  });
}

function isShareLink(link: Part): boolean {
  const url = URL.parse(link.attributes.href ?? "");
  if (url === null) return false;
  const address = `${url.hostname}${url.pathname}${url.search}`;
  // A letter to nobody yet: the reader is to name whom.
  if (url.protocol === "mailto:") return url.pathname === "" && url.search !== "";
  return shareAddresses.some((pattern) => pattern.test(address));
}
