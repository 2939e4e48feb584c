import { createServer, type RequestListener } from "node:http";
import { onTestFinished } from "vitest";

/** A picture that is one. */
export const tinyPicture = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><g/></svg>`;

/**
 * A site on this machine that answers as the test says, until the test is over. It has no icon: looks
 * for one, which follow the first visit of a title, are answered here and not told to the test,
 * unless it wants to be told.
 */
export async function serveSite(
  answer: RequestListener,
  iconLooks: "answered" | "told" = "answered",
  wishes: "answered" | "told" = "answered",
): Promise<string> {
  const server = createServer((request, response) => {
    const isForPage = request.headers.accept?.startsWith("text/html") === true;
    const isForIcon = request.url === "/favicon.ico" || (request.url === "/" && isForPage);
    const isForWishes = request.url === "/robots.txt" && wishes === "answered";
    if ((isForIcon && iconLooks === "answered") || isForWishes) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

/** A feed of one article for each name, each with its picture `/<name>.svg`. */
export function feedWithPictures(...names: readonly string[]): string {
  const items = names.map(
    (name) => `<item><guid>${name}</guid><title>Headline ${name}</title>
      <description>&lt;p&gt;Some words about ${name}&lt;/p&gt;&lt;img src="/${name}.svg"&gt;</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Site</title><link>/</link>${items.join("")}</channel></rss>`;
}
