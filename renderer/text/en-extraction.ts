/** Texts about showing where an article is on its page: part of the catalogue in `en.ts`. */
export const englishExtraction = {
  "extraction.menu": "The text is wrong…",
  "extraction.wish": "Article on its pages…",
  "extraction.forget": "Find the article by itself again",
  "extraction.show": "Show where it is on the page",
  "extraction.title": "Where is the article?",
  "extraction.loading": "Fetching the page…",
  "extraction.retry": "Try again",
  "extraction.noPage": "No article of this title leads to a page. There is nothing to choose on.",
  "extraction.hint":
    "Choose the block that holds the whole article and nothing else. It is then used for all articles of {title}.",
  "extraction.keys":
    "Arrow keys: up widens the block, down narrows it, left and right go to its neighbours. Enter keeps the choice.",
  "extraction.switchesOn": "From then on the pages of its articles are always fetched.",
  "extraction.page": "The page",
  "extraction.way": "How to choose",
  "extraction.way.page": "On the page",
  "extraction.way.list": "From a list",
  "extraction.blocks": "Blocks of the page",
  "extraction.block": {
    one: "{count} word: {start}",
    other: "{count} words: {start}",
  },
  "extraction.preview": "The article would be",
  "extraction.nothingChosen": "Nothing is chosen yet.",
  "extraction.reading": "Reading this block…",
  "extraction.words": { one: "{count} word", other: "{count} words" },
  "extraction.problem": "This block cannot be used: {reason}.",
  "extraction.use": "Use this block",
  "toast.extractionChosen": {
    one: "This is kept. The page of {count} article is read anew.",
    other: "This is kept. The pages of {count} articles are read anew.",
  },
  "toast.extractionReset": {
    one: "The choice is forgotten. The page of {count} article is read anew.",
    other: "The choice is forgotten. The pages of {count} articles are read anew.",
  },
} as const satisfies Record<string, string | { one: string; other: string }>;
