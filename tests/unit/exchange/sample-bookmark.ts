import type { ExchangedBookmark } from "../../../main/exchange/exchange.ts";

export const somePicture = `${"ab".repeat(32)}.png`;

/** A bookmark with everything that one can have. */
export function sampleBookmark(more: Partial<ExchangedBookmark> = {}): ExchangedBookmark {
  return {
    headline: "“Quotes” & <tags>",
    address: "https://news.example/a?b=1&c=2",
    title: "The Harbour Times",
    author: "Ann O’Neill",
    section: "Culture",
    language: "en-GB",
    standfirst: "",
    published: Date.UTC(2026, 8, 20),
    kept: 1_790_000_000_000,
    tags: ["Wine", "long reads"],
    topics: ["Harbours"],
    note: "For the evening.",
    highlights: [
      {
        id: "one",
        text: "feed",
        quote: "A bold claim.",
        before: "",
        after: "",
        start: 0,
        note: "Is it?",
        at: 1_790_000_000_000,
      },
    ],
    html: '<p>A <b>bold</b> claim.</p><figure><img data-picture="0" alt="A boat"></figure><table><tr><td>1</td></tr></table>',
    pictures: [{ file: somePicture, alt: "A boat" }],
    leadPicture: null,
    ...more,
  };
}
