/** Texts that tell of something that happened: part of the catalogue in `en.ts`. */
export const englishNotices = {
  "notice.dismiss": "Dismiss this notice",
  "notice.repairs": "About your library",
  "notice.moves": "Titles have moved",
  "notice.moves.moved": "“{title}” is now at {address} and is followed there.",
  "notice.moves.merged":
    "“{title}” is now at the address of “{mergedInto}”, where its new articles come. Those it has brought stay where they are.",
  "notice.readOnly": "Your library can only be read",
  "notice.readOnly.hint":
    "Its folder takes no changes, so nothing new is fetched and no mark is kept. Please check the disk, or who may write to {folder}, and start Broadsheet again.",
  "notice.full": "The disk is full",
  "notice.full.hint":
    "New articles cannot be stored; everything that was saved is safe. Free some space on the disk, or keep fewer articles.",
  "notice.full.action": "Storage settings",
  "notice.moving": "Your library is being copied",
  "notice.moving.hint": "Until that is done nothing can be changed and nothing is fetched.",
  "notice.restart": "Broadsheet has to be restarted",
  "notice.restart.moved":
    "Your library is now in {folder}. Nothing can be changed before a restart.",
  "notice.restart.failed":
    "Your library could not be moved and is where it was. Nothing can be changed before a restart.",
  "notice.restart.action": "Restart now",

  "toast.undo": "Undo",
  "toast.dismiss": "Dismiss",
  "toast.region": "Messages",
  "toast.markedRead": {
    one: "{count} article marked as read.",
    other: "{count} articles marked as read.",
  },
  "toast.nothingUnread": "There was nothing unread here.",
  "toast.unfollowed": "“{title}” is no longer followed. Its bookmarks stay.",
  "toast.searchKept": "The search “{name}” is kept in the sidebar.",
  "toast.searchRemoved": "The search “{name}” was removed.",
  "toast.folderRemoved": "The folder “{name}” was removed. Its titles are still followed.",
  "toast.bookmarkRemoved": "The bookmark was removed.",
  "toast.highlightRemoved": "The highlight was removed.",
  "toast.bookmarkedByHighlight": "The article is a bookmark now, with your highlight.",
  "toast.bookmarkWritten": "Tags and note are saved. What stood there before can be brought back.",
  "toast.exported": {
    one: "{count} bookmark was written to {path}.",
    other: "{count} bookmarks were written to {path}.",
  },
  "toast.exportedButLeft": {
    one: "{count} bookmark could not be taken along: that format cannot hold it.",
    other: "{count} bookmarks could not be taken along: that format cannot hold them.",
  },
  "toast.deleted": "The article was deleted.",
  "toast.deletedBookmarked": "The article was deleted. Its bookmark stays.",
  "toast.undone": "Undone.",
  "toast.nothingToUndo": "There is nothing to undo.",
  "toast.nothingUnreadLeft": "No unread article follows in this list.",

  "undone.markRead": {
    one: "{count} article is unread again.",
    other: "{count} articles are unread again.",
  },
  "undone.deleted": {
    one: "{count} article is back.",
    other: "{count} articles are back.",
  },
  "undone.deletedOne": "“{headline}” is back.",
  "undone.unfollowed": {
    one: "{count} title is followed again.",
    other: "{count} titles are followed again.",
  },
  "undone.unfollowedOne": "“{title}” is followed again.",
  "undone.folder": "The folder “{name}” is back.",
  "undone.search": "“{name}” is kept again.",
  "undone.bookmark": "The bookmark is back.",
  "undone.bookmarkOf": "The bookmark of “{headline}” is back.",
  "undone.highlight": "The highlight is back.",
  "undone.written": "Tags and note are as they were before.",
} as const satisfies Record<string, string | { one: string; other: string }>;
