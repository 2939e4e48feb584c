/** Bookmarks in formats that other programs read: the public file. Pure. */
export { bookFiles, chapterName, type Chapter } from "./book.ts";
export { fileNames } from "./file-names.ts";
export { frameOf, type Frame } from "./frames.ts";
export { picturesIn, pictureFolder } from "./pictures.ts";
export { renderBookmark, type ExchangedBookmark } from "./render-bookmark.ts";
