import type { Random } from "../random.ts";
import type { Colour, Palette } from "./colour.ts";
import { blend, css } from "./svg-paint.ts";

/** Plain coloured ground with one large quiet disc, for things shown by themselves. */
function backdrop(palette: Palette, random: Random): string {
  const ground = blend(palette.sky[2], palette.light, 0.45);
  return `<rect width="1200" height="800" fill="${ground}"/><circle cx="${random.whole(420, 780)}" cy="${random.whole(340, 460)}" r="${random.whole(260, 340)}" fill="${blend(palette.sky[1], palette.light, 0.35)}"/>`;
}

export function drawFlasks(palette: Palette, random: Random): string {
  const parts = [backdrop(palette, random)];
  const liquids = random.shuffled([palette.accent, palette.sky[0], palette.far, palette.sky[1]]);
  const glass = `fill="${css(palette.light)}" fill-opacity=".45" stroke="${css(palette.near)}" stroke-width="7" stroke-linejoin="round"`;
  for (let index = 0; index < 4; index++) {
    const x = 210 + index * 255;
    const liquid = css(liquids[index] ?? palette.accent);
    const bubbles = Array.from(
      { length: 5 },
      () =>
        `<circle cx="${x + random.whole(-34, 34)}" cy="${random.whole(540, 640)}" r="${random.whole(4, 11)}" fill="${css(palette.light)}" opacity=".7"/>`,
    ).join("");
    const level = random.whole(470, 560);
    if (random.chance(0.5)) {
      const half = (level - 380) * 0.34 + 24;
      parts.push(
        `<path d="M${x - 24} 270V380L${x - 112} 640Q${x - 116} 668 ${x - 84} 668H${x + 84}Q${x + 116} 668 ${x + 112} 640L${x + 24} 380V270Z" ${glass}/><path d="M${x - half} ${level}H${x + half}L${x + 100} 640Q${x + 104} 658 ${x + 82} 658H${x - 82}Q${x - 104} 658 ${x - 100} 640Z" fill="${liquid}" opacity=".9"/>${bubbles}<path d="M${x - 34} 270H${x + 34}" stroke="${css(palette.near)}" stroke-width="12" stroke-linecap="round"/>`,
      );
    } else {
      parts.push(
        `<path d="M${x - 44} 220V610Q${x - 44} 668 ${x} 668T${x + 44} 610V220Z" ${glass}/><path d="M${x - 36} ${level}H${x + 36}V610Q${x + 36} 660 ${x} 660T${x - 36} 610Z" fill="${liquid}" opacity=".9"/>${bubbles}<path d="M${x - 56} 220H${x + 56}" stroke="${css(palette.near)}" stroke-width="12" stroke-linecap="round"/>`,
      );
    }
  }
  parts.push(`<rect y="668" width="1200" height="132" fill="${css(palette.near)}"/>`);
  return parts.join("");
}

export function drawPortrait(palette: Palette, random: Random): string {
  const skin = random.pick(["#e9c1a0", "#c68d63", "#8d5a3a", "#f0d2b8", "#a8714b"]);
  const hair = random.pick(["#2a2024", "#5a3a28", "#8c8a88", "#b5773a", "#17171f"]);
  const crop = random.pick([
    `<path d="M470 350Q450 180 600 176T730 350Q720 270 600 262T470 350Z" fill="${hair}"/>`,
    `<path d="M456 520Q420 190 600 180T744 520Q700 480 708 360Q690 280 600 270T492 360Q500 480 456 520Z" fill="${hair}"/>`,
    `<path d="M474 330Q480 170 610 178T730 340Q700 240 560 250Z" fill="${hair}"/><circle cx="600" cy="172" r="44" fill="${hair}"/>`,
  ]);
  const glasses = random.chance(0.4)
    ? `<g fill="none" stroke="${css(palette.near)}" stroke-width="7"><circle cx="552" cy="372" r="34"/><circle cx="648" cy="372" r="34"/><path d="M586 368h28"/></g>`
    : "";
  return `${backdrop(palette, random)}<path d="M250 800Q262 600 470 566H730Q938 600 950 800Z" fill="${css(random.pick([palette.accent, palette.sky[0], palette.near]))}"/><path d="M538 480H662V600Q600 660 538 600Z" fill="${skin}"/><path d="M538 520Q600 570 662 520V560Q600 606 538 556Z" fill="#000" opacity=".13"/><ellipse cx="600" cy="370" rx="122" ry="150" fill="${skin}"/><path d="M600 220A122 150 0 0 1 600 520Z" fill="#000" opacity=".08"/>${crop}${glasses}<path d="M470 566L600 690L730 566L690 556L600 640L510 556Z" fill="${css(palette.light)}"/><path d="M562 446Q600 ${random.whole(452, 476)} 638 446" fill="none" stroke="#000" stroke-opacity=".45" stroke-width="6" stroke-linecap="round"/>`;
}

