import type { Random } from "../random.ts";
import type { Palette } from "./colour.ts";
import { blend, css } from "./svg-paint.ts";

const sky = `<rect width="1200" height="800" fill="url(#sky)"/>`;

/** A low sun or moon with its halo. */
function sun(palette: Palette, x: number, y: number, radius: number): string {
  return [2.6, 1.8, 1.3]
    .map(
      (share) =>
        `<circle cx="${x}" cy="${y}" r="${radius * share}" fill="${css(palette.light)}" opacity=".13"/>`,
    )
    .concat(`<circle cx="${x}" cy="${y}" r="${radius}" fill="${css(palette.light)}"/>`)
    .join("");
}

/** Ground with a wavy upper edge. */
function hill(y: number, swing: number, fill: string, random: Random): string {
  const points: string[] = [];
  for (let x = 0; x < 1200; x += 300) {
    points.push(
      `C${x + 100} ${y - random.whole(-swing, swing)} ${x + 200} ${y - random.whole(-swing, swing)} ${x + 300} ${y + random.whole(-swing, swing) / 3}`,
    );
  }
  return `<path d="M0 ${y} ${points.join(" ")} V800 H0Z" fill="${fill}"/>`;
}

function peak(
  x: number,
  foot: number,
  half: number,
  tall: number,
  palette: Palette,
  share: number,
): string {
  const body = blend(palette.far, palette.near, share);
  const shade = blend(palette.far, palette.near, Math.min(1, share + 0.22));
  const top = foot - tall;
  const snow = tall * 0.26;
  const slope = half / tall;
  return `<path d="M${x - half} ${foot}L${x} ${top}L${x + half} ${foot}Z" fill="${body}"/><path d="M${x} ${top}L${x + half} ${foot}H${x + half * 0.12}L${x - half * 0.08} ${top + tall * 0.55}L${x + half * 0.1} ${top + tall * 0.3}Z" fill="${shade}"/><path d="M${x} ${top}L${x + snow * slope} ${top + snow}L${x + snow * slope * 0.45} ${top + snow * 0.78}L${x + snow * slope * 0.1} ${top + snow * 1.15}L${x - snow * slope * 0.35} ${top + snow * 0.72}L${x - snow * slope} ${top + snow}Z" fill="${css(palette.light)}" opacity=".85"/>`;
}

export function drawPeaks(palette: Palette, random: Random): string {
  const parts = [
    sky,
    sun(palette, random.whole(220, 980), random.whole(150, 260), random.whole(48, 80)),
  ];
  for (let row = 0; row < 3; row++) {
    const foot = 560 + row * 90;
    for (let x = random.whole(-60, 140); x < 1280; x += random.whole(210, 380)) {
      parts.push(
        peak(
          x,
          foot + 20,
          random.whole(170, 290),
          random.whole(190, 340) - row * 50,
          palette,
          row * 0.32,
        ),
      );
    }
    parts.push(hill(foot, 24, blend(palette.far, palette.near, 0.2 + row * 0.36), random));
  }
  return parts.join("");
}

export function drawShip(palette: Palette, random: Random): string {
  const x = random.whole(260, 480);
  const boxes: string[] = [];
  const colours = [
    css(palette.accent),
    css(palette.light),
    "#b5533c",
    "#3f6f8f",
    "#d9a441",
    "#4d7a62",
  ];
  for (let column = 0; column < 8; column++) {
    const tall = random.whole(1, 4);
    for (let row = 0; row < tall; row++) {
      boxes.push(
        `<rect x="${x + 60 + column * 50}" y="${476 - row * 34}" width="47" height="31" rx="2" fill="${random.pick(colours)}"/>`,
      );
    }
  }
  const waves = Array.from({ length: 9 }, (_, row) => {
    const y = 590 + row * 25;
    return `<path d="M${random.whole(-90, 0)} ${y}${" q30 -9 60 0 t60 0".repeat(11)}" fill="none" stroke="${css(palette.light)}" stroke-width="2.5" opacity="${(0.32 - row * 0.026).toFixed(2)}"/>`;
  });
  return [
    sky,
    sun(palette, random.whole(200, 1000), random.whole(230, 380), random.whole(60, 95)),
    hill(545, 22, blend(palette.far, palette.sky[2], 0.35), random),
    `<rect y="556" width="1200" height="244" fill="${blend(palette.sky[0], palette.near, 0.45)}"/>`,
    boxes.join(""),
    `<path d="M${x - 40} 508H${x + 610}L${x + 560} 606H${x + 10}Z" fill="${css(palette.near)}"/><path d="M${x - 22} 560H${x + 584}l-10 20H${x - 10}Z" fill="${css(palette.accent)}"/>`,
    `<path d="M${x + 490} 508V378h86v130Z" fill="${blend(palette.light, palette.far, 0.15)}"/><path d="M${x + 482} 372h102v20H${x + 482}Z" fill="${css(palette.near)}"/><rect x="${x + 500}" y="404" width="66" height="15" fill="${css(palette.sky[0])}"/><path d="M${x + 522} 372v-52h30v52" fill="${css(palette.accent)}"/>`,
    waves.join(""),
  ].join("");
}

