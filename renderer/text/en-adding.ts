/** Texts about following titles, whatever the way: part of the catalogue in `en.ts`. */
export const englishAdding = {
  "add.title": "Add titles",
  "add.address": "Address",
  "add.catalogue": "Catalogue",
  "add.file": "OPML file",
  "add.address.label": "Address of a feed or of a site",
  "add.address.hint": "For example bbc.co.uk/news: feeds are found on the site by themselves.",
  "add.address.search": "Look",
  "add.address.searching": "Looking for feeds at {address} …",
  "add.address.found": { one: "{count} feed found", other: "{count} feeds found" },
  "add.address.unreachable":
    "No server answers at this address. Please check it, and whether there is a network, and try again.",
  "add.address.timedOut": "The server took too long to answer. Please try again in a moment.",
  "add.address.refused":
    "The server refused with status {status}. Please check the address, or try another page of the site.",
  "add.address.login":
    "{host} shows its pages only to readers who have logged in, so no feed could be found.",
  "add.address.consent":
    "{host} shows nothing before its terms are agreed to, so no feed could be found. Its help pages may name the address of a feed.",
  "add.address.botWall":
    "{host} lets nothing in but browsers, so no feed could be found. Its help pages may name the address of a feed.",
  "add.address.parked": "Nothing is published at {host}: the name is only reserved or for sale.",
  "add.address.feedBroken":
    "{host} names a feed, but it does not work just now. Please try again later.",
  "add.address.withoutFeeds": "{platform} offers no feeds, so this cannot be followed.",
  "add.address.hostAsks": "{host} asks to be left alone for a while. Please try again later.",
  "add.address.none": {
    one: "No feed was found at {host}; {count} address was looked at. Try the address of the section you read, or look in the catalogue.",
    other:
      "No feed was found at {host}; {count} addresses were looked at. Try the address of the section you read, or look in the catalogue.",
  },
  "add.address.suggested": "Did you mean “{title}”?",
  "add.address.suggestedAction": "Look there",
  "add.address.newest": "newest {date}",
  "add.items": { one: "{count} article", other: "{count} articles" },
  "add.follow": "Follow",
  "add.following": "Followed",
  "add.followCount": { one: "Follow {count} title", other: "Follow {count} titles" },
  "add.followNone": "Follow",
  "add.folder": "Folder",
  "add.newFolder": "New folder…",
  "add.newFolder.label": "Name of the new folder",
  "add.followed": { one: "Now following {count} title.", other: "Now following {count} titles." },
  "add.alreadyFollowed": {
    one: "{count} was followed already.",
    other: "{count} were followed already.",
  },
  "add.nothingNew": "You follow these already.",

  "catalogue.search": "Search the catalogue",
  "catalogue.section": "Section",
  "catalogue.country": "Country",
  "catalogue.language": "Language",
  "catalogue.allSections": "All sections",
  "catalogue.allCountries": "All countries",
  "catalogue.allLanguages": "All languages",
  "catalogue.international": "International",
  "catalogue.shown": { one: "{count} title", other: "{count} titles" },
  "catalogue.selectAll": "Select all shown",
  "catalogue.clear": "Clear selection",
  "catalogue.none": "No title matches",
  "catalogue.none.hint":
    "Fewer filters show more. What is not in the catalogue can be followed by its address.",
  "catalogue.failed": "The catalogue could not be read",
  "catalogue.paywall.metered": "Some articles for subscribers",
  "catalogue.paywall.hard": "For subscribers",

  "opml.choose": "Choose a file",
  "opml.drop": "or drop it here",
  "opml.hint":
    "Other newsreaders export the list of what you follow as an OPML file. Folders come along.",
  "opml.dropHere": "Drop an OPML file to follow its titles",
  "opml.reading": "Reading {name} …",
  "opml.done": { one: "{count} title is now followed.", other: "{count} titles are now followed." },
  "opml.folders": { one: "{count} folder was made.", other: "{count} folders were made." },
  "opml.visits": "First visits: {done} of {total}",
  "opml.visited": "Their articles appear as they arrive.",
  "opml.visitsFailed": {
    one: "{count} visit has failed so far.",
    other: "{count} visits have failed so far.",
  },
  "opml.showTitles": "Show all titles",
  "opml.skipped": {
    one: "{count} entry has no usable address and was left out:",
    other: "{count} entries have no usable address and were left out:",
  },
  "opml.skippedMore": { one: "and {count} more", other: "and {count} more" },

  "welcome.lead":
    "Choose what you want to read. Broadsheet fetches it at once and keeps every word, so that it is there without a network too.",
  "welcome.pick": "Pick from the catalogue",
  "welcome.pick.hint":
    "Several hundred titles, from the world’s newsrooms to small investigative desks.",
  "welcome.paste": "Paste an address",
  "welcome.import": "Bring your titles along",
  "welcome.start": { one: "Start reading {count} title", other: "Start reading {count} titles" },
  "welcome.startNone": "Start reading",
  "welcome.skip": "Skip for now",
  "welcome.selected": { one: "{count} title chosen", other: "{count} titles chosen" },
  "welcome.noneSelected": "Choose at least one title to start.",
} as const satisfies Record<string, string | { one: string; other: string }>;
