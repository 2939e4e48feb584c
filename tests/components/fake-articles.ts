import type {
  Article,
  ArticleId,
  FeedId,
  MediaName,
  Picture,
} from "../../preload/contract/contract.ts";
import { fakePageOf } from "./fake-pages.ts";

/** What a fake article is made of; everything else follows from its number. */
interface Story {
  readonly feed: number;
  readonly headline: string;
  readonly excerpt: string;
  readonly author?: string;
  readonly language?: string;
  readonly body?: string;
  readonly pictures?: number;
  readonly tags?: readonly string[];
}

const body = `
<p>The council’s vote, taken shortly before midnight after nine hours of debate, ends an argument that has
outlasted three mayors. From next spring the river embankment will be closed to cars between the two
bridges, and the tramway that was torn up in 1967 will be laid again.</p>
<p>“Nobody who stood here in July needs to be told why,” said the head of the planning office, pointing at
the plane trees whose crowns had browned by the end of the second heat wave. <a href="https://example.org/report">Her
report</a> puts the cost at 84 million, a third of it from the national fund for cities.</p>
<h2>What changes for whom</h2>
<p>Deliveries remain possible before ten in the morning. Residents keep access from the north side. The bus
lines 4 and 17 are moved by one street, which the association of shopkeepers calls “a detour of exactly
two hundred metres too many”.</p>
<blockquote><p>A street is not a pipe. It is the largest room a town has, and for sixty years we have been storing
metal in it.</p></blockquote>
<figure><img data-picture="0"><figcaption>The embankment in 1958, with the tram that is to return. Photograph: City archive</figcaption></figure>
<p>Three things had to be settled in the last hours:</p>
<ul><li>who pays for the retaining wall, which is older than the map that shows it;</li>
<li>whether the market may keep its 41 parking bays on Saturdays;</li>
<li>and what happens to the <em>linden walk</em>, which stands on the only possible track bed.</li></ul>
<table><caption>Cost by part, in millions</caption><thead><tr><th>Part</th><th>Estimate 2021</th><th>Estimate now</th><th>Share of the city</th></tr></thead>
<tbody><tr><td>Track bed and rails</td><td>31.0</td><td>38.4</td><td>60 %</td></tr><tr><td>Retaining wall</td><td>12.5</td><td>22.1</td><td>100 %</td></tr><tr><td>Trees and paving</td><td>18.0</td><td>23.5</td><td>45 %</td></tr></tbody></table>
<p>The calculation can be checked by anyone: the office has published its spreadsheet and a small program
that repeats it<sup><a href="#note-1">1</a></sup>.</p>
<pre><code>for part in parts:
    total += part.estimate * inflation(part.year)   # a long line that scrolls inside itself and never widens the page</code></pre>
<p>Work begins on 3 March. Whoever wants to know what their own street will look like can visit the model in
the town hall, which is open every day except Monday.</p>
<p id="note-1"><small>1. The sum excludes value added tax, as all earlier estimates did.</small></p>`;

const japanese = `<p>市議会は二十三日深夜、九時間に及ぶ審議の末、川沿いの道路を来春から歩行者専用とする計画を可決した。一九六七年に撤去された路面電車も再び敷設される。</p>
<p>「七月にここに立った人なら、理由を説明する必要はないでしょう」と都市計画課長は語り、二度目の熱波で葉が枯れたプラタナスの並木を指した。報告書によれば費用は八千四百万、その三分の一を国の都市基金が負担する。</p>
<p>工事は三月三日に始まる。<em>新しい線路</em>は旧河岸に沿って敷かれる予定だ。</p>`;

const arabic = `<p>صوّت المجلس البلدي قبيل منتصف الليل، بعد تسع ساعات من النقاش، على إغلاق الكورنيش أمام السيارات ابتداءً من الربيع المقبل، وعلى إعادة خط الترام الذي أزيل عام 1967.</p>
<p>وقالت رئيسة مكتب التخطيط: «من وقف هنا في تموز لا يحتاج إلى شرح»، مشيرة إلى أشجار الدلب التي اصفرّت قممها مع نهاية موجة الحر الثانية.</p>
<blockquote><p>الشارع ليس أنبوباً، إنه أكبر غرفة تملكها المدينة.</p></blockquote>`;