export function drawChart(palette: Palette, random: Random): string {
  const parts = [
    `<rect width="1200" height="800" fill="${blend(palette.light, palette.sky[2], 0.25)}"/>`,
  ];
  for (let line = 0; line < 6; line++)
    parts.push(
      `<path d="M120 ${180 + line * 90}H1080" stroke="${css(palette.far)}" stroke-width="2" opacity=".45"/>`,
    );
  const rising = random.chance(0.6) ? 1 : -1;
  const points: (readonly [number, number])[] = [];
  for (let index = 0; index < 12; index++) {
    const trend = rising * (index - 5.5) * 26;
    points.push([140 + index * 83, Math.round(420 - trend + random.between(-52, 52))]);
  }
  if (random.chance(0.5)) {
    for (const [index, [x, y]] of points.entries()) {
      const paint = index === 11 ? palette.accent : palette.far;
      parts.push(
        `<rect x="${x - 26}" y="${y}" width="52" height="${640 - y}" rx="3" fill="${css(paint)}"/>`,
      );
    }
  } else {
    const path = points.map(([x, y]) => `${x} ${y}`).join("L");
    parts.push(
      `<path d="M${path}L1053 640H140Z" fill="${css(palette.sky[1])}" opacity=".35"/><path d="M${path}" fill="none" stroke="${css(palette.accent)}" stroke-width="10" stroke-linejoin="round" stroke-linecap="round"/>`,
    );
    parts.push(
      points
        .map(
          ([x, y]) =>
            `<circle cx="${x}" cy="${y}" r="11" fill="${css(palette.light)}" stroke="${css(palette.accent)}" stroke-width="6"/>`,
        )
        .join(""),
    );
  }
  parts.push(
    `<path d="M120 140V640H1080" fill="none" stroke="${css(palette.near)}" stroke-width="6"/>`,
  );
  return parts.join("");
}

export function drawStage(palette: Palette, random: Random): string {
  const folds = (from: number, to: number): string =>
    Array.from({ length: 6 }, (_, index) => {
      const x = from + ((to - from) * index) / 6;
      const wide = (to - from) / 6;
      return `<path d="M${x} 0Q${x + wide * 0.9} 400 ${x + wide * 0.2} 660H${x + wide * 1.1}Q${x + wide * 1.4} 400 ${x + wide} 0Z" fill="${blend(palette.accent, palette.near, 0.15 + (index % 2) * 0.25)}"/>`;
    }).join("");
  const beam = random.whole(480, 720);
  return `<rect width="1200" height="800" fill="${blend(palette.near, [8, 6, 14], 0.4)}"/><path d="M${beam - 20} 0L${beam - 240} 670H${beam + 240}L${beam + 20} 0Z" fill="${css(palette.light)}" opacity=".22"/><ellipse cx="${beam}" cy="676" rx="250" ry="46" fill="${css(palette.light)}" opacity=".75"/><g fill="${css(palette.near)}" transform="translate(${beam} 664)"><circle cy="-262" r="34"/><path d="M-52 -210Q0 -240 52 -210L42 -96H24L20 0H-20L-24 -96H-42Z"/><path d="M44 -204L${random.whole(96, 140)} ${random.whole(-300, -220)}l18 10L60 -170Z"/></g>${folds(-20, 300)}<g transform="translate(1200 0) scale(-1 1)">${folds(-20, 300)}</g><path d="M0 0H1200V70Q1050 150 900 70Q750 150 600 70Q450 150 300 70Q150 150 0 70Z" fill="${css(palette.accent)}"/><rect y="716" width="1200" height="84" fill="${blend(palette.near, [0, 0, 0], 0.35)}"/>`;
}

