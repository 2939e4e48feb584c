import type { FeedSummary } from "../../preload/contract/contract.ts";
import { PrepareEvent } from "../app/prepare-event.ts";
import { TitleWishEvent, type TitleWish } from "../app/title-wish-event.ts";
import type { IconName } from "../components/icons.ts";
import type { MenuEntry } from "../components/menu.ts";
import { t } from "../text/text.ts";
import { fullTextChoices } from "./full-text-choices.ts";
import type { SourceMenuMeans } from "./source-menu.ts";
import { wordWish } from "./title-wishes.ts";
import { wordVisits } from "./titles/word-waits.ts";

/** What can be done with a title, in groups: reading it, finding it elsewhere, changing it, leaving it. */
export function titleMenu(feed: FeedSummary, means: SourceMenuMeans): MenuEntry[] {
  const { actions, library, access, managing, texts, dialog, keepDialog, host } = means;
  const { site } = feed;
  const wish = (of: TitleWish, icon: IconName, label = wordWish(of, feed)): MenuEntry => ({
    label,
    icon,
    perform: () => host.dispatchEvent(new TitleWishEvent(of, feed)),
  });
  const askFolder = (): void => {
    const { folders = [] } = library.sources ?? {};
    const heading = t("dialog.move", { name: feed.title });
    dialog.askFolder(heading, feed.folderId, folders, (folderId, newName) => {
      void managing.move([feed], folderId, newName);
    });
  };
  return [
    {
      label: t("menu.visit"),
      icon: "refresh",
      perform: () =>
        void managing.visit([feed], false, (visits) =>
          wordVisits(visits, () => feed.title, Date.now()),
        ),
    },
    {
      label: t("menu.markAllRead"),
      icon: "checkAll",
      perform: () => void actions.markScopeRead({ kind: "feed", feedId: feed.id }),
    },
    {
      label: t("prepare.menu"),
      icon: "download",
      perform: () => host.dispatchEvent(new PrepareEvent({ kind: "feed", feedId: feed.id })),
    },
    ...(site === null
      ? []
      : [
          {
            label: t("menu.site"),
            icon: "externalLink",
            startsGroup: true,
            perform: () => void actions.openLink(site),
          } as const,
        ]),
    {
      label: t("menu.copyAddress"),
      icon: "copy",
      startsGroup: site === null,
      perform: () => void access.copyAddress(feed),
    },
    wish("show-details", "titles"),
    {
      label: t("menu.rename"),
      icon: "pencil",
      startsGroup: true,
      perform: () => dialog.askName(feed.title, (title) => void actions.renameFeed(feed.id, title)),
    },
    { label: t("menu.move"), icon: "folderInput", perform: askFolder },
    { label: t("menu.keep"), icon: "history", perform: () => void keepDialog.ask(feed) },
    ...fullTextChoices([feed]).map(({ value, label }, at): MenuEntry => ({
      label: t("fullText.menu", { choice: label }),
      icon: value === feed.fullText ? "unread" : "circle",
      isChosen: value === feed.fullText,
      startsGroup: at === 0,
      perform: () => void texts.setFullText([feed], value),
    })),
    wish("choose-extraction", "fileText"),
    ...(feed.hasOwnExtraction ? [wish("reset-extraction", "history")] : []),
    { ...wish("change-address", "link"), startsGroup: true },
    wish("give-credentials", "key", t("menu.credentials")),
    feed.signedIn ? wish("sign-out", "logOut") : wish("sign-in", "logIn"),
    {
      label: t("menu.unfollow"),
      icon: "x",
      startsGroup: true,
      perform: () => void actions.unfollow(feed),
    },
  ];
}
