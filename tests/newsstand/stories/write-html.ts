import { escapeMarkup } from "../feeds/markup.ts";
import type { StoryPicture } from "../types.ts";
import type { Block } from "./template.ts";

/** A story's body as a publisher marks it up: the first picture on top, others between. */
export function writeHtml(blocks: readonly Block[], pictures: readonly StoryPicture[]): string {
  const [lead, ...others] = pictures.map(writeFigure);
  const gap = Math.max(2, Math.floor(blocks.length / (others.length + 1)));
  const parts = blocks.flatMap((block, index) => {
    const figure = index > 0 && index % gap === 0 ? others.shift() : undefined;
    return figure === undefined ? [writeBlock(block)] : [figure, writeBlock(block)];
  });
  return [...(lead === undefined ? [] : [lead]), ...parts, ...others].join("\n");
}

function writeFigure(picture: StoryPicture): string {
  return `<figure><img src="${escapeMarkup(picture.address)}" alt="${escapeMarkup(picture.caption)}" width="${picture.width}" height="${picture.height}"><figcaption>${escapeMarkup(picture.caption)} <span class="credit">${escapeMarkup(picture.credit)}</span></figcaption></figure>`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${escapeMarkup(block.text)}</p>`;
    case "heading":
      return `<h2>${escapeMarkup(block.text)}</h2>`;
    case "quote":
      return `<blockquote><p>${escapeMarkup(block.text)}</p></blockquote>`;
    case "code":
      return `<pre><code>${escapeMarkup(block.text)}</code></pre>`;
    case "list":
      return `<ul>${block.entries.map((entry) => `<li>${escapeMarkup(entry)}</li>`).join("")}</ul>`;
    case "table":
      return writeTable(block.rows);
  }
}

function writeTable([head, ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${line(head ?? [], "th")}</thead><tbody>${rows.map((row) => line(row, "td")).join("")}</tbody></table>`;
}
