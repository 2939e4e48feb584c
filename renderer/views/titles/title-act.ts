import type { MenuEntry } from "../../components/menu.ts";
import type { IconName } from "../../components/icons.ts";
import { t } from "../../text/text.ts";
import type { TitleEntry } from "./title-entry.ts";

/** What can be done with the chosen titles. */
export type TitleAct =
  "visit" | "afresh" | "articles" | "site" | "rename" | "move" | "keep" | "unfollow";

/** Something is to be done with the chosen titles. */
export class TitleActEvent extends Event {
  static readonly type = "bs-title-act";
  readonly act: TitleAct;

  constructor(act: TitleAct) {
    super(TitleActEvent.type);
    this.act = act;
  }
}

const icons: Readonly<Record<TitleAct, IconName>> = {
  visit: "refresh",
  afresh: "download",
  articles: "newspaper",
  site: "externalLink",
  rename: "pencil",
  move: "folderInput",
  keep: "history",
  unfollow: "x",
};

/** What can be done with these titles, in the order of buttons and menus. */
export function actsFor(entries: readonly TitleEntry[]): readonly TitleAct[] {
  const [only, ...others] = entries;
  if (only === undefined) return [];
  if (others.length > 0) return ["visit", "move", "keep", "afresh", "unfollow"];
  return [
    "visit",
    "articles",
    ...(only.feed.site === null ? [] : (["site"] as const)),
    "rename",
    "move",
    "keep",
    "afresh",
    "unfollow",
  ];
}

/** The same as a menu. */
export function menuOf(
  entries: readonly TitleEntry[],
  perform: (act: TitleAct) => void,
): MenuEntry[] {
  return actsFor(entries).map((act) => ({
    label: t(`titles.do.${act}`),
    icon: icons[act],
    perform: () => perform(act),
  }));
}

/** The icon of an act. */
export function iconOf(act: TitleAct): IconName {
  return icons[act];
}

declare global {
  interface HTMLElementEventMap {
    "bs-title-act": TitleActEvent;
  }
}
