/** Texts of what is written to bookmarks: part of the catalogue in `en.ts`. */
export const englishKeeping = {
  "bookmark.heading": "Tags and note",
  "bookmark.tags": "Tags",
  "bookmark.tags.hint": "With commas between them",
  "bookmark.offered": "Tags of other bookmarks",
  "bookmark.note": "Note",
  "bookmark.edit": "Tags and note",
  "bookmark.ownTags": "Your tags",
  "bookmark.openTag": "Bookmarks that you tagged “{tag}”",

  "highlight.make": "Highlight",
  "highlight.makeWithNote": "Highlight with a note",
  "highlight.editNote": "Note on the highlight",
  "highlight.editNoteOf": "Note on “{quote}”",
  "highlight.remove": "Remove the highlight",
  "highlight.removeOf": "Remove the highlight “{quote}”",
  "highlight.heading": "Note on a highlight",
  "highlight.passage": "The highlighted passage",
  "highlight.note": "Note",
  "highlight.tools": "The passage",
  "highlight.choosing": "Choose a passage",
  "highlight.keys":
    "↑ ↓ another sentence · with Shift more or fewer · Enter highlights · N adds a note · Esc ends",
  "highlight.list": "Your highlights",
  "highlight.show": "Show it in the text",
  "highlight.notHere":
    "This passage is not in the text that is shown. Another version of the article may have it.",
  "highlight.tooLong": "That passage is too long to be highlighted. Please choose a shorter one.",

  "exchange.export": "Export bookmarks",
  "exchange.menu": "Export…",
  "exchange.format": "As",
  "exchange.format.folder": "A folder of Markdown files",
  "exchange.format.folder.hint":
    "One file for each bookmark, with its pictures beside it: for note-taking programs.",
  "exchange.format.html": "One web page",
  "exchange.format.html.hint":
    "All of them in one file, pictures included: opens in every browser.",
  "exchange.format.epub": "A book (EPUB)",
  "exchange.format.epub.hint": "A chapter for each bookmark: for e-readers.",
  "exchange.format.json": "Data (JSON)",
  "exchange.format.json.hint": "Texts, tags, notes and highlights, without pictures: for programs.",
  "exchange.format.netscape": "A list of links",
  "exchange.format.netscape.hint":
    "Addresses with tags and notes, as every browser imports them; without texts.",
  "exchange.which": "Which",
  "exchange.all": "All bookmarks",
  "exchange.tagged": "Those tagged “{tag}”",
  "exchange.writing": "{done} of {total} bookmarks",
} as const;
