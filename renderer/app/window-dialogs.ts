import { html, LitElement, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import "../views/about-dialog.ts";
import type { AboutDialog } from "../views/about-dialog.ts";
import "../views/add-title-dialog.ts";
import type { AddTitleDialog } from "../views/add-title-dialog.ts";
import "../views/keys-dialog.ts";
import type { KeysDialog } from "../views/keys-dialog.ts";
import "../views/settings/settings-dialog.ts";
import type { SettingsDialog } from "../views/settings/settings-dialog.ts";
import type { SettingsSection } from "../views/settings/settings-index.ts";

/** The dialogs that belong to the window as a whole. */
@customElement("bs-window-dialogs")
export class WindowDialogs extends LitElement {
  @query("bs-add-title-dialog") private readonly add!: AddTitleDialog;
  @query("bs-settings-dialog") private readonly settings!: SettingsDialog;
  @query("bs-keys-dialog") private readonly keys!: KeysDialog;
  @query("bs-about-dialog") private readonly about!: AboutDialog;

  showAdd(): void {
    void this.add.show();
  }

  /** At a section, else at the one that was open before. */
  showSettings(section?: SettingsSection): void {
    void this.settings.show(section);
  }

  showKeys(): void {
    void this.keys.show();
  }

  showAbout(): void {
    void this.about.show();
  }

  override render(): TemplateResult {
    return html`
      <bs-add-title-dialog></bs-add-title-dialog>
      <bs-settings-dialog></bs-settings-dialog>
      <bs-keys-dialog></bs-keys-dialog>
      <bs-about-dialog></bs-about-dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-window-dialogs": WindowDialogs;
  }
}
