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
} as const;
