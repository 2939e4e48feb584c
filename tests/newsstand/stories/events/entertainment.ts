import type { Template } from "../template.ts";

export const entertainmentEvents: readonly Template[] = [
  {
    section: "Entertainment",
    scenes: ["stage", "portrait", "skyline"],
    tags: "film festival, {city}, awards",
    facts: {
      film: "The Lighthouse Keeper's Holiday|Paper Boats|Eleven Minutes to Midnight|The Goat Road|My Father's Umbrella",
      director: "@person",
      actor: "@person",
      juror: "@person",
      budget: [90, 900, 10],
      films: [41, 120],
      minutes: [71, 188],
    },
    headlines: [
      "“{film}” takes top prize at {city} festival",
      "Shot for €{budget},000: {Director}'s “{film}” wins in {city}",
      "{films} films, one goat and a winner nobody had tipped",
      "{Actor} is best actor in {city} for a part without words",
    ],
    standfirsts: [
      "The jury chose the smallest film in competition. The audience had done so the night before.",
      "It was made in {minutes} minutes of screen time, eighteen days and one borrowed house.",
    ],
    leads: [
      "“{film}”, a comedy by {director} made for €{budget},000, won the main prize at the {city} film festival on {day}.",
      "The red carpet in {city} is nine metres long because there was no money for more. On {day} {director} crossed it in rubber boots and came back with the main prize.",
    ],
    body: [
      "{films} films were shown in ten days. The favourite, a three-hour war epic, went home with a prize for its costumes.",
      "{juror}, who led the jury, said the film “never once tells you what to feel, which is why you do”.",
      "{actor} was named best actor for a role that has [no lines at all|eleven words]. The speech of thanks was about as long.",
      "Distributors from fourteen countries have bought the film. It opens in February.",
      "Attendance rose by a tenth. Festival staff, on contracts of three months, read out a letter before the ceremony and were applauded.",
    ],
    quotes: [
      "“The goat was not trained. Neither were we,” {Director} said.",
      "“I prepared a speech, but the film has talked me out of it,” {actor} said.",
    ],
    captions: ["The festival cinema in {city}.", "{director} with the prize."],
  },
  {
    section: "Entertainment",
    scenes: ["portrait", "chart", "stage"],
    tags: "television, series, ratings",
    facts: {
      series: "Harbour Lights|The Quiet Ward|Minister of Nothing|Cold Platform|Three Aunts",
      writer: "@person",
      actor: "@person",
      viewers: "4.1|5.6|7.2|8.9",
      season: [2, 6],
      episodes: [6, 10],
    },
    headlines: [
      "{viewers} million watch the end of “{series}”",
      "“{series}” will return for season {season}",
      "Why everybody's mother loves “{series}”",
      "{Writer} on how “{series}” ends, without saying how it ends",
    ],
    standfirsts: [
      "The finale was the most watched drama in nine years. Its writer followed it from a laundrette.",
      "No murders, no drones, no twist: how a slow series won the autumn.",
    ],
    leads: [
      "The last episode of “{series}” was watched by {viewers} million people on {day}, [the largest audience for a drama in nine years|more than any match this season].",
      "In the final scene of “{series}” a woman makes tea, and {viewers} million people wept. Nobody involved can quite explain it.",
    ],
    body: [
      "{writer}, who wrote all {episodes} episodes, had been told to add a body. A cat was offered as a compromise and refused.",
      "{actor}, unknown until September, has been recognised [in a lift shaft|at a funeral] and takes it well.",
      "The broadcaster had put the series on a weekday because it expected little. Repeats begin on Sunday, season {season} in the autumn.",
      "Critics compare it with the family dramas of the seventies, though the lighting is better and the men cry more.",
      "Visitor numbers in the village where it is filmed have tripled. The bakery sells a loaf named after the dog.",
    ],
    quotes: [
      "“I was in the laundrette with strangers, all of us pretending not to watch,” {Writer} said.",
      "“My agent wanted a car chase. There is a scene with a slow tractor,” {Actor} said.",
    ],
    captions: ["{actor} in a scene from “{series}”.", "The series is filmed near {city}."],
  },
  {
    section: "Entertainment",
    scenes: ["stage", "stadium", "portrait"],
    tags: "music, tour, concert",
    facts: {
      band: "Velvet Ferry|The Late Platforms|Ninefold|Salt Choir|Miss Meridian",
      singer: "@person",
      producer: "@person",
      dates: [14, 61],
      tickets: [120000, 900000, 10000],
      price: [29, 59],
      years: [7, 22],
    },
    headlines: [
      "{band} to tour after {years} years",
      "{tickets} tickets gone in a morning for {band}",
      "{band} fixes ticket price at €{price} and keeps the touts out",
      "The quiet return of {band}: {dates} nights, no fireworks",
    ],
    standfirsts: [
      "Every seat costs the same and carries a name. Other acts are watching.",
      "They parted over a tambourine. They have agreed to play without one.",
    ],
    leads: [
      "{band} will play {dates} concerts next year, the group's first for {years} years, and every ticket will cost €{price}, it announced on {day}.",
      "There was no press conference. A poster appeared on a wall in {city}, someone took a picture, and by noon {tickets} tickets for {band} were gone.",
    ],
    body: [
      "Tickets carry names and can be returned for the full price until the day before, [which leaves touts with nothing to sell|a rule promoters had called impossible].",
      "{singer}, who sings and writes most of the songs, has spent the years in between teaching in a primary school.",
      "{producer} has recorded eleven new songs with the band in a boathouse. Rain can be heard on three of them.",
      "The stage travels in four lorries instead of thirty and is powered by batteries charged at each hall.",
      "Older fans hope for the early songs. There will be two, {Singer} promises, “and not the one you think”.",
    ],
    quotes: [
      "“We were not enemies. We were tired, with guitars,” {Singer} said.",
      "“If you want pyrotechnics, bring a candle,” {producer} said.",
    ],
    captions: ["The poster that appeared in {city}.", "{singer} during rehearsals."],
  },
  {
    section: "Entertainment",
    scenes: ["geometry", "chip", "portrait"],
    tags: "games, independent, awards",
    facts: {
      game: "Lamplighter|Small Tides|The Post Office at the End|Moss|Kettle & Crow",
      maker: "@person",
      reviewer: "@person",
      sold: [200000, 2400000, 100000],
      years: [3, 9],
      hours: [4, 22],
    },
    headlines: [
      "“{game}”, made by one person in {years} years, sells {sold} copies",
      "A game about delivering letters is the surprise of the year",
      "“{game}” has no enemies, and that is the point",
      "{Maker} built a world at the kitchen table",
    ],
    standfirsts: [
      "There is nothing to shoot. {sold} people have bought it in a fortnight.",
      "{hours} hours long, hand-drawn and best played with the windows open.",
    ],
    leads: [
      "“{game}”, drawn, written and programmed by {maker} alone, has sold {sold} copies in two weeks, its publisher said on {day}.",
      "You walk, you deliver letters, it rains. That is “{game}”, and it is the most gripping thing you can do with a screen this winter.",
    ],
    body: [
      "The work took {years} years of evenings. {Maker}, who drives a bus in {city}, coded in the breaks at the terminus.",
      "Letters can be opened, which nobody prevents and the game never mentions. Most players do it once.",
      "{reviewer}, who reviews games for a living, found a door on the third day that nobody had reported and [has not said where|kept it a secret].",
      "It runs on old machines, needs no connection and collects no data, which the title screen says in nine words.",
      "A larger studio made an offer. The answer came on a postcard.",
    ],
    quotes: [
      "“I have passengers who play it. They do not know that I know,” {Maker} said.",
      "“It trusts you, and you behave better for it,” {Reviewer} said.",
    ],
    captions: ["A scene from “{game}”.", "{maker} drew every frame by hand."],
  },
];
