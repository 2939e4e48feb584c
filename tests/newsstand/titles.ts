import { section as sectionSchema } from "../../preload/contract/model.ts";
import type { Section } from "../../preload/contract/model.ts";
import type { Charset, FeedFormat } from "./types.ts";

/**
 * How a publisher goes about its icon: a drawing; what telephones ask for, beside an old favicon; a
 * letter on nothing, and a bright one for dark windows; in its manifest alone; or not at all.
 */
export type IconStyle = "drawing" | "touch" | "glyph" | "manifest" | "none";

/** A newspaper of the newsstand's world. */
export interface TitleProfile {
  readonly slug: string;
  readonly title: string;
  readonly section: Section;
  /** The folder under which the demonstration files it. */
  readonly folder: string;
  readonly city: string;
  readonly country: string;
  readonly language: string;
  readonly description: string;
  /** Colour of the masthead and the icon. */
  readonly colour: string;
  /** A drawing unless told. */
  readonly icon?: IconStyle;
  readonly charset?: Charset;
  readonly format?: FeedFormat;
}

/** One title a line: slug, name, section, folder, city, language, colour, description. */
const rows = `
harbour-times | The Harbour Times | World | Front pages | Port Halden | en-GB | #123c5a | News from the quay and the wide world since 1871.
meridian-post | The Meridian Post | Politics | Front pages | Castlemere | en | #7a1f2b | Independent reporting from the capital of Aldermark.
kingsferry-courier | Kingsferry Courier | Local | Near home | Kingsferry | en-GB | #2f5d3a | Every street, every council meeting, every match.
nordlicht-zeitung | Nordlicht Zeitung | World | In other words | Sonderhafen | de | #1b4965 | Unabhängige Tageszeitung für den Norden.
courrier-du-fleuve | Le Courrier du Fleuve | World | In other words | Saint-Amable | fr | #8a2c2c | L’actualité du fleuve et du monde.
faro-del-sur | El Faro del Sur | World | In other words | Puerto Almena | es | #b35c00 | Periodismo independiente desde la costa.
ledger-and-loom | Ledger & Loom | Business | Money | Eastmere | en-GB | #3d3a2e | Markets, makers and the money between them.
circuit-weekly | Circuit Weekly | Technology | Machines and stars | Brightwater | en | #3b2a78 | Chips, code and the people who make them.
field-notes-science | Field Notes | Science | Machines and stars | Lake Arden | en | #1f5f5b | What researchers found this week, and how they know.
ward-and-clinic | Ward & Clinic | Health | Machines and stars | Ashcombe | en-GB | #9b2348 | Medicine explained by those who practise it.
warmer-world | The Warmer World | Climate | Earth | Stonehaven Bay | en | #2a6f4e | Reporting from a changing planet.
touchline | Touchline | Sport | Sport | Redcastle | en-GB | #0b6e3b | Match reports, long reads and the lower leagues.
proscenium | Proscenium | Culture | Arts | Castlemere | en | #5a2a4f | Theatre, music, books and everything on show.
silver-screen-daily | Silver Screen Daily | Entertainment | Arts | Marlow Bay | en-US | #8c6a00 | Film and television, without the red carpet breath.
slow-kitchen | The Slow Kitchen | Lifestyle | Weekend | Dunmore Vale | en-GB | #a4501f | Food, gardens and unhurried journeys.
dissenting-opinion | The Dissenting Opinion | Opinion | Arguments | Castlemere | en | #444444 | Arguments worth having.
lantern-investigates | The Lantern | Investigations | Arguments | Port Halden | en | #6b4e16 | We read the documents so that you can.
alnahar-aljadeed | مرسى الأخبار | World | In other words | مرسى النخيل | ar | #0f5b4f | صحيفة يومية مستقلة من الساحل.
minato-shinpo | みなと新報 | World | In other words | 汐見市 | ja | #7b1e28 | 港町から世界へ、毎日のニュース。
valley-sentinel | The Valley Sentinel | Local | Near home | Dunmore Vale | en | #44633f | Farms, schools and rivers of the upper valley.
northern-dispatch | The Northern Dispatch | World | Front pages | Norrvik | en | #24476b | The world seen from sixty-six degrees.
statehouse-review | Statehouse Review | Politics | Front pages | Castlemere | en | #5c1a1b | Bills, ballots and those behind them.
alpenbote | Der Alpenbote | Politics | In other words | Hochwerth | de | #2e5339 | Nachrichten aus den Bergen und der Hauptstadt.
la-lettre-des-sciences | La Lettre des Sciences | Science | In other words | Valbrune | fr | #214e7a | La recherche racontée chaque jour.
cronica-del-valle | Crónica del Valle | Local | In other words | Villa Serena | es | #7a3b1d | La vida del valle, contada por sus vecinos.
open-terminal | Open Terminal | Technology | Machines and stars | Lake Arden | en | #1d1d2b | Free software, protocols and small computers.
the-exchange | The Exchange | Business | Money | Castlemere | en-GB | #12403c | What moved, who moved it and why.
orbit-journal | Orbit Journal | Science | Machines and stars | Tamar Point | en-US | #1a2150 | Rockets, telescopes and patient probes.
green-quarter | Green Quarter | Climate | Earth | Eastmere | en-GB | #35702f | Energy, cities and the countryside in transition.
five-sets | Five Sets | Sport | Sport | Marlow Bay | en-US | #94461b | Courts, tracks, pools and pitches.
quayside-echo | Quayside Echo | Local | Near home | Port Halden | en-GB | #385a7c | The evening paper of the harbour districts.
the-reading-room | The Reading Room | Culture | Arts | Ashcombe | en-GB | #6e3a2b | Books and the conversations they start.
public-health-wire | Public Health Wire | Health | Machines and stars | Brightwater | en | #a03a2c | Outbreaks, budgets and evidence.
abendblick | Abendblick | Culture | In other words | Sonderhafen | de | #5b2333 | Kultur, Gesellschaft und Meinung am Abend.
commonwealth-globe | The Commonwealth Globe | World | Front pages | Castlemere | en | #28334a | Correspondents in forty capitals.
off-season | Off Season | Lifestyle | Weekend | Stonehaven Bay | en | #7d5a3c | Places to go when everyone else has left.
second-reading | Second Reading | Opinion | Arguments | Eastmere | en-GB | #4b3b63 | Essays on law, money and manners.
paper-trail | Paper Trail | Investigations | Arguments | Redcastle | en-GB | #52452c | A cooperative of investigative reporters.
tidewater-tribune | Tidewater Tribune | Local | Near home | Stonehaven Bay | en-US | #2c6a78 | Serving the bay towns.
signal-to-noise | Signal to Noise | Technology | Machines and stars | Castlemere | en-GB | #0d4f6e | How networks shape what we know.
le-matin-de-valbrune | Le Matin de Valbrune | Culture | In other words | Valbrune | fr | #64304d | Culture, débats et vie quotidienne.
matchday-north | Matchday North | Sport | Sport | Norrvik | en | #13425a | Football and winter sport above the treeline.
diario-de-la-sierra | Diario de la Sierra | Science | In other words | Alto Roble | es | #31572c | Ciencia, agua y montaña.
curtain-call | Curtain Call | Entertainment | Arts | Eastmere | en-GB | #80264a | Television, comedy, stage and the people in them.
harvest-weekly | Harvest Weekly | Climate | Earth | Dunmore Vale | en | #6f6a1e | Soil, seed and weather.
working-capital | Working Capital | Business | Money | Redcastle | en | #224f34 | Labour, industry and trade.
night-desk | The Night Desk | World | Front pages | Tamar Point | en-US | #20222e | What happened while you slept.
yuunagi-times | 夕凪タイムズ | Culture | In other words | 夕凪町 | ja | #395b64 | 暮らしと文化の夕刊。
`;

const charsets: Readonly<Record<string, Charset>> = {
  alpenbote: "windows-1252",
  "le-matin-de-valbrune": "iso-8859-1",
  "cronica-del-valle": "windows-1252",
  "quayside-echo": "iso-8859-1",
  "the-reading-room": "windows-1252",
};

const homes: Readonly<Record<string, string>> = {
  "en-GB": "GB",
  "en-US": "US",
  en: "IE",
  de: "DE",
  fr: "FR",
  es: "ES",
  ar: "EG",
  ja: "JP",
};

/** The titles with a name and a character of their own. */
export const titles: readonly TitleProfile[] = rows.trim().split("\n").map(readRow);

function readRow(row: string): TitleProfile {
  const [slug = "", title = "", section, folder = "", city = "", ...rest] = row.split(" | ");
  const [language = "en", colour = "", description = ""] = rest;
  const charset = charsets[slug];
  return {
    slug,
    title,
    section: sectionSchema.parse(section),
    folder,
    city,
    country: countryOf(language),
    language,
    colour,
    description,
    ...(charset === undefined ? {} : { charset }),
  };
}

/** The country under which a reader's catalogue would file a title of a language. */
export function countryOf(language: string): string {
  return homes[language] ?? "IE";
}
