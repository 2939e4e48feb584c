import { t, type TextKey } from "../../text/text.ts";

export type SettingsSection = "reading" | "refreshing" | "offline" | "storage" | "data" | "privacy";

/** The sections, in their order. */
export const settingsSections: readonly SettingsSection[] = [
  "reading",
  "refreshing",
  "offline",
  "storage",
  "data",
  "privacy",
];

type PlainKey = {
  [Key in TextKey]: Parameters<typeof t<Key>> extends [Key] ? Key : never;
}[TextKey];

interface IndexEntry {
  readonly section: SettingsSection;
  /** What it says and is about: a search looks through these. */
  readonly texts: readonly PlainKey[];
}

/** Every setting, with the words by which it is found. */
const settingsIndex = {
  theme: {
    section: "reading",
    texts: [
      "settings.theme",
      "settings.theme.system",
      "settings.theme.light",
      "settings.theme.dark",
    ],
  },
  textSize: { section: "reading", texts: ["settings.textSize", "settings.larger"] },
  textWidth: { section: "reading", texts: ["settings.textWidth"] },
  density: {
    section: "reading",
    texts: ["settings.density", "settings.density.compact", "settings.density.comfortable"],
  },
  refreshOnStart: { section: "refreshing", texts: ["settings.refreshOnStart"] },
  interval: { section: "refreshing", texts: ["settings.interval", "settings.interval.hint"] },
  keepFullTexts: {
    section: "offline",
    texts: ["settings.keepFullTexts", "settings.keepFullTexts.hint"],
  },
  keepPictures: {
    section: "offline",
    texts: ["settings.keepPictures", "settings.keepPictures.hint"],
  },
  pictureCap: { section: "offline", texts: ["settings.pictureCap", "settings.pictureCap.hint"] },
  connection: {
    section: "offline",
    texts: ["settings.connection", "settings.connection.hint", "settings.connection.metered"],
  },
  onMetered: {
    section: "offline",
    texts: ["settings.onMetered", "settings.onMetered.hint", "settings.onMetered.texts"],
  },
  prepare: {
    section: "offline",
    texts: ["settings.prepare", "settings.prepare.hint", "prepare.title"],
  },
  usage: {
    section: "storage",
    texts: ["storage.usage", "storage.usage.free", "storage.usage.pictures"],
  },
  limits: {
    section: "storage",
    texts: [
      "storage.days",
      "storage.days.hint",
      "storage.articles",
      "storage.keepUnread",
      "storage.keepUnread.hint",
      "storage.budget",
      "storage.budget.hint",
      "storage.removeNow",
    ],
  },
  folder: { section: "data", texts: ["data.folder", "data.folder.hint", "data.openFolder"] },
  move: { section: "data", texts: ["data.move", "data.move.hint"] },
  backUp: { section: "data", texts: ["data.backUp", "data.backUp.hint"] },
  automatic: { section: "data", texts: ["data.automatic", "data.automatic.open"] },
  restore: { section: "data", texts: ["data.restore", "data.restore.hint"] },
  titles: { section: "data", texts: ["data.titles", "data.titles.hint", "data.titles.action"] },
  export: { section: "data", texts: ["data.export", "data.export.hint"] },
  version: { section: "data", texts: ["data.version"] },
  noTracking: { section: "privacy", texts: ["privacy.none", "privacy.none.hint"] },
  contacts: {
    section: "privacy",
    texts: [
      "privacy.contacts",
      "privacy.contacts.feeds",
      "privacy.contacts.pictures",
      "privacy.contacts.icons",
      "privacy.contacts.looking",
      "privacy.contacts.learn",
    ],
  },
  signIns: {
    section: "privacy",
    texts: ["privacy.signIns", "privacy.signIns.none", "privacy.signIns.signOut"],
  },
  secrets: { section: "privacy", texts: ["privacy.secrets", "privacy.secrets.sealed"] },
} as const satisfies Record<string, IndexEntry>;

export type SettingId = keyof typeof settingsIndex;

const entries = Object.entries(settingsIndex) as readonly [SettingId, IndexEntry][];

/** The settings of a section. */
export function settingsOf(section: SettingsSection): ReadonlySet<SettingId> {
  return new Set(entries.filter(([, entry]) => entry.section === section).map(([id]) => id));
}

/** The settings that have every word of a query in what they say. */
export function findSettings(query: string): ReadonlySet<SettingId> {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const fits = ({ section, texts }: IndexEntry): boolean => {
    const said = fold([t(`settings.${section}`), ...texts.map((key) => t(key))].join(" "));
    return words.every((word) => said.includes(word));
  };
  return new Set(entries.filter(([, entry]) => fits(entry)).map(([id]) => id));
}

/** Without case and accents, so that nobody has to type them. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
