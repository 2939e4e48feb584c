/** What is known of an article as bits. */
export const flag = {
  read: 1,
  bookmarked: 2,
  hasText: 4,
  pictureFailed: 8,
  /** Its newest record stands in the day's journal, not in the sealed document. */
  inJournal: 16,
  /** Its edition is gone: only the bookmark has it. */
  copyOnly: 32,
  /** There is nothing left of it, or it was deleted; no list shows it. */
  gone: 64,
  /** Deleted, but bookmarked: only the list of bookmarks shows it, and no count includes it. */
  hidden: 128,
} as const;
