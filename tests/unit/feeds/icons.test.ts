import { describe, expect, it } from "vitest";
import {
  chooseIcons,
  decodeDataAddress,
  findIcons,
  iconsInManifest,
  manifestToAsk,
  parseFeed,
  type PageIcons,
} from "../../../main/feeds/feeds.ts";

const site = "https://paper.example/news/today";

/** The addresses in the order in which they are tried, those of the site without it. */
function chosen(page: PageIcons | null, more: Partial<Parameters<typeof chooseIcons>[0]> = {}) {
  const { icons, dark } = chooseIcons({
    page,
    manifest: [],
    site,
    publisherIcon: null,
    publisherImage: null,
    ...more,
  });
  const short = (address: string) => address.replace("https://paper.example", "");
  return { icons: icons.map(short), dark: dark.map(short) };
}

const bestOf = (head: string) => chosen(findIcons(head, site)).icons.slice(0, -1);

describe("of the icons in a head", () => {
  it.each([
    ["none", `<title>Paper</title>`, []],
    ["the only one", `<link rel="icon" href="/i.png">`, ["/i.png"]],
    ["the old spelling", `<LINK REL='Shortcut Icon' HREF=/i.gif>`, ["/i.gif"]],
    ["an alternate", `<link rel="alternate icon" href="/i.png">`, ["/i.png"]],
    ["a relative address", `<link rel=icon href=i.png>`, ["/news/i.png"]],
    ["an encoded address", `<link rel=icon href="/i.png?a=1&amp;b=2">`, ["/i.png?a=1&b=2"]],
    ["a base", `<base href="/deep/er/"><link rel=icon href=i.png>`, ["/deep/er/i.png"]],
    [
      "the size that suits a screen",
      `<link rel=icon sizes=16x16 href=/16><link rel=icon sizes=32x32 href=/32>
       <link rel=icon sizes=96x96 href=/96><link rel=icon sizes=512x512 href=/512>`,
      ["/96", "/512", "/32", "/16"],
    ],
    [
      "a drawing before all",
      `<link rel=apple-touch-icon href=/t><link rel=icon sizes=96x96 href=/96>
       <link rel=icon type=image/svg+xml href=/d><link rel=icon sizes=any href=/e.svg>`,
      ["/d", "/e.svg", "/96", "/t"],
    ],
    [
      "a touch icon before a small one",
      `<link rel=icon href=/old.ico><link rel=apple-touch-icon-precomposed href=/t>`,
      ["/t", "/old.ico"],
    ],
    [
      "the best entry of many",
      `<link rel=icon sizes="16x16 32X32 64x64 256x256" href=/i.ico><link rel=icon sizes=48x48 href=/48>`,
      ["/i.ico", "/48"],
    ],
    [
      "sizes in file names",
      `<link rel=icon href=/favicon-16x16.png><link rel=icon href=/cropped-96x96.png>`,
      ["/cropped-96x96.png", "/favicon-16x16.png"],
    ],
    [
      "hostile sizes",
      `<link rel=icon sizes="99999999x99999999 x 0x0 -5x-5" href=/a><link rel=icon sizes="${"9".repeat(9999)}" href=/b>`,
      ["/a", "/b"],
    ],
    [
      "nothing that is far from square",
      `<link rel=icon sizes=180x40 href=/banner><link rel=icon sizes=64x60 href=/i>`,
      ["/i"],
    ],
    [
      "no stencils and no screens",
      `<link rel=mask-icon color=red href=/m.svg><link rel="icon mask-icon" href=/n.svg>
       <link rel=icon href=/safari-pinned-tab.svg><link rel=apple-touch-startup-image href=/s.png>`,
      [],
    ],
    [
      "nothing that is no picture",
      `<link rel=icon type=text/html href=/i><link rel=icon href=javascript:1>
       <link rel=icon href="data:text/html,<b>"><link rel=icon href=""><link rel=icon>`,
      [],
    ],
    [
      "none in scripts, styles, titles and comments",
      `<script>"<link rel=icon href=/a>"</script><title><link rel=icon href=/b></title>
       <!-- <link rel=icon href=/c> --><style><link rel=icon href=/d></style>`,
      [],
    ],
    [
      "one of a broken page without a head",
      `<p>Hello<div><link rel=icon href=/i.png`.concat(` sizes=64x64><link rel=icon href=/cut`),
      ["/i.png"],
    ],
    [
      "none behind the head once one was found",
      `<head><link rel=icon href=/i></head><body><link rel=icon sizes=96x96 href=/forged></body>`,
      ["/i"],
    ],
    ["none for paper", `<link rel=icon media=print href=/p>`, []],
    ["GitHub's big one", `<link rel="fluid-icon" href="/f.png">`, ["/f.png"]],
  ])("takes %s", (_, head, expected) => {
    expect(bestOf(head)).toEqual(expected);
  });

  it("keeps those for dark windows apart", () => {
    const head = `<link rel=icon href=/l.svg media="(prefers-color-scheme: light)">
      <link rel=icon href=/d32 sizes=32x32 media="(prefers-color-scheme:dark)">
      <link rel=icon href=/d.svg media="(prefers-color-scheme: dark)">`;
    expect(chosen(findIcons(head, site))).toEqual({
      icons: ["/l.svg", "/favicon.ico"],
      dark: ["/d.svg", "/d32"],
    });
  });

  it("takes small pictures inside the address, and no large ones", () => {
    const small = "data:image/png;base64,iVBORw0KGgo=";
    const large = `data:image/png;base64,${"A".repeat(200_000)}`;
    expect(bestOf(`<link rel=icon href="${small}"><link rel=icon href="${large}">`)).toEqual([
      small,
    ]);
  });

  it("looks at no more than a few", () => {
    const head = Array.from({ length: 5000 }, (_, at) => `<link rel=icon href=/${at}>`).join("");
    expect(bestOf(head)).toHaveLength(40);
  });
});