const stories: readonly Story[] = [
  {
    feed: 1,
    headline: "After sixty years, the river gets its embankment back",
    excerpt:
      "The council votes to close the waterfront to cars and to lay the tramway again. It is the end of an argument that has outlasted three mayors.",
    author: "Marta Lindqvist and Tom Adeyemi",
    body,
    pictures: 2,
    tags: ["Cities", "Transport", "Heat"],
  },
  {
    feed: 2,
    headline: "A chip the size of a fingernail learns to smell smoke before there is fire",
    excerpt:
      "Researchers have trained a sensor that costs less than a coffee to recognise the first molecules of smouldering wood.",
    author: "Priya Raman",
    pictures: 1,
  },
  {
    feed: 3,
    headline: "Central bank holds its rate and lowers its voice",
    excerpt: "Markets had expected a hint about spring. They got a shrug, and rose.",
  },
  {
    feed: 4,
    headline: "市議会、川沿いの道路を歩行者に開放 路面電車も復活へ",
    excerpt: "来春から自動車の通行を禁止し、一九六七年に撤去された路面電車を再び敷設する。",
    language: "ja",
    body: japanese,
  },
  {
    feed: 5,
    headline: "بعد ستين عاماً تعود الكورنيش إلى أهل المدينة",
    excerpt: "المجلس البلدي يصوّت على إغلاق الواجهة النهرية أمام السيارات وإعادة الترام.",
    language: "ar",
    body: arabic,
    author: "ليلى حداد",
  },
  {
    feed: 6,
    headline: "The last lighthouse keeper writes his final log",
    excerpt:
      "For 38 years he noted wind, swell and passing ships four times a day. The instruments that replace him record everything except what he thought about it.",
    pictures: 1,
    tags: ["The sea"],
  },
  { feed: 2, headline: "Rewrite it in anything", excerpt: "" },
  {
    feed: 7,
    headline:
      "Vier Minuten, die niemand kommen sah: Wie ein Zweitligist den Pokal auf den Kopf stellte",
    excerpt:
      "Bis zur 86. Minute war es ein Abend wie viele. Dann nahm der Torwart einen Eckball in die Hand und lief los.",
    language: "de",
    author: "Jonas Weidner",
    pictures: 1,
  },
  {
    feed: 1,
    headline: "What the glaciers left behind",
    excerpt:
      "In the meltwater of the Alps archaeologists find arrows, skis and a letter. Each summer they have a few weeks before it is lost for good.",
    pictures: 1,
  },
  {
    feed: 8,
    headline: "Investigation: The water that was sold twice",
    excerpt:
      "Documents from four countries show how the same springs were leased to rival bottlers, with the villages above them on neither contract.",
    author: "The Ledger investigations desk",
    pictures: 1,
    tags: ["Water", "Documents"],
  },
];

export const fakeTitles = [
  "The Meridian",
  "Circuit & Field",
  "Ledger Daily",
  "河港新聞",
  "صحيفة الميناء",
  "Harbour Review",
  "Morgenblatt",
  "The Open File",
  "Quiet Science",
  "Nordlys Culture",
  "Town & Parish",
  "Kitchen Almanac",
] as const;

/** A quarter of all articles have been read, every eleventh is bookmarked. */
export function fakeArticle(number: number, now: number): Article {
  const story = stories[number % stories.length] ?? stories[0];
  if (story === undefined) throw new Error("There are stories");
  const round = Math.floor(number / stories.length);
  const pictures = Array.from({ length: story.pictures ?? 0 }, (_, index) =>
    fakePicture(number * 3 + index),
  );
  const hasText = story.excerpt !== "";
  return {
    bookmark: null,
    id: `20780-${number}` as ArticleId,
    feedId: story.feed as FeedId,
    feedTitle: fakeTitles[story.feed - 1] ?? "",
    headline: round === 0 ? story.headline : `${story.headline} (${round + 1})`,
    excerpt: story.excerpt,
    author: story.author ?? "",
    published: now - 240_000 - number * 1_260_000,
    read: number % 4 === 3,
    bookmarked: number % 11 === 5,
    updated: number % 10 === 0 ? now - 60_000 : null,
    offline: !hasText ? "headline" : number % 10 === 7 ? "text" : "complete",
    thumbnail: pictures[0]?.media ?? null,
    wordCount: hasText ? 640 + (number % 7) * 130 : 0,
    address: `https://example.org/articles/${number}`,
    section: story.feed === 2 ? "Technology" : "World",
    tags: [...(story.tags ?? [])],
    language: story.language ?? "en",
    text: "feed",
    texts: ["feed"],
    page: null,
    standfirst: "",
    leadCaption: "",
    leadCredit: "",
    html: hasText ? (story.body ?? body) : "",
    pictures,
    leadPicture: pictures.length > 1 ? 1 : null,
    enclosures: story.tags?.includes("Cities")
      ? [
          {
            address: "https://example.org/audio/embankment.mp3",
            type: "audio/mpeg",
            length: 18_400_000,
            duration: 1531,
            recording: {
              state: "none",
              file: null,
              received: 0,
              failure: null,
              nextTry: null,
              position: 0,
              duration: null,
            },
          },
        ]
      : [],
    arrived: now - number * 1_260_000,
    bookmarkedAt: number % 11 === 5 ? now : null,
    ...fakePageOf(number, now),
  };
}

function fakePicture(seed: number): Picture {
  return {
    media: `${seed.toString(16).padStart(64, "0")}.svg` as MediaName,
    width: 1200,
    height: 720,
    failure: null,
    alt: "Plane trees along the embankment, late in the afternoon",
  };
}

/** A picture for `media/<name>`: a landscape of a few shapes, another for each name. */
export function fakePictureFile(name: string): string {
  const seed = Number.parseInt(name.slice(48, 64), 16) || 0;
  const hue = (seed * 47) % 360;
  const sun = 200 + ((seed * 131) % 800);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="720" viewBox="0 0 1200 720"><rect width="1200" height="720" fill="hsl(${hue} 32% 78%)"/><circle cx="${sun}" cy="210" r="86" fill="hsl(${(hue + 40) % 360} 60% 88%)"/><path d="M0 470 Q300 ${330 + (seed % 90)} 620 450 T1200 400 V720 H0Z" fill="hsl(${hue} 26% 52%)"/><path d="M0 590 Q360 480 760 575 T1200 540 V720 H0Z" fill="hsl(${hue} 30% 34%)"/></svg>`;
}

/** A picture that could not be had. */
export const missingPicture: Picture = {
  media: null,
  width: 800,
  height: 500,
  failure: "timed-out",
  alt: "The harbour at dawn",
};
