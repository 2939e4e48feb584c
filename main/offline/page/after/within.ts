import { siteOf } from "../facts/other-facts.ts";
import { isElement, lineOf, type PageElement } from "../tree.ts";
import { label, promotion, teaserStart } from "../words/furniture.ts";
import { isProse, isSolid, linkShare, shortLimit, type Rule } from "./rule.ts";

/** Labels of advertisements, buttons and players. */
export const labels: Rule = (blocks) =>
  blocks.filter((block) => !isSolid(block) && block.line.length <= 90 && label.test(block.line));

/** Requests to subscribe, follow, sign up, install. */
export const promotions: Rule = (blocks) =>
  blocks.filter(
    (block) =>
      (block.kind === "text" || block.kind === "heading" || block.kind === "quote") &&
      block.line.length <= shortLimit &&
      (block.linked > 0 || block.line.length <= 120) &&
      promotion.test(block.line),
  );

/** Lines that lead to another story: "Read more: …", or nothing but a link to one. */
export const teasers: Rule = (blocks, { address }) => {
  const prose = blocks.filter(isProse).length;
  return blocks.filter((block) => {
    if (block.kind !== "text" && block.kind !== "heading" && block.kind !== "quote") return false;
    const { line } = block;
    if (line.length > shortLimit) return false;
    const share = linkShare(block);
    if (teaserStart.test(line) && (share > 0.4 || line.length < 140)) return share > 0.2;
    // In a text of nothing but links to follow, the links are what it is about.
    if (prose < 3 || share < 0.9 || line.length < 15) return false;
    return block.kind !== "heading" && leadsToStory(block.node, address);
  });
};

/** All of it leads to one page of the same site that is named like a story. */
function leadsToStory(node: PageElement, address: string): boolean {
  const page = URL.parse(address);
  const targets = linksIn(node).map(({ attributes }) => URL.parse(attributes.href ?? "", address));
  return (
    page !== null &&
    targets.length > 0 &&
    targets.every(
      (url) =>
        url !== null &&
        /^https?:$/.test(url.protocol) &&
        siteOf(url) === siteOf(page) &&
        url.pathname.length > 20,
    )
  );
}

function linksIn(node: PageElement): PageElement[] {
  if (node.name === "a") return [node];
  return node.children.flatMap((child) => (isElement(child) ? linksIn(child) : []));
}

/** Lists that are mainly links: other stories, tags, menus. */
export const linkLists: Rule = (blocks) => {
  const text = blocks.reduce((sum, { line }) => sum + line.length, 0);
  return blocks.filter(({ kind, node, line, linked }) => {
    if (kind !== "list" || linked < line.length * 0.6 || line.length > text * 0.2) return false;
    const items = node.children.filter(
      (child) => isElement(child) && lineOf(child) !== "",
    ) as PageElement[];
    // Points that each begin or end with a source are text.
    return items.every(
      (item) =>
        linksIn(item).reduce((sum, link) => sum + lineOf(link).length, 0) >
        lineOf(item).length * 0.4,
    );
  });
};