describe("a manifest", () => {
  const icons = (list: unknown) =>
    iconsInManifest(JSON.stringify({ icons: list }), "https://paper.example/app/manifest.json");

  it("gives icons, the maskable ones after the others, monochrome ones never", () => {
    const manifest = icons([
      { src: "mono.png", sizes: "96x96", purpose: "monochrome" },
      { src: "mask.png", sizes: "192x192", purpose: "maskable" },
      { src: "both.png", sizes: "512x512", purpose: "any maskable" },
      { src: "/any.png", sizes: "192x192" },
    ]);
    expect(chosen(null, { manifest }).icons).toEqual([
      "/any.png",
      "/app/both.png",
      "/app/mask.png",
      "/favicon.ico",
    ]);
  });

  it("prefers a maskable one to a tiny one", () => {
    const manifest = icons([{ src: "/mask.png", sizes: "192x192", purpose: "maskable" }]);
    const page = findIcons(`<link rel=icon sizes=16x16 href=/16>`, site);
    expect(chosen(page, { manifest }).icons).toEqual(["/mask.png", "/16", "/favicon.ico"]);
  });

  it.each([["[]"], ["{"], [`{"icons":{}}`], [`{"icons":[null,1,{},{"src":{}}]}`], [""]])(
    "that says nothing gives nothing: %s",
    (text) => {
      expect(iconsInManifest(text, site)).toEqual([]);
    },
  );

  it("is asked for only where the page names no good icon", () => {
    const link = `<link rel=manifest href=/app.json>`;
    const asked = (head: string) => manifestToAsk(findIcons(link + head, site));
    expect(asked("")).toBe("https://paper.example/app.json");
    expect(asked(`<link rel=icon href=/favicon.ico>`)).toBe("https://paper.example/app.json");
    expect(asked(`<link rel=apple-touch-icon href=/t.png>`)).toBeNull();
    expect(
      asked(`<link rel=icon href=/d.svg media="(prefers-color-scheme: dark)">`),
      "one for dark windows alone is no icon",
    ).not.toBeNull();
  });
});

describe("what a feed names", () => {
  const own = {
    publisherIcon: "https://paper.example/own.png",
    publisherImage: "https://paper.example/cover.jpg",
  };

  it("stands behind good icons of the site, its cover behind all", () => {
    const page = findIcons(`<link rel=icon href=/a.ico><link rel=apple-touch-icon href=/t>`, site);
    const expected = ["/t", "/own.png", "/a.ico", "/favicon.ico", "/cover.jpg"];
    expect(chosen(page, own).icons).toEqual(expected);
  });

  it("stands alone where the site is not to be asked", () => {
    expect(chosen(null, { ...own, site: null }).icons).toEqual(["/own.png", "/cover.jpg"]);
  });

  it.each([
    [
      "Atom",
      `<feed xmlns="http://www.w3.org/2005/Atom"><icon>i.png</icon><logo>l.png</logo></feed>`,
      ["/news/i.png", "/news/l.png"],
    ],
    [
      "RSS",
      `<rss><channel><title>A</title><image><url>/c.png</url></image></channel></rss>`,
      [null, "/c.png"],
    ],
    [
      "RSS for feedly",
      `<rss xmlns:webfeeds="http://webfeeds.org/rss/1.0"><channel><webfeeds:icon>/w.svg</webfeeds:icon></channel></rss>`,
      ["/w.svg", null],
    ],
    [
      "JSON Feed",
      JSON.stringify({ version: "jsonfeed", items: [], icon: "/512.png", favicon: "/64.png" }),
      ["/64.png", "/512.png"],
    ],
    [
      "JSON Feed with one",
      JSON.stringify({ version: "jsonfeed", items: [], icon: "/512.png" }),
      ["/512.png", "/512.png"],
    ],
  ])("is read from %s", (_, document, expected) => {
    const feed = parseFeed(new TextEncoder().encode(document), { baseUrl: site });
    if (!feed.ok) throw new Error(feed.reason);
    const short = (address: string | null) => address?.replace("https://paper.example", "") ?? null;
    expect([short(feed.icon), short(feed.image)]).toEqual(expected);
  });
});

describe("an address with its content inside", () => {
  const text = (address: string) => {
    const bytes = decodeDataAddress(address);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };

  it.each([
    ["data:image/png;base64,aGVsbG8=", "hello"],
    ["data:image/png;base64,aGVs%0AbG8%3D", "hello"],
    ["data:image/svg+xml,%3Csvg/%3E", "<svg/>"],
    ["data:image/svg+xml;utf8,<svg width='50%'/>", "<svg width='50%'/>"],
    ["DATA:,a,b", "a,b"],
    ["data:image/png", null],
    ["https://paper.example/i.png", null],
  ])("is decoded: %s", (address, expected) => {
    expect(text(address)).toBe(expected);
  });
});
