import { page } from "vitest/browser";
import type { Bridge } from "../../preload/contract/contract.ts";
import { applySettings } from "../../renderer/app/apply-settings.ts";
import "../../renderer/app/shell.ts";
import type { Shell } from "../../renderer/app/shell.ts";
import { createServices, type Services } from "../../renderer/state/services.ts";
import "../../renderer/theme/theme.css";

export interface StartedWindow {
  readonly shell: Shell;
  readonly services: Services;
  /** Every element that matches, through all shadow roots. */
  readonly all: <Found extends HTMLElement = HTMLElement>(selector: string) => Found[];
  /** The first element that matches; throws when there is none. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
  readonly one: <Found extends HTMLElement = HTMLElement>(selector: string) => Found;
  readonly stop: () => void;
}

/** Starts the window as `main.ts` does, over a given bridge, in the page of the test. */
export async function startWindow(bridge: Bridge, width = 1280): Promise<StartedWindow> {
  await page.viewport(width, 800);
  const services = createServices(bridge);
  const { settings, memory, library, keptSearches, ownTags } = services;
  const unsubscribe = settings.subscribe(() => {
    applySettings(settings.settings);
  });
  await Promise.all([
    settings.load(),
    memory.restore(),
    library.load(),
    keptSearches.load(),
    ownTags.load(),
  ]);
  document.documentElement.lang = "en";
  document.title = "Broadsheet";
  const shell = document.createElement("bs-shell");
  shell.services = services;
  document.body.append(shell);
  await shell.restore();
  await settle();
  return {
    shell,
    services,
    all: (selector) => deepQuery(shell, selector),
    one: (selector) => {
      const [found] = deepQuery(shell, selector);
      if (found === undefined) throw new Error(`nothing matches ${selector}`);
      return found as never;
    },
    stop: () => {
      unsubscribe();
      shell.remove();
    },
  };
}

/** Lets pending answers and renderings happen. */
export async function settle(milliseconds = 60): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Presses a key on what has the focus, as a keyboard would. */
export function press(key: string, options: KeyboardEventInit = {}): void {
  let target: Element = document.activeElement ?? document.body;
  while (target.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
  target.dispatchEvent(
    new KeyboardEvent("keydown", {
      key,
      bubbles: true,
      composed: true,
      cancelable: true,
      ...options,
    }),
  );
}

/** Types into a field, in place of what is in it. */
export function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}

/** Chooses from a list, as a person would. */
export function choose(field: HTMLSelectElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function deepQuery<Found extends HTMLElement>(root: Element, selector: string): Found[] {
  const found: Found[] = [];
  const visit = (node: Element | ShadowRoot): void => {
    for (const element of node.querySelectorAll<HTMLElement>("*")) {
      if (element.matches(selector)) found.push(element as Found);
      if (element.shadowRoot !== null) visit(element.shadowRoot);
    }
  };
  if (root.shadowRoot !== null) visit(root.shadowRoot);
  return found;
}
