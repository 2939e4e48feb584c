import type { Template } from "../template.ts";

export const healthEvents: readonly Template[] = [
  {
    section: "Health",
    scenes: ["laboratory", "chart", "portrait"],
    tags: "vaccine, trial, {disease}",
    facts: {
      disease: "Lyme disease|norovirus|RSV|shingles|dengue",
      doctor: "@person",
      statistician: "@person",
      university: "@university",
      people: [4200, 31000, 100],
      share: [61, 89],
      weeks: [8, 60],
    },
    headlines: [
      "Vaccine against {disease} cuts cases by {share}% in trial",
      "{people} volunteers, one answer: {disease} vaccine works",
      "What the {disease} vaccine trial shows, and what it cannot",
      "After {weeks} weeks, hope against {disease}",
    ],
    standfirsts: [
      "Side effects were mostly sore arms. How long protection lasts is not yet known.",
      "Regulators could decide by autumn. The price is the next trial.",
    ],
    leads: [
      "A vaccine against {disease} prevented {share}% of cases in a trial with {people} volunteers, researchers at {university} [reported|announced] on {day}.",
      "Half of them got the vaccine, half got salt water, and for {weeks} weeks nobody knew who was who. On {day} the envelopes were opened.",
    ],
    body: [
      "Illness occurred in 41 people in the vaccinated group and several times as many in the other, a difference too large for chance. Severe cases were seen only among those given the placebo.",
      "{doctor}, who led the trial, said older volunteers were protected nearly as well as younger ones, which had not been expected.",
      "One in nine had a fever for a day. Two serious events were examined and [found to be unrelated|attributed to other causes].",
      "{statistician}, who reviewed the data independently, called the design sound and the follow-up short.",
      "The maker has not named a price. Health insurers say they will pay if it stays below that of three days in hospital.",
    ],
    quotes: [
      "“I have waited nineteen years to be this bored by an adverse-events table,” {Doctor} said.",
      "“Good news should be repeated before it is framed,” {Statistician} said.",
    ],
    captions: ["Doses are drawn up at a clinic in {city}.", "The trial ran for {weeks} weeks."],
    table: [
      "Group / People / Cases",
      "Vaccine / half / 41",
      "Placebo / half / several times as many",
    ],
  },
  {
    section: "Health",
    scenes: ["portrait", "skyline", "geometry"],
    tags: "hospitals, nursing, {city}",
    facts: {
      nurse: "@person",
      director: "@person",
      beds: [24, 140, 2],
      minutes: [40, 190, 5],
      before: [240, 420, 10],
    },
    headlines: [
      "{city} hospital halves waiting time with a felt-tip pen",
      "From {before} minutes to {minutes}: an emergency room reorganised",
      "{nurse}'s whiteboard is now policy in nine hospitals",
      "Why {beds} beds in {city} were empty while corridors were full",
    ],
    standfirsts: [
      "The fix was not money. It was finding out who was waiting for whom.",
      "Patients are sent home before ten, which frees beds before noon.",
    ],
    leads: [
      "Patients in {city}'s emergency department now wait {minutes} minutes on average, down from {before}, after a reorganisation [drawn up by its own nurses|that cost less than one ambulance].",
      "{nurse} drew three columns on a whiteboard and wrote a name on each card. By the end of the week the corridor was empty.",
    ],
    body: [
      "The board showed that {beds} beds were occupied by people well enough to leave, waiting for a signature, a pharmacist or a taxi.",
      "Doctors now sign before breakfast rounds. Pharmacists come to the ward. A volunteer drives.",
      "{director}, the director, admitted that a consultant's report three years earlier had recommended a new building.",
      "Staff turnover has fallen by a third. Complaints have too, though parking still leads the list.",
      "Nine hospitals have adopted the scheme. Researchers warn that such gains tend to fade when the person who drew the board leaves.",
    ],
    quotes: [
      "“I asked the cleaner first, because she sees everything,” {Nurse} said.",
      "“It is humbling to be outrun by a whiteboard,” {Director} said.",
    ],
    captions: ["The ward in {city} at eight in the morning.", "Three columns and a pen."],
  },
  {
    section: "Health",
    scenes: ["table", "chart", "portrait"],
    tags: "nutrition, study, sleep",
    facts: {
      habit:
        "a short walk after dinner|going to bed at the same hour|a handful of beans a day|an hour without a screen before sleep",
      researcher: "@person",
      sceptic: "@person",
      people: [900, 44000, 100],
      years: [3, 14],
      share: [9, 27],
    },
    headlines: [
      "The modest power of {habit}",
      "Study of {people} adults finds benefit in {habit}",
      "Can {habit} add years? Probably a few months",
      "{years} years of diaries point to {habit}",
    ],
    standfirsts: [
      "The effect is small, cheap and surprisingly steady across ages.",
      "It will not sell a book, says the author, which is how you know.",
    ],
    leads: [
      "Adults who kept to {habit} had a {share}% lower risk of heart trouble over {years} years, according to a study of {people} people published on {day}.",
      "It costs nothing, needs no equipment and cannot be photographed. That may be why it took {years} years to notice the value of {habit}.",
    ],
    body: [
      "The team allowed for income, smoking and weight. What remained was small but appeared in every age group.",
      "{researcher}, the lead author, cautioned that people with orderly evenings may be orderly in other ways.",
      "{sceptic}, an epidemiologist not involved in the work, would like to see a trial in which people are told at random what to do, “and do it, which is the difficult part”.",
      "Benefits levelled off quickly: doing twice as much did not help twice as well.",
      "National guidelines will not change, since they say much the same already.",
    ],
    quotes: [
      "“If this were a pill it would have a stadium named after it,” {Researcher} said.",
      "“My advice is to begin small and tell nobody,” {Sceptic} said.",
    ],
    captions: ["Small habits, kept for {years} years.", "Volunteers in {city} filled in diaries."],
    list: [
      "Start on a weekday, not on the first of January",
      "Tie the habit to something you do anyway",
      "Miss a day without guilt, but not two",
    ],
  },
  {
    section: "Health",
    scenes: ["chart", "skyline", "laboratory"],
    tags: "public health, outbreak, {city}",
    facts: {
      illness: "measles|whooping cough|norovirus|legionella",
      officer: "@person",
      cases: [19, 240],
      rate: [78, 92],
      clinics: [3, 12],
    },
    headlines: [
      "{cases} cases of {illness} in {city}; clinics open at weekend",
      "How {city} traced {illness} to one evening",
      "{Officer}'s map: stopping {illness} street by street",
      "{city} says {illness} outbreak is slowing",
    ],
    standfirsts: [
      "{clinics} walk-in clinics are open until late. Schools stay open too.",
      "Detective work with bus tickets and choir lists found the source within a week.",
    ],
    leads: [
      "Health officials in {city} have confirmed {cases} cases of {illness} since the beginning of the month and opened {clinics} walk-in clinics, they said on {day}.",
      "On the wall of the health office in {city} hangs a street map with {cases} pins. On {day}, for the first time in weeks, nobody added one.",
    ],
    body: [
      "{officer}, the chief medical officer, said most patients were recovering at home and nine had needed hospital care.",
      "Interviews, bus tickets and a choir's attendance list pointed to a single evening. The venue has since been [cleaned and inspected|ventilated and reopened].",
      "Protection in the worst affected districts stands at {rate}%, below the level at which an outbreak burns out by itself.",
      "Letters in eleven languages went to parents. Where volunteers rang the bell instead, twice as many came.",
      "The number of new cases has fallen for five days. Officials will wait two incubation periods before giving the all-clear.",
    ],
    quotes: [
      "“People are not against us. They are busy, and the bus does not stop at the clinic,” {Officer} said.",
      "“I came because my neighbour asked, not because of the poster,” said a father of three.",
    ],
    captions: ["A walk-in clinic in {city}.", "New cases by day."],
  },
];
