/** Names of months, halves of the day and time zones as they occur in feeds. */

/** Offsets in minutes east of Greenwich. Where an abbreviation is shared, the usual one in feeds. */
const zoneOffsets = new Map<string, number>(
  Object.entries({
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    west: 60,
    bst: 60,
    ist: 330,
    cet: 60,
    cest: 120,
    mez: 60,
    mesz: 120,
    met: 60,
    mest: 120,
    sast: 120,
    eet: 120,
    eest: 180,
    msk: 180,
    msd: 240,
    trt: 180,
    pkt: 300,
    ict: 420,
    wib: 420,
    hkt: 480,
    sgt: 480,
    myt: 480,
    awst: 480,
    pht: 480,
    jst: 540,
    kst: 540,
    acst: 570,
    acdt: 630,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
    nst: -210,
    ndt: -150,
    art: -180,
    brt: -180,
    brst: -120,
    ast: -240,
    adt: -180,
    clt: -240,
    clst: -180,
    est: -300,
    edt: -240,
    et: -300,
    cst: -360,
    cdt: -300,
    ct: -360,
    mst: -420,
    mdt: -360,
    mt: -420,
    pst: -480,
    pdt: -420,
    pt: -480,
    akst: -540,
    akdt: -480,
    hst: -600,
    hast: -600,
    sst: -660,
  }),
);

/** The offset of a zone abbreviation in minutes, or undefined. */
export function zoneOffset(abbreviation: string): number | undefined {
  return zoneOffsets.get(abbreviation.toLowerCase());
}

const zoneFormats = new Map<string, Intl.DateTimeFormat | null>();

/** Minutes that a zone such as `Europe/Berlin` is ahead of UTC at a time, or undefined. */
export function namedZoneOffset(zone: string, time: number): number | undefined {
  const known = zoneFormats.get(zone);
  const format = known === undefined ? zoneFormat(zone) : known;
  if (format === null) return undefined;
  const name = format.formatToParts(time).find((part) => part.type === "timeZoneName")?.value;
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? "");
  if (match === null) return undefined;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return match[1] === "-" ? -minutes : minutes;
}

/** Zones that documents may make us remember. */
const maximumZones = 600;

function zoneFormat(zone: string): Intl.DateTimeFormat | null {
  let format: Intl.DateTimeFormat | null;
  try {
    format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  } catch {
    format = null;
  }
  if (zoneFormats.size < maximumZones) zoneFormats.set(zone, format);
  return format;
}

const englishMonths = new Map<string, number>(
  "january february march april may june july august september october november december"
    .split(" ")
    .flatMap((name, index): [string, number][] => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ])
    .concat([["sept", 9]]),
);

const otherLocales = "de fr es it pt nl pl cs sk ru uk bg sv da nb fi hu tr el ro ca id hr".split(
  " ",
);

let otherMonths: Map<string, number> | null = null;

/** The number of a month from its name in English or another language of feeds; undefined if none. */
export function monthNumber(word: string): number | undefined {
  const name = withoutMarks(word);
  const english = englishMonths.get(name);
  if (english !== undefined) return english;
  otherMonths ??= collectMonths();
  return otherMonths.get(name);
}

/** Month names of other languages, built when first needed; where two disagree, the first wins. */
function collectMonths(): Map<string, number> {
  const months = new Map<string, number>();
  const styles: Intl.DateTimeFormatOptions[] = [
    { month: "long" },
    { month: "short" },
    { month: "long", day: "numeric" },
    { month: "short", day: "numeric" },
  ];
  for (const locale of otherLocales) {
    for (const style of styles) {
      const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
        const name = withoutMarks(parts.find((part) => part.type === "month")?.value ?? "");
        if (name !== "" && !/\d/.test(name) && !months.has(name)) months.set(name, month);
      }
    }
  }
  return months;
}

/** Lower case, without accents and dots. */
function withoutMarks(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f.]/g, "");
}
