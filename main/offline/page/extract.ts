import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { element, toHtml, type PageElement, type PageNode } from "./tree.ts";

/** Frames that show something of the story: films, sounds, maps, charts, documents, messages. */
const shownFrames =
  /\/\/(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitch\.tv|ted\.com|tiktok\.com|streamable\.com|rutube\.ru|bilibili\.com|v\.qq\.com|archive\.org|wikimedia\.org|soundcloud\.com|spotify\.com|podcasts\.apple\.com|bandcamp\.com|mixcloud\.com|deezer\.com|acast\.com|megaphone\.fm|simplecast\.com|libsyn\.com|buzzsprout\.com|podbean\.com|audioboom\.com|google\.com\/maps|maps\.google\.com|openstreetmap\.org|umap\.\w+|arcgis\.com|datawrapper\.dwcdn\.net|flo\.uri\.sh|flourish\.studio|infogram\.com|everviz\.com|tableau\.com|ourworldindata\.org|observablehq\.com|documentcloud\.org|scribd\.com|codepen\.io|jsfiddle\.net|knightlab\.com|platform\.twitter\.com|instagram\.com|facebook\.com\/plugins\/(?:video|post)|bsky\.app|reddit(?:media)?\.com|jwplatform\.com|jwplayer\.com|brightcove\.net|wistia\.(?:com|net)|kaltura\.com|loom\.com)/i;

/** As much of a document's nodes as is needed to read them. */
interface DomNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly data: string;
  readonly childNodes: Iterable<DomNode>;
  getAttributeNames(): readonly string[];
  getAttribute(name: string): string | null;
}

/** A document of the extractors' own kind, whose addresses resolve against the page's. */
export function toDocument(page: PageElement, address: string): object {
  const { document } = parseHTML(`<!doctype html>${toHtml(page)}`) as unknown as {
    document: object;
  };
  // linkedom knows no address of a document, and links would stay relative.
  Object.defineProperties(document, {
    baseURI: { value: address },
    documentURI: { value: address },
  });
  return document;
}

/** What Readability takes for the article, or null when it finds none. */
export function extract(page: PageElement, address: string): PageElement | null {
  const readability = new Readability<DomNode>(toDocument(page, address) as never, {
    disableJSONLD: true,
    keepClasses: true,
    allowedVideoRegex: shownFrames,
    serializer: (node: unknown) => node as DomNode,
  });
  try {
    const content = readability.parse()?.content;
    return content ? fromDom(content) : null;
  } catch {
    // linkedom hands all children over as arguments, and hostile pages have too many for that.
    return null;
  }
}

/** The same content as plain records again. */
export function fromDom(node: DomNode): PageElement {
  const attributes: Record<string, string> = {};
  for (const name of node.getAttributeNames()) attributes[name] = node.getAttribute(name) ?? "";
  const children: PageNode[] = [];
  for (const child of node.childNodes) {
    if (child.nodeType === 1) children.push(fromDom(child));
    else if (child.nodeType === 3) children.push(child.data);
  }
  return element(node.localName, children, attributes);
}