export function drawBallot(palette: Palette, random: Random): string {
  const tick = random.whole(0, 2);
  const lines = [0, 1, 2].map(
    (row) =>
      `<rect x="-104" y="${-150 + row * 62}" width="38" height="38" fill="none" stroke="${css(palette.near)}" stroke-width="6"/><rect x="-44" y="${-141 + row * 62}" width="${random.whole(96, 146)}" height="18" rx="9" fill="${css(palette.far)}"/>${row === tick ? `<path d="M-98 ${-134 + row * 62}l14 16l30 -38" fill="none" stroke="${css(palette.accent)}" stroke-width="11" stroke-linecap="round"/>` : ""}`,
  );
  return `${backdrop(palette, random)}<g transform="translate(600 380) rotate(${random.whole(-7, 7)})"><rect x="-140" y="-230" width="280" height="330" rx="6" fill="#fffdf6" stroke="${css(palette.near)}" stroke-opacity=".25" stroke-width="3"/><rect x="-104" y="-204" width="170" height="22" rx="11" fill="${css(palette.near)}"/>${lines.join("")}</g><path d="M300 440H900L940 520H260Z" fill="${blend(palette.sky[0], palette.near, 0.3)}"/><rect x="430" y="466" width="340" height="20" rx="10" fill="${blend(palette.near, [0, 0, 0], 0.4)}"/><rect x="260" y="518" width="680" height="282" fill="${css(palette.sky[0])}"/><path d="M600 576l20 42l46 6l-34 32l9 46l-41 -22l-41 22l9 -46l-34 -32l46 -6Z" fill="${css(palette.light)}"/>`;
}

export function drawPlate(palette: Palette, random: Random): string {
  const foods: string[] = [];
  const colours: (Colour | string)[] = [palette.accent, "#7c9a4d", "#e0b54c", "#b5523b", "#f1d9a7"];
  for (let bite = 0; bite < 16; bite++) {
    const angle = random.between(0, Math.PI * 2);
    const reach = random.between(0, 120);
    const paint = random.pick(colours);
    foods.push(
      `<ellipse cx="${(600 + Math.cos(angle) * reach).toFixed(0)}" cy="${(400 + Math.sin(angle) * reach).toFixed(0)}" rx="${random.whole(18, 50)}" ry="${random.whole(14, 34)}" transform="rotate(${random.whole(0, 180)} 600 400)" fill="${typeof paint === "string" ? paint : css(paint)}"/>`,
    );
  }
  const squares = Array.from({ length: 48 }, (_, index) =>
    ((index % 12) + Math.floor(index / 12)) % 2 === 0
      ? `<rect x="${(index % 12) * 100}" y="${Math.floor(index / 12) * 200}" width="100" height="200" fill="${css(palette.sky[1])}" opacity=".25"/>`
      : "",
  ).join("");
  return `<rect width="1200" height="800" fill="${blend(palette.sky[2], palette.light, 0.5)}"/>${squares}<circle cx="608" cy="414" r="272" fill="#000" opacity=".14"/><circle cx="600" cy="400" r="270" fill="#fffdf7"/><circle cx="600" cy="400" r="196" fill="none" stroke="${css(palette.far)}" stroke-width="5" opacity=".6"/>${foods.join("")}<g fill="${css(palette.near)}"><path d="M232 180h10v120h14V180h10v120h14V180h10v150q0 34 -20 40v270h-18V370q-20 -6 -20 -40Z"/><path d="M930 180q44 60 40 200h-22v260h-20Z"/></g><path d="M470 ${random.whole(300, 340)}q20 -40 0 -80M560 290q20 -40 0 -80M650 300q20 -40 0 -80" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".55"/>`;
}

