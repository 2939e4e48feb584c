import type { Template } from "../template.ts";

export const climateEvents: readonly Template[] = [
  {
    section: "Climate",
    scenes: ["turbines", "harbour", "chart"],
    tags: "wind power, energy, {city}",
    facts: {
      company: "@company",
      engineer: "@person",
      fisher: "@person",
      turbines: [34, 140, 2],
      megawatts: [480, 1900, 20],
      homes: [300000, 1500000, 50000],
      kilometres: [28, 74],
    },
    headlines: [
      "{turbines} turbines off {city} begin to turn",
      "Largest wind farm yet feeds {homes} homes",
      "The fishers, the cable and the {megawatts}-megawatt neighbour",
      "{city} swaps coal pier for wind harbour",
    ],
    standfirsts: [
      "At {megawatts} megawatts it replaces the last coal unit on the coast, on windy days at least.",
      "Crabs like the foundations. Trawlers do not. A fund is meant to keep the peace.",
    ],
    leads: [
      "The first of {turbines} turbines {kilometres} kilometres off {city} delivered power on {day}, the start of a wind farm that {company} says will supply {homes} homes.",
      "From the beach in {city} you can see nothing, which was the point. {kilometres} kilometres out, the first of {turbines} turbines began to turn on {day}.",
    ],
    body: [
      "At full strength the farm will deliver {megawatts} megawatts. The coal unit it replaces closes in March, and its pier becomes a base for service ships.",
      "{engineer}, who manages construction, said crews had lost 61 days to weather and gained [most of them back|forty back with a larger crane].",
      "{fisher}, who speaks for the coastal fleet, said the best plaice grounds lay beneath the cable. Boats will get money for three years and a map.",
      "Divers found that mussels had settled on the foundations within months, followed by crabs and then by cod.",
      "The grid on land is the weak spot: on stormy days a tenth of the power cannot be carried inland until a new line is finished.",
    ],
    quotes: [
      "“The wind was always here. We have merely sent it an invoice,” {Engineer} said.",
      "“You cannot eat a megawatt, but you can sell it to people who eat fish,” {fisher} said.",
    ],
    captions: ["Turbines off {city}.", "Service ships leave before dawn."],
  },
  {
    section: "Climate",
    scenes: ["mountains", "aurora", "chart"],
    tags: "glaciers, research, warming",
    facts: {
      glacier: "Hvitarfonn|Great Corrie|Ostra|Silverhorn|Lower Marrin",
      researcher: "@person",
      warden: "@person",
      metres: [21, 97],
      years: [40, 130],
      depth: "1.9|2.7|3.4|4.1",
    },
    headlines: [
      "{glacier} glacier retreats {metres} metres in a summer",
      "The hut that used to stand on ice",
      "{Warden} has measured {glacier} for {years} years of family history",
      "What vanishes with the {glacier}",
    ],
    standfirsts: [
      "It lost {depth} metres of thickness. Meltwater now carves a lake that worries the valley.",
      "Measurements began with a stick and a grandfather.",
    ],
    leads: [
      "The tongue of the {glacier} glacier drew back by {metres} metres this summer, the most since measurements began {years} years ago, [the survey reported|according to figures published] on {day}.",
      "The red mark on the rock says 1986. To reach the ice from there, {warden} now walks for forty minutes.",
    ],
    body: [
      "Over its whole surface the glacier lost {depth} metres. A thin snow cover had melted by May, leaving dark ice in the sun for eleven weeks.",
      "{researcher}, a glaciologist, said that even if warming stopped today, a third of what is left would go.",
      "A lake has formed behind loose rubble. Engineers have dug a channel and fitted sensors that would warn the villages below within four minutes.",
      "Farmers depend on meltwater in August. For now there is more than enough, which is the cruel part: it will peak within a decade and then fail.",
      "The hut, built on ice in 1929, stands on a cliff. Its steps have been extended nine times.",
    ],
    quotes: [
      "“I am the third in my family to measure it, and I may be the last who needs to,” {warden} said.",
      "“Ice has no opinion. It only adds up,” {Researcher} said.",
    ],
    captions: ["The {glacier} in September.", "A lake has formed below the tongue."],
  },
  {
    section: "Climate",
    scenes: ["fields", "forest", "skyline"],
    tags: "cities, heat, trees",
    facts: {
      planner: "@person",
      resident: "@person",
      trees: [2000, 41000, 500],
      degrees: "2.1|3.4|4.2|5.0",
      streets: [40, 310, 10],
      years: [4, 11],
    },
    headlines: [
      "{trees} trees later, {city} is {degrees} degrees cooler in the shade",
      "{city} digs up parking spaces and plants lindens",
      "The street that stopped sweating",
      "Cool roofs, deep shade: {city} prepares for hotter summers",
    ],
    standfirsts: [
      "Sensors in {streets} streets show which trees help most. It is not the pretty ones.",
      "Residents fought for their parking spaces and now fight over the benches.",
    ],
    leads: [
      "Streets in {city} that were planted with trees {years} years ago were {degrees} degrees cooler on hot afternoons than those without, according to measurements [from {streets} streets|released] on {day}.",
      "On the north side of the street it is 39 degrees, and on the south side there are people. {city} has planted {trees} trees in {years} years, and the thermometers have noticed.",
    ],
    body: [
      "Each tree stands in a trench filled with coarse stone that stores rain from the roofs. Nine in ten survived, compared with six in ten when they were set in square holes.",
      "{planner}, who heads the parks office, said the aim was shade for every route to a school by 2032.",
      "The programme cost €1,900 a tree, most of it for moving pipes. 3,100 parking spaces went, a tenth of what opponents had predicted.",
      "Limes and hackberries do well; ornamental cherries do not. Roofs painted white help the people under them and nobody else.",
      "Doctors counted fewer heat collapses in planted districts, though they warn against reading too much into two summers.",
    ],
    quotes: [
      "“I signed the petition against it. I am sitting under it now,” said {resident}, 71.",
      "“Shade is infrastructure with birds in it,” {Planner} said.",
    ],
    captions: ["Young limes in {city}.", "Trenches store rain from the roofs."],
  },
  {
    section: "Climate",
    scenes: ["fields", "harbour", "portrait"],
    tags: "flood, dyke, {city}",
    facts: {
      engineer: "@person",
      farmer: "@person",
      hectares: [90, 640, 10],
      sum: [14, 88],
      centimetres: [30, 110, 5],
      birds: [40, 130],
    },
    headlines: [
      "{city} gives {hectares} hectares back to the river",
      "Moving the dyke: how {city} lowered its floods by {centimetres} cm",
      "A meadow instead of a wall",
      "€{sum}m to let the water in, on purpose",
    ],
    standfirsts: [
      "The new flood plain took the top off last week's high water.",
      "Farmers were paid to move their cows, not their farms.",
    ],
    leads: [
      "A dyke set back from the river near {city} lowered last week's flood by {centimetres} centimetres, engineers said on {day}, sparing [the old town|some 900 cellars].",
      "The safest place in {city} is now the wettest. On {day} {hectares} hectares of meadow filled with brown water exactly as planned.",
    ],
    body: [
      "The project cost €{sum}m, less than raising walls for 11 kilometres would have. It moved the dyke by up to 700 metres and opened it at both ends.",
      "{engineer}, who designed it, had to persuade 62 owners. The last signed on the day before the diggers came.",
      "{farmer}, who keeps cattle there, is paid for each day of flood and gets hay from a neighbouring cooperative.",
      "Ornithologists counted {birds} kinds of birds in the first year, among them a pair of storks that [ignored the nest built for them|chose a crane].",
      "Three towns upstream have asked for plans. The law on compensation dates from 1958 and is being rewritten.",
    ],
    quotes: [
      "“For a century we told the river where to go. Now we asked,” {Engineer} said.",
      "“My cows have a second home, which is more than I can say,” {farmer} said.",
    ],
    captions: ["Meadows near {city} under water.", "The dyke was moved by up to 700 metres."],
  },
];