export function drawCity(palette: Palette, random: Random): string {
  const parts = [
    sky,
    sun(palette, random.whole(250, 950), random.whole(200, 380), random.whole(70, 120)),
  ];
  for (let row = 0; row < 3; row++) {
    const wall = blend(palette.far, palette.near, row * 0.45 + 0.05);
    for (let x = -20; x < 1200;) {
      const wide = random.whole(56, 120);
      const tall = random.whole(170, 470 - row * 110);
      const top = 700 - tall;
      parts.push(
        `<rect x="${x}" y="${top}" width="${wide}" height="${tall + 100}" fill="${wall}"/>`,
      );
      if (random.chance(0.25))
        parts.push(`<path d="M${x} ${top}l${wide / 2} -46l${wide / 2} 46Z" fill="${wall}"/>`);
      if (row > 0) {
        for (let y = top + 22; y < 690; y += 30) {
          for (let pane = x + 14; pane < x + wide - 16; pane += 24) {
            if (random.chance(0.42))
              parts.push(
                `<rect x="${pane}" y="${y}" width="11" height="15" fill="${css(palette.light)}" opacity="${random.between(0.35, 0.9).toFixed(2)}"/>`,
              );
          }
        }
      }
      x += wide + random.whole(4, 26);
    }
  }
  parts.push(
    `<rect y="700" width="1200" height="100" fill="${css(palette.near)}"/><rect y="716" width="1200" height="5" fill="${css(palette.accent)}" opacity=".8"/>`,
  );
  return parts.join("");
}

export function drawFields(palette: Palette, random: Random): string {
  const parts = [
    sky,
    sun(palette, random.whole(200, 1000), random.whole(180, 300), random.whole(56, 84)),
  ];
  parts.push(hill(440, 40, blend(palette.far, palette.sky[2], 0.4), random));
  const crops = ["#8fa05a", "#c9a94f", "#6f8f58", "#d8bf7d", "#587a50"];
  for (let strip = 0; strip < 5; strip++)
    parts.push(hill(490 + strip * 62, 26, random.pick(crops), random));
  for (let furrow = -14; furrow < 30; furrow++) {
    parts.push(
      `<path d="M${600 + (furrow - 8) * 26} 690L${600 + (furrow - 8) * 110} 800" stroke="${css(palette.near)}" stroke-width="5" opacity=".28"/>`,
    );
  }
  for (let tree = random.whole(3, 7); tree > 0; tree--) {
    const [x, y, size] = [random.whole(40, 1160), random.whole(470, 610), random.whole(24, 44)];
    parts.push(
      `<rect x="${x - 3}" y="${y}" width="6" height="${size}" fill="${css(palette.near)}"/><ellipse cx="${x}" cy="${y - size * 0.5}" rx="${size * 0.62}" ry="${size}" fill="${blend(palette.near, [70, 110, 70], 0.6)}"/>`,
    );
  }
  parts.push(
    `<path d="M860 612v-70l52 -40l52 40v70Z" fill="${css(palette.accent)}"/><path d="M846 548l66 -56l66 56l-8 8l-58 -48l-58 48Z" fill="${css(palette.near)}"/><rect x="898" y="566" width="28" height="46" fill="${css(palette.light)}"/>`,
  );
  return parts.join("");
}

