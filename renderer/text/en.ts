import { englishAccess } from "./en-access.ts";
import { englishAdding } from "./en-adding.ts";
import { englishExtraction } from "./en-extraction.ts";
import { englishKeys } from "./en-keys.ts";
import { englishNotices } from "./en-notices.ts";
import { englishPages } from "./en-pages.ts";
import { englishPreparing } from "./en-preparing.ts";
import { englishPrivacy } from "./en-privacy.ts";
import { englishReading } from "./en-reading.ts";
import { englishRecordings } from "./en-recordings.ts";
import { englishKeeping } from "./en-keeping.ts";
import { englishSearch } from "./en-search.ts";
import { englishSettings } from "./en-settings.ts";
import { englishSources } from "./en-sources.ts";
import { englishTitles } from "./en-titles.ts";

/**
 * Every text of the window, in English. `{name}` stands for a value; a text with `one` and `other`
 * is chosen by `{count}` (https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules).
 */
export const english = {
  ...englishAccess,
  ...englishAdding,
  ...englishExtraction,
  ...englishKeys,
  ...englishNotices,
  ...englishPages,
  ...englishPreparing,
  ...englishPrivacy,
  ...englishReading,
  ...englishRecordings,
  ...englishKeeping,
  ...englishSearch,
  ...englishSettings,
  ...englishSources,
  ...englishTitles,

  "app.name": "Broadsheet",
  "app.promise": "All your news in one place, and every word of it on your own disk.",

  "pane.sources": "Titles and folders",
  "pane.list": "Articles",
  "pane.article": "Article",
  "pane.resizeSources": "Width of the sidebar",
  "pane.resizeList": "Width of the list",

  "about.title": "About",
  "about.version": "Version {version}",
  "about.privacy": "Privacy",
  "about.privacy.promise":
    "Broadsheet contacts the titles you follow and nobody else. There is no account, no cloud and no tracking; nobody learns what you read.",
  "about.data": "Where your data lie",
  "about.licences": "Typefaces and icons",
  "about.licences.typefaces": "Newsreader and Inter, under the SIL Open Font License 1.1",
  "about.licences.icons": "Lucide, under the ISC licence",

  "dialog.close": "Close",
  "dialog.cancel": "Cancel",
  "dialog.save": "Save",
  "dialog.rename": "Rename “{name}”",
  "dialog.name": "Name",
  "dialog.move": "Move “{name}”",
  "dialog.moveAction": "Move",
} as const satisfies Record<string, string | { one: string; other: string }>;
