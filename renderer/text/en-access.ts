/** Texts about addresses, passwords and sign-ins: part of the catalogue in `en.ts`. */
export const englishAccess = {
  "wish.details": "Details…",
  "wish.address": "Change address…",
  "wish.credentials": "Enter name and password…",
  "wish.signIn": "Sign in to {site}…",
  "wish.signInAgain": "Sign in to {site} again…",
  "wish.signOut": "Sign out of {site}",

  "address.title": "Address of “{title}”",
  "address.label": "Address of the feed",
  "address.hint":
    "The articles that have come stay. What is known of visits to the old address is forgotten, and the new one is visited at once.",
  "address.hidden":
    "A part written as “hidden-…” is a secret that is not shown. Leave it as it is to keep it, or paste the whole address that the publisher gave you.",
  "address.missing":
    "Its private part is not on this computer. Please paste the whole address that the publisher gave you.",
  "address.taken": "You follow this address already, as “{title}”.",
  "address.save": "Change address",
  "address.saved": "“{title}” has a new address and is being fetched.",
  "address.copied": "The address was copied.",
  "address.copiedPublic": "The address was copied, without its private part.",
  "address.notCopied": "The system takes nothing for its clipboard. The address is {address}",

  "credentials.title": "Name and password for “{title}”",
  "credentials.user": "Name",
  "credentials.password": "Password",
  "credentials.show": "Show the password",
  "credentials.hint.sealed":
    "{site} asks for them. They are sent to this server and to no other, and are kept in your system’s safe storage.",
  "credentials.hint.plain":
    "{site} asks for them. They are sent to this server and to no other. Your system offers no safe storage, so they are kept in a file that only your account may read.",
  "credentials.unsafe":
    "This address does not begin with https: whoever is on the same network could read the password.",
  "credentials.forget": "Forget them",
  "credentials.saved": "“{title}” is being fetched with your name and password.",
  "credentials.forgotten": "The name and the password for “{title}” were forgotten.",

  "signIn.title": "Sign in to {site}",
  "signIn.how":
    "The publisher’s page opens in a window of its own. Sign in there as you would in a browser, then close it.",
  "signIn.isolated":
    "That window shares nothing with other publishers or with your browser. What it keeps stays on this computer and is sent to {site} alone, so that your subscription’s pages and pictures can be fetched.",
  "signIn.open": "Open the sign-in window",
  "signIn.waiting": "The sign-in window is open. Close it when you are signed in.",
  "signIn.toFront": "Show that window",
  "signIn.done":
    "You are signed in to {site}. Its pages and pictures are fetched with your sign-in.",
  "signIn.nothing": "{site} has not kept a sign-in, so nothing has changed.",
  "signIn.ended": "You are signed out of {site}. What its pages had stored was removed.",

  "export.title": "Export titles",
  "export.private": {
    one: "{count} of your titles has a password or a private address.",
    other: "{count} of your titles have a password or a private address.",
  },
  "export.withSecrets": "Write passwords and private addresses into the file",
  "export.withSecrets.hint":
    "Only for a file that stays in your hands: whoever reads it can read these titles in your name. Without this they are in the list too, and ask for what is missing where they are taken in.",
  "export.action": "Export…",
  "export.doneWithSecrets":
    "Your titles were exported to {path}, with their passwords and private addresses: keep it safe.",
} as const satisfies Record<string, string | { one: string; other: string }>;