export function drawBooks(palette: Palette, random: Random): string {
  const parts = [
    `<rect width="1200" height="800" fill="${blend(palette.sky[1], palette.light, 0.55)}"/>`,
  ];
  const covers: Colour[] = [
    palette.accent,
    palette.sky[0],
    palette.far,
    palette.near,
    palette.sky[2],
  ];
  for (const foot of [380, 720]) {
    for (let x = 50; x < 1130;) {
      const [wide, tall] = [random.whole(30, 78), random.whole(190, 290)];
      const lean = random.chance(0.12)
        ? ` transform="rotate(${random.whole(5, 10)} ${x} ${foot})"`
        : "";
      parts.push(
        `<g${lean}><rect x="${x}" y="${foot - tall}" width="${wide}" height="${tall}" rx="3" fill="${css(random.pick(covers))}"/><rect x="${x}" y="${foot - tall + 26}" width="${wide}" height="7" fill="${css(palette.light)}" opacity=".75"/><rect x="${x}" y="${foot - 46}" width="${wide}" height="${random.whole(4, 16)}" fill="${css(palette.light)}" opacity=".5"/></g>`,
      );
      x += wide + (lean === "" ? 3 : 44);
    }
    parts.push(`<rect y="${foot}" width="1200" height="26" fill="${css(palette.near)}"/>`);
  }
  return parts.join("");
}

export function drawChip(palette: Palette, random: Random): string {
  const ground = blend(palette.near, [6, 30, 34], 0.5);
  const traces: string[] = [];
  for (let wire = 0; wire < 15; wire++) {
    const at = 190 + wire * 30;
    const bend = random.whole(60, 220);
    const step = random.pick([-60, -30, 30, 60]);
    traces.push(
      `<path d="M800 ${at}H${800 + bend}l${Math.abs(step)} ${step}H1200M400 ${at}H${400 - bend}l-${Math.abs(step)} ${step}H0M${at + 190} 200V${200 - bend / 2}l${step / 2} -${Math.abs(step) / 2}V0M${at + 190} 600V${600 + bend / 2}l${step / 2} ${Math.abs(step) / 2}V800" fill="none" stroke="${css(random.chance(0.2) ? palette.accent : palette.sky[1])}" stroke-width="6" opacity=".8"/>`,
    );
    if (random.chance(0.4))
      traces.push(`<circle cx="${800 + bend}" cy="${at}" r="10" fill="${css(palette.light)}"/>`);
  }
  const cells = Array.from(
    { length: 36 },
    (_, index) =>
      `<rect x="${462 + (index % 6) * 47}" y="${262 + Math.floor(index / 6) * 47}" width="40" height="40" rx="3" fill="${css(random.pick([palette.sky[0], palette.sky[1], palette.accent, palette.far]))}" opacity="${random.between(0.4, 1).toFixed(2)}"/>`,
  );
  return `<rect width="1200" height="800" fill="${ground}"/>${traces.join("")}<rect x="390" y="190" width="420" height="420" rx="18" fill="${blend(palette.near, [0, 0, 0], 0.45)}"/><rect x="440" y="240" width="320" height="320" rx="8" fill="${css(palette.light)}" opacity=".9"/>${cells.join("")}`;
}

export function drawGeometry(palette: Palette, random: Random): string {
  const inks: Colour[] = [
    palette.accent,
    palette.sky[0],
    palette.sky[1],
    palette.far,
    palette.near,
  ];
  const parts = [
    `<rect width="1200" height="800" fill="${blend(palette.light, palette.sky[2], 0.4)}"/>`,
  ];
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 6; column++) {
      const fill = css(random.pick(inks));
      const turn = `transform="translate(${column * 200 + 100} ${row * 200 + 100}) rotate(${random.whole(0, 3) * 90})"`;
      const tile = random.pick([
        `<path d="M-100 -100H100A200 200 0 0 1 -100 100Z"/>`,
        `<path d="M-100 100A100 100 0 0 1 100 100Z"/>`,
        `<path d="M-100 -100L100 100H-100Z"/>`,
        `<circle r="68"/><circle r="34" fill="${css(palette.light)}"/>`,
        `<path d="M-100 -100h40v200h-40zM-20 -100h40v200h-40zM60 -100h40v200h-40z"/>`,
        "",
      ]);
      parts.push(`<g ${turn} fill="${fill}">${tile}</g>`);
    }
  }
  return parts.join("");
}