export function drawBirds(palette: Palette, random: Random): string {
  const parts = [
    sky,
    sun(palette, random.whole(300, 900), random.whole(300, 430), random.whole(90, 150)),
  ];
  const [x, y] = [random.whole(480, 700), random.whole(130, 220)];
  for (let bird = -6; bird <= 6; bird++) {
    const [left, top] = [
      x + bird * 62 + random.whole(-9, 9),
      y + Math.abs(bird) * 40 + random.whole(-9, 9),
    ];
    const wing = random.whole(22, 34);
    parts.push(
      `<path d="M${left - wing} ${top - wing * 0.35}Q${left - wing * 0.4} ${top - wing * 0.65} ${left} ${top}Q${left + wing * 0.4} ${top - wing * 0.65} ${left + wing} ${top - wing * 0.3}Q${left + wing * 0.4} ${top - wing * 0.2} ${left} ${top + 9}Q${left - wing * 0.4} ${top - wing * 0.2} ${left - wing} ${top - wing * 0.35}Z" fill="${css(palette.near)}"/>`,
    );
  }
  for (let row = 0; row < 4; row++)
    parts.push(hill(560 + row * 62, 34, blend(palette.far, palette.near, row * 0.3), random));
  for (let reed = 0; reed < 60; reed++) {
    const left = random.whole(0, 1200);
    const tall = random.whole(60, 190);
    parts.push(
      `<path d="M${left} 800q${random.whole(-12, 12)} -${tall * 0.6} ${random.whole(-26, 26)} -${tall}" stroke="${css(palette.near)}" stroke-width="3" fill="none"/>`,
    );
  }
  return parts.join("");
}

export function drawWoods(palette: Palette, random: Random): string {
  const parts = [
    sky,
    sun(palette, random.whole(250, 950), random.whole(180, 320), random.whole(60, 100)),
  ];
  for (let row = 0; row < 4; row++) {
    const fill = blend(palette.far, palette.near, 0.05 + row * 0.31);
    const foot = 500 + row * 95;
    for (let x = random.whole(-30, 20); x < 1230; x += random.whole(44, 104)) {
      const tall = random.whole(150, 240) + row * 34;
      const half = tall * 0.23;
      parts.push(
        [0, 0.24, 0.46]
          .map(
            (down, tier) =>
              `<path d="M${x} ${foot - tall * (1 - down)}l${half * (0.6 + tier * 0.2)} ${tall * 0.42}h-${half * (1.2 + tier * 0.4)}Z" fill="${fill}"/>`,
          )
          .join(""),
      );
    }
    parts.push(hill(foot - 10, 16, fill, random));
  }
  return parts.join("");
}

export function drawTurbines(palette: Palette, random: Random): string {
  const parts = [
    sky,
    sun(palette, random.whole(200, 1000), random.whole(280, 420), random.whole(70, 110)),
  ];
  parts.push(hill(560, 36, blend(palette.far, palette.sky[2], 0.3), random));
  for (let mill = 0; mill < 6; mill++) {
    const x = 110 + mill * 190 + random.whole(-50, 50);
    const scale = random.between(0.5, 1.15);
    const turn = random.whole(0, 119);
    const blades = [0, 120, 240]
      .map(
        (angle) =>
          `<path d="M0 0C16 -30 14 -110 0 -170C-7 -110 -9 -40 0 0Z" transform="rotate(${angle + turn})"/>`,
      )
      .join("");
    parts.push(
      `<g transform="translate(${x} ${620 - 300 * scale}) scale(${scale.toFixed(2)})" fill="${blend(palette.light, palette.far, 0.12)}"><path d="M-6 0L-13 380H13L6 0Z"/>${blades}<circle r="12" fill="${css(palette.accent)}"/></g>`,
    );
  }
  parts.push(
    hill(630, 28, blend(palette.far, palette.near, 0.5), random),
    hill(700, 24, css(palette.near), random),
  );
  return parts.join("");
}

export function drawStadium(palette: Palette, random: Random): string {
  const parts = [sky];
  for (const x of [130, 430, 770, 1070]) {
    parts.push(
      `<path d="M${x - 46} 120L${x - 260} 640H${x + 260}L${x + 46} 120Z" fill="${css(palette.light)}" opacity=".1"/><rect x="${x - 5}" y="120" width="10" height="330" fill="${css(palette.near)}"/><rect x="${x - 54}" y="76" width="108" height="54" rx="6" fill="${css(palette.near)}"/>${[0, 1, 2, 3].map((lamp) => `<circle cx="${x - 37 + lamp * 25}" cy="103" r="10" fill="${css(palette.light)}"/>`).join("")}`,
    );
  }
  parts.push(
    `<path d="M0 330Q600 230 1200 330V560H0Z" fill="${blend(palette.near, palette.far, 0.25)}"/>`,
  );
  for (let row = 0; row < 9; row++) {
    for (let seat = 0; seat < 76; seat++) {
      if (!random.chance(0.8)) continue;
      const x = seat * 16 + (row % 2) * 8;
      const y = 352 + row * 21 - 46 * Math.sin((x / 1200) * Math.PI) * (1 - row / 9);
      parts.push(
        `<circle cx="${x}" cy="${y.toFixed(0)}" r="5" fill="${css(random.pick([palette.accent, palette.light, palette.far, palette.sky[1]]))}" opacity=".8"/>`,
      );
    }
  }
  parts.push(`<path d="M0 540H1200V800H0Z" fill="#3f7d4a"/>`);
  for (let stripe = 0; stripe < 12; stripe += 2)
    parts.push(
      `<path d="M${stripe * 100} 540h100L${(stripe + 1) * 190 - 540} 800h-190Z" fill="#57975b"/>`,
    );
  parts.push(
    `<ellipse cx="600" cy="672" rx="190" ry="60" fill="none" stroke="#eef3e6" stroke-width="5"/><path d="M0 556H1200M600 540V800" stroke="#eef3e6" stroke-width="5"/><circle cx="${random.whole(380, 820)}" cy="${random.whole(610, 720)}" r="15" fill="#fdfdf8"/>`,
  );
  return parts.join("");
}

