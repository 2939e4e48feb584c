import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SignIn } from "../../../preload/contract/contract.ts";
import { accessContext, settingsContext, signInsContext } from "../../app/contexts.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { AccessActions } from "../../state/access-actions.ts";
import type { SettingsStore } from "../../state/settings-store.ts";
import type { SignInStore } from "../../state/sign-in-store.ts";
import { formatDate } from "../../text/formats.ts";
import { t, wordError } from "../../text/text.ts";
import type { SettingId } from "./settings-index.ts";
import { settingsStyles } from "./settings-styles.ts";

/** What leaves this computer and when, sign-ins, and how secrets are kept. */
@customElement("bs-privacy-settings")
export class PrivacySettings extends LitElement {
  static override styles = [
    settingsStyles,
    css`
      dl {
        margin: 0.4rem 0 0;
        font-size: var(--text-small);
        line-height: 1.45;
      }

      dt {
        margin-top: 0.4rem;
      }

      dd {
        margin: 0;
        color: var(--ink-faint);
      }

      dl + small {
        margin-top: 0.6rem;
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem 1rem;
        padding-top: 0.5rem;
      }

      .site {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @consume({ context: settingsContext }) private readonly settings!: SettingsStore;
  @consume({ context: signInsContext }) private readonly store!: SignInStore;
  @consume({ context: accessContext }) private readonly access!: AccessActions;

  /** The settings to show. */
  @property({ attribute: false }) shown: ReadonlySet<SettingId> = new Set();

  constructor() {
    super();
    new StoreController(this, () => [this.settings, this.store]);
  }

  override render(): TemplateResult {
    const { info } = this.settings;
    return html`<div class="line" ?hidden=${!this.shown.has("noTracking")}>
        <div>${t("privacy.none")}<small>${t("privacy.none.hint")}</small></div>
      </div>
      <div class="line" ?hidden=${!this.shown.has("contacts")}>${this.#renderContacts()}</div>
      <div class="line" ?hidden=${!this.shown.has("signIns")}>${this.#renderSignIns()}</div>
      <div class="line" ?hidden=${!this.shown.has("secrets")}>
        <div>
          ${t("privacy.secrets")}<small>${t(`privacy.secrets.${info?.secrets ?? "plain"}`)}</small>
        </div>
      </div>`;
  }

  #renderContacts(): TemplateResult {
    const { keepPictures } = this.settings.settings;
    return html`<div>
      <div id="contacts">${t("privacy.contacts")}</div>
      <dl aria-labelledby="contacts">
        <dt>${t("privacy.contacts.feeds")}</dt>
        <dd>${t("privacy.contacts.feeds.when")}</dd>
        <dt>${t("privacy.contacts.pages")}</dt>
        <dd>${t("privacy.contacts.pages.when")}</dd>
        <dt>${t("privacy.contacts.pictures")}</dt>
        <dd>${t(keepPictures ? "privacy.contacts.pictures.when" : "privacy.contacts.off")}</dd>
        <dt>${t("privacy.contacts.icons")}</dt>
        <dd>${t(keepPictures ? "privacy.contacts.icons.when" : "privacy.contacts.off")}</dd>
        <dt>${t("privacy.contacts.looking")}</dt>
        <dd>${t("privacy.contacts.looking.when")}</dd>
        <dt>${t("privacy.contacts.signIn")}</dt>
        <dd>${t("privacy.contacts.signIn.when")}</dd>
      </dl>
      <small>${t("privacy.contacts.learn")}</small>
    </div>`;
  }

  #renderSignIns(): TemplateResult {
    const { signIns, failure } = this.store;
    return html`<div>
      ${t("privacy.signIns")}
      ${failure === null ? nothing : html`<small>${wordError(failure)}</small>`}
      ${
        signIns === null || signIns.length > 0
          ? nothing
          : html`<small>${t("privacy.signIns.none")}</small>`
      }
      ${
        signIns === null || signIns.length === 0
          ? nothing
          : html`<ul>
              ${signIns.map((signIn) => this.#renderSignIn(signIn))}
            </ul>`
      }
    </div>`;
  }

  #renderSignIn({ site, since, feedIds }: SignIn): TemplateResult {
    const titles = t("privacy.signIns.titles", { count: feedIds.length });
    return html`<li>
      <div>
        <span class="site">${site}</span
        ><small>${t("privacy.signIns.since", { date: formatDate(since) })} · ${titles}</small>
      </div>
      <button
        class="button"
        aria-label=${t("privacy.signIns.signOutOf", { site })}
        @click=${() => void this.access.signOut(site)}
      >
        ${t("privacy.signIns.signOut")}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-privacy-settings": PrivacySettings;
  }
}
