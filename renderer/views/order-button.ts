import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Scope, TimelineQuery } from "../../preload/contract/contract.ts";
import "../components/icon.ts";
import type { IconName } from "../components/icons.ts";
import "../components/menu.ts";
import type { Menu, MenuChoiceEvent } from "../components/menu.ts";
import { controls } from "../theme/controls.ts";
import { t } from "../text/text.ts";

type Order = TimelineQuery["order"];

/** Another order was chosen. */
export class OrderEvent extends Event {
  static readonly type = "bs-order";
  readonly order: Order;

  constructor(order: Order) {
    super(OrderEvent.type);
    this.order = order;
  }
}

const labels = {
  newest: "list.newestFirst",
  oldest: "list.oldestFirst",
  kept: "list.keptLastFirst",
} as const;
const icons: Record<Order, IconName> = {
  newest: "newestFirst",
  oldest: "oldestFirst",
  kept: "bookmark",
};

/** The orders that a list can have. */
function ordersOf({ kind }: Scope): readonly Order[] {
  return kind === "bookmarks" || kind === "own-tag"
    ? ["newest", "oldest", "kept"]
    : ["newest", "oldest"];
}

/** An order as another list can have it. */
export function orderIn(scope: Scope, order: Order): Order {
  return ordersOf(scope).includes(order) ? order : "newest";
}

/**
 * Says in which order a list stands, and changes it: at once where there are two orders, by a menu
 * where there are more.
 *
 * @event bs-order - another order was chosen
 */
@customElement("bs-order-button")
export class OrderButton extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: inline-flex;
      }
    `,
  ];

  @query("bs-menu") private readonly menu!: Menu;

  @property({ attribute: false }) query!: TimelineQuery;

  override render(): TemplateResult {
    const { scope } = this.query;
    const order = orderIn(scope, this.query.order);
    const label = t("list.sort", { order: t(labels[order]) });
    return html`<button
        class="icon-button"
        title=${label}
        aria-label=${label}
        aria-haspopup=${ordersOf(scope).length > 2 ? "menu" : "false"}
        @click=${this.#onClick}
      >
        <bs-icon name=${icons[order]}></bs-icon>
      </button>
      <bs-menu
        @bs-menu-choice=${(event: MenuChoiceEvent) => {
          event.entry.perform();
        }}
      ></bs-menu>`;
  }

  #onClick = (event: MouseEvent): void => {
    const { scope, order } = this.query;
    const orders = ordersOf(scope);
    if (orders.length === 2) {
      this.#choose(order === "newest" ? "oldest" : "newest");
      return;
    }
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const entries = orders.map((one) => ({
      label: t(labels[one]),
      icon: icons[one],
      isChosen: one === order,
      perform: () => {
        this.#choose(one);
      },
    }));
    this.menu.open(t("list.order"), entries, event.currentTarget.getBoundingClientRect());
  };

  #choose(order: Order): void {
    this.dispatchEvent(new OrderEvent(order));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-order-button": OrderButton;
  }
  interface HTMLElementEventMap {
    "bs-order": OrderEvent;
  }
}
