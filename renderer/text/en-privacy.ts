/** Texts of the settings about privacy: part of the catalogue in `en.ts`. */
export const englishPrivacy = {
  "privacy.none": "No account, no cloud, no tracking",
  "privacy.none.hint":
    "What you follow, read and keep is on this computer alone. Broadsheet has no server of its own, sends no statistics and looks for no updates by itself.",

  "privacy.contacts": "What is contacted, and when",
  "privacy.contacts.feeds": "The servers of your titles, for their feeds",
  "privacy.contacts.feeds.when": "When a title is due, or when you ask for it.",
  "privacy.contacts.pages": "Their sites, for the full texts of articles",
  "privacy.contacts.pages.when":
    "Once for each article, after it has come, read or not, where its feed is shortened or you want full texts; and when you ask for one.",
  "privacy.contacts.pictures": "The servers of the pictures in their articles",
  "privacy.contacts.pictures.when": "Once for each picture, after its article has come.",
  "privacy.contacts.icons": "Your titles’ sites, for their icons",
  "privacy.contacts.icons.when": "Once for each site, after a title of it is followed.",
  "privacy.contacts.off": "Not now: keeping pictures is switched off.",
  "privacy.contacts.looking": "Sites whose address you have looked at",
  "privacy.contacts.looking.when": "While feeds are looked for in “Add titles”.",
  "privacy.contacts.signIn": "Publishers that you sign in to",
  "privacy.contacts.signIn.when": "While their window is open.",
  "privacy.contacts.learn":
    "They learn your network address and that Broadsheet asks, never which article you read. No cookie is sent but to publishers you signed in to. If your system uses a proxy, all goes through it. Nothing else is contacted; what you open outside opens in your browser.",

  "privacy.signIns": "Publishers that you are signed in to",
  "privacy.signIns.none":
    "None. “Sign in” in a title’s menu lets you read what you have subscribed to.",
  "privacy.signIns.since": "Since {date}",
  "privacy.signIns.titles": { one: "{count} title", other: "{count} titles" },
  "privacy.signIns.signOut": "Sign out",
  "privacy.signIns.signOutOf": "Sign out of {site}",

  "privacy.secrets": "Passwords and private addresses",
  "privacy.secrets.sealed":
    "They are sealed by your system’s safe storage and stay on this computer. Neither backups nor exports hold them, unless you ask for it when you export your titles.",
  "privacy.secrets.plain":
    "Your system offers no safe storage, such as a keyring. They are in a file that only your account may read, but that is not encrypted. Neither backups nor exports hold them, unless you ask for it when you export your titles.",
} as const satisfies Record<string, string | { one: string; other: string }>;
