import type { ErrorCode } from "../../preload/contract/contract.ts";

/**
 * Every error as a person reads it: what happened, what was kept, what can be done.
 * `{name}` stands for one of the error's details and is left out with its clause when it is absent.
 */
export const englishErrors: Record<ErrorCode, string> = {
  "unknown-request":
    "The window asked for something this version does not know. Nothing was changed; restarting Broadsheet should help.",
  "invalid-input":
    "This is not something Broadsheet can work with. Nothing was changed; please check what was entered.",
  forbidden: "This is not allowed from here. Nothing was changed.",
  "not-found":
    "It is no longer there: it was removed in the meantime. Everything else is as it was.",
  "already-followed": "You follow this title already.",
  "bad-address":
    "This is not a web address. It should look like example.com or https://example.com/feed.",
  "refused-address":
    "This address leads into a private network or to something that is not a web page, so it is never fetched.",
  unreachable:
    "The server could not be reached. What is on this disk can still be read; it is tried again by itself.",
  "timed-out":
    "The server took too long to answer. What is on this disk is kept; it is tried again by itself.",
  "certificate-expired":
    "The certificate with which the server proves who it is has expired, or this computer's clock is wrong. What is on this disk is kept; it is tried again by itself.",
  "certificate-wrong-host":
    "The server that answered proves to be another one than was asked for. A network that wants you to sign in first does this too. What is on this disk is kept; it is tried again by itself.",
  "certificate-untrusted":
    "Nobody whom this computer trusts vouches for the server that answered, so nothing was read from it. What is on this disk is kept; it is tried again by itself.",
  "unsafe-redirect":
    "The server wants to be asked again without encryption, which would give away your password or sign-in, so that was not done. What is on this disk is kept; it is tried again by itself.",
  "too-many-redirects":
    "The server sends from one address to the next without end. What is on this disk is kept; it is tried again by itself.",
  "http-status":
    "The server refused with status {status}. What is on this disk is kept; it is tried again by itself.",
  "too-large":
    "What the server sent is larger than Broadsheet takes. What was there before is kept.",
  "not-a-feed":
    "There is something at this address, but it is not a feed. What was there before is kept.",
  "no-feed-found":
    "No feed was found at this address. Some sites have none; try the address of the section you read, or look in the catalogue.",
  "unreadable-file": "This file could not be read. Nothing was changed; is it the right one?",
  "too-soon": "It was asked just now. The server wants a pause; it is asked again by itself.",
  "secret-missing":
    "The private part of this title’s address or its password is not on this computer. What was there before is kept; please enter it again.",
  cancelled: "It was cancelled. What had arrived by then is kept.",
  "left-out": "It was left out to save room, as your limits say.",
  "storage-full":
    "The disk is full, so this could not be saved. Everything saved before is safe; free some space and try again.",
  "storage-failed":
    "The disk could not be read or written. What was saved before is kept; please check the disk and try again.",
  "read-only":
    "Your library can only be read: its folder takes no changes. Nothing was changed; please check the folder or the disk.",
  busy: "Broadsheet is busy with other work on your library. Please try again when that is done.",
  "restart-needed":
    "Your library has been moved. Nothing can be changed before Broadsheet has been restarted.",
  "damaged-backup":
    "This is not a whole Broadsheet backup: it is damaged or something else. Nothing was changed.",
  "newer-backup":
    "This backup was made by a newer version of Broadsheet. Nothing was changed; please install the newest version.",
  "folder-not-empty": "There is something in this folder already. Please choose an empty one.",
  "not-enough-room":
    "There is not enough room on that disk. Nothing was changed; free some space or choose another.",
  internal:
    "Something went wrong inside Broadsheet. What was saved before is safe; please try again.",
};

/** Refusals that are better worded by their status. */
export const englishStatuses: Readonly<Record<string, string>> = {
  407: "The proxy that this computer uses for the web asks for a password, which Broadsheet does not know. What is on this disk is kept; it is tried again by itself.",
};
