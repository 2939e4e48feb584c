import type { Settings } from "../../preload/contract/contract.ts";

/** Puts theme, text size and line length on the page, where `theme/tokens.css` reads them. */
export function applySettings({ theme, textSize, textWidth }: Settings): void {
  const page = document.documentElement;
  if (theme === "system") delete page.dataset.theme;
  else page.dataset.theme = theme;
  page.dataset.textWidth = textWidth;
  page.style.setProperty("--text-size", String(textSize / 100));
}