export function drawSatellite(palette: Palette, random: Random): string {
  const stars = Array.from(
    { length: 150 },
    () =>
      `<circle cx="${random.whole(0, 1200)}" cy="${random.whole(0, 800)}" r="${random.between(0.6, 2.2).toFixed(1)}" fill="#fff7e6" opacity="${random.between(0.3, 1).toFixed(2)}"/>`,
  );
  const panel = (x: number): string =>
    `<g transform="translate(${x} -46)"><rect width="190" height="92" fill="${css(palette.sky[1])}" stroke="${css(palette.light)}" stroke-width="4"/>${[1, 2, 3, 4].map((line) => `<path d="M${line * 38} 0V92" stroke="${css(palette.light)}" stroke-width="2.5"/>`).join("")}<path d="M0 46H190" stroke="${css(palette.light)}" stroke-width="2.5"/></g>`;
  return `<rect width="1200" height="800" fill="${blend(palette.sky[0], [6, 8, 24], 0.75)}"/>${stars.join("")}<circle cx="${random.whole(300, 900)}" cy="1240" r="720" fill="${css(palette.sky[1])}"/><circle cx="600" cy="1255" r="715" fill="${blend(palette.sky[0], [20, 60, 96], 0.5)}" opacity=".75"/><path d="M60 400Q600 80 1140 400" fill="none" stroke="${css(palette.light)}" stroke-width="2.5" stroke-dasharray="4 13" opacity=".7"/><g transform="translate(${random.whole(440, 760)} ${random.whole(230, 330)}) rotate(${random.whole(-32, 32)})">${panel(-258)}${panel(68)}<rect x="-68" y="-8" width="136" height="16" fill="${css(palette.far)}"/><rect x="-52" y="-66" width="104" height="132" rx="10" fill="${blend(palette.accent, palette.light, 0.25)}"/><rect x="-52" y="-20" width="104" height="18" fill="${css(palette.near)}" opacity=".5"/><path d="M-46 78Q0 144 46 78Z" fill="${css(palette.light)}"/><path d="M0 96V134" stroke="${css(palette.light)}" stroke-width="6"/></g>`;
}

export function drawRails(palette: Palette, random: Random): string {
  const vanish = random.whole(420, 780);
  const sleepers = Array.from({ length: 15 }, (_, index) => {
    const y = 436 + 364 * (index / 14) ** 1.9;
    const half = 24 + (y - 430) * 0.86;
    const middle = vanish + ((600 - vanish) * (y - 430)) / 370;
    return `<rect x="${middle - half}" y="${y}" width="${half * 2}" height="${4 + (y - 430) * 0.045}" fill="${css(palette.near)}" opacity=".75"/>`;
  });
  const train = `<g transform="translate(${vanish} 430)"><path d="M-74 12V-70Q-74 -124 0 -124T74 -70V12Z" fill="${css(palette.accent)}"/><path d="M-54 -62Q-50 -98 0 -98T54 -62V-44H-54Z" fill="${css(palette.near)}"/><circle cx="-44" cy="-16" r="10" fill="${css(palette.light)}"/><circle cx="44" cy="-16" r="10" fill="${css(palette.light)}"/><rect x="-74" y="2" width="148" height="12" fill="${css(palette.near)}"/></g>`;
  return `${sky}${sun(palette, random.whole(150, 1050), random.whole(150, 280), random.whole(56, 90))}${hill(410, 60, blend(palette.far, palette.sky[2], 0.25), random)}${hill(440, 14, blend(palette.far, palette.near, 0.35), random)}${sleepers.join("")}<path d="M${vanish - 18} 436L250 800M${vanish + 18} 436L950 800" stroke="${css(palette.light)}" stroke-width="11" opacity=".8"/>${train}<path d="M150 800V190M150 240H330M1050 800V230M1050 280H880" stroke="${css(palette.near)}" stroke-width="12" fill="none"/>`;
}
