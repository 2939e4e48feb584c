import { afterEach, describe, expect, it } from "vitest";
import type { FeedIcon } from "../../preload/contract/contract.ts";
import "../../renderer/components/feed-icon.ts";
import type { FeedIconView } from "../../renderer/components/feed-icon.ts";
import { hues, monogramOf } from "../../renderer/components/monogram.ts";
import "../../renderer/theme/theme.css";

const media = (letter: string) => `${letter.repeat(64)}.svg` as FeedIcon["media"];
const drawing = (inside: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">${inside}</svg>`,
  )}`;

async function show(name: string, icon: FeedIcon | null = null): Promise<FeedIconView> {
  const view = document.createElement("bs-feed-icon");
  view.name = name;
  view.icon = icon;
  document.body.append(view);
  await view.updateComplete;
  return view;
}

const box = (view: FeedIconView): HTMLElement =>
  view.renderRoot.querySelector<HTMLElement>(".box") ?? expect.fail("no box");
const image = (view: FeedIconView): HTMLImageElement | null => view.renderRoot.querySelector("img");

/** Shows an icon as if this drawing were the file that its name stands for. */
async function showDrawing(inside: string): Promise<FeedIconView> {
  const view = await show("Paper", { media: media("a"), dark: null });
  const shown = image(view) ?? expect.fail("no picture");
  shown.src = drawing(inside);
  await expect.poll(() => box(view).classList.contains("loading")).toBe(false);
  return view;
}

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset.theme;
});

describe("a monogram", () => {
  it.each([
    ["Nature", "N"],
    ["The Guardian", "G"],
    ["New York Times", "NY"],
    ["The New York Times", "NY"],
    ["BBC News", "BN"],
    ["Le Monde", "M"],
    ["l’Équipe", "É"],
    ["L'Obs", "O"],
    ["El País", "P"],
    ["Die Zeit", "Z"],
    ["Süddeutsche Zeitung", "SZ"],
    ["A List Apart", "LA"],
    ["The The", "TT"],
    ["Science – the newest", "S"],
    ["Daring Fireball: Articles", "DF"],
    ["404 Media", "4M"],
    ["ßomething", "S"],
    ["Новая газета", "НГ"],
    ["Η Καθημερινή", "ΗΚ"],
    ["朝日新聞", "朝"],
    ["한겨레 신문", "한"],
    ["الجزيرة نت", "ج"],
    ["הארץ", "ה"],
    ["हिन्दुस्तान टाइम्स", "हि"],
    ["ข่าวสด", "ข่"],
    ["(unnamed)", "U"],
    ["🦊 🐻", "🦊"],
    ["", "•"],
    ["—", "•"],
  ])("of “%s” is %s", (name, letters) => {
    expect(monogramOf(name).letters.join("")).toBe(letters);
  });

  it("is the same each time, and uses all colours", () => {
    expect(monogramOf("Nature")).toEqual(monogramOf("Nature"));
    const names = Array.from({ length: 300 }, (_, number) => `Paper ${number}`);
    expect(new Set(names.map((name) => monogramOf(name).hue)).size).toBe(hues);
  });

  it.each(["light", "dark"])("can be read on each colour, %s", async (theme) => {
    document.documentElement.dataset.theme = theme;
    const seen = new Set<number>();
    for (let number = 0; seen.size < hues; number += 1) {
      const { hue } = monogramOf(`Paper ${number}`);
      if (seen.has(hue)) continue;
      seen.add(hue);
      const { color, backgroundColor } = getComputedStyle(box(await show(`Paper ${number}`)));
      expect(contrast(color, backgroundColor), `hue ${hue}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("has its second letter only where there is room for it", async () => {
    const view = await show("New York Times");
    const second = view.renderRoot.querySelector(".second") ?? expect.fail("no second letter");
    view.style.setProperty("--feed-icon-size", "28px");
    expect(getComputedStyle(second).display).not.toBe("none");
    view.style.setProperty("--feed-icon-size", "15px");
    expect(getComputedStyle(second).display).toBe("none");
  });
});

describe("an icon", () => {
  it("stands where the monogram stood, in a box of the same size", async () => {
    const monogram = box(await show("Paper")).getBoundingClientRect();
    const view = await show("Paper", { media: media("b"), dark: null });
    const { width, height } = box(view).getBoundingClientRect();
    expect([width, height]).toEqual([monogram.width, monogram.height]);
    expect(image(view)?.getAttribute("src")).toBe(`media/${media("b")}`);
    expect(box(view).getAttribute("aria-hidden")).toBe("true");
  });

  it("gives way to the monogram when it is not there, and comes back as another", async () => {
    const view = await show("Paper", { media: media("c"), dark: null });
    image(view)?.dispatchEvent(new Event("error"));
    await view.updateComplete;
    expect(box(view).textContent.trim()).toBe("P");
    view.icon = { media: media("d"), dark: null };
    await view.updateComplete;
    expect(image(view)).not.toBeNull();
  });

  it("stays as it is when the same one is given again", async () => {
    const view = await showDrawing(`<rect width="64" height="64" fill="#b00"/>`);
    const before = image(view);
    view.icon = { media: media("a"), dark: null };
    await view.updateComplete;
    expect(image(view)).toBe(before);
    expect(box(view).classList).toContain("tile");
  });

  it("has another picture for dark windows where there is one", async () => {
    const view = await show("Paper", { media: media("e"), dark: media("f") });
    const source = view.renderRoot.querySelector("source");
    expect(source?.media).toBe("(prefers-color-scheme: dark)");
    expect(source?.getAttribute("srcset")).toBe(`media/${media("f")}`);
  });

  it.each([
    ["that fills its square", `<rect width="64" height="64" fill="#111"/>`, "tile"],
    ["with rounded corners", `<rect width="64" height="64" rx="20" fill="#fff"/>`, "tile"],
    ["that is a disc", `<circle cx="32" cy="32" r="32" fill="#111"/>`, "tile"],
    ["of a dark letter", `<path d="M8 8h48v12H40v40H24V20H8z" fill="#111"/>`, "dark-glyph"],
    ["of a dark blue letter", `<path d="M8 8h48v12H40v40H24V20H8z" fill="#036"/>`, "dark-glyph"],
    ["of a white letter", `<path d="M8 8h48v12H40v40H24V20H8z" fill="#fff"/>`, "light-glyph"],
    ["of a red letter", `<path d="M8 8h48v12H40v40H24V20H8z" fill="#e33"/>`, "glyph"],
    [
      "of black and white",
      `<path d="M8 8h48v20H8z" fill="#000"/><path d="M8 28h48v20H8z" fill="#fff"/>`,
      "glyph",
    ],
  ])("%s is seen on any paper", async (_, inside, ground) => {
    expect(box(await showDrawing(inside)).className).toBe(`box ${ground}`);
  });

  it("that would vanish stands on a plate, in the scheme where it would", async () => {
    const view = await showDrawing(`<path d="M8 8h48v12H40v40H24V20H8z" fill="#111"/>`);
    document.documentElement.dataset.theme = "light";
    expect(getComputedStyle(box(view)).backgroundColor).toBe("rgba(0, 0, 0, 0)");
    document.documentElement.dataset.theme = "dark";
    expect(contrast(getComputedStyle(box(view)).backgroundColor, "#111")).toBeGreaterThan(7);
  });
});

/** The contrast of two colours (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const context = document.createElement("canvas").getContext("2d") ?? expect.fail("no canvas");
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = Array.from(
    context.getImageData(0, 0, 1, 1).data,
    (value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
