import type { Template } from "../template.ts";

export const localEvents: readonly Template[] = [
  {
    section: "Local",
    scenes: ["rails", "skyline", "portrait"],
    tags: "tram, transport, {city}",
    facts: {
      planner: "@person",
      baker: "@person",
      line: [3, 14],
      metres: [400, 5200, 100],
      months: [7, 26],
      stops: [3, 11],
    },
    headlines: [
      "Line {line} to reach the hospital by spring",
      "{months} months of digging: {city}'s tram gets {stops} new stops",
      "The baker of Mill Street and the {metres}-metre trench",
      "Trams in {city} stand still as cable is cut, again",
    ],
    standfirsts: [
      "Work on {metres} metres of track begins on Monday. Three bus lines are diverted.",
      "Shopkeepers want signs, compensation and, most of all, a date.",
    ],
    leads: [
      "Work to extend tram line {line} by {metres} metres begins in {city} on Monday and will last {months} months, the transport company said on {day}.",
      "In {city}'s Mill Street you now enter the bakery over a plank. It will stay that way for {months} months.",
    ],
    body: [
      "{stops} stops are to be built, all of them without steps. The last one lies in front of the hospital, which at present can be reached by two buses and a hill.",
      "{planner}, who manages the works, said pipes from 1898 had to be replaced first, since nobody would want to dig twice.",
      "{baker}, who owns the bakery, has put up a sign: “Yes, we are open. No, we do not know either.”",
      "Buses 4, 11 and 12 take another route. A map is at [the town hall|every stop that still exists].",
      "Residents can put questions to the engineers every Wednesday at five in a container on the corner. There is coffee.",
    ],
    quotes: [
      "“We found three pipes that are on no map and one that is on all of them and is not there,” {Planner} said.",
      "“My customers are loyal. Their shoes are ruined,” {baker} said.",
    ],
    captions: ["Mill Street in {city}.", "Line {line} will get {stops} new stops."],
    list: [
      "Monday: Mill Street closed to cars",
      "From December: night work between ten and four",
      "Spring: first test runs",
      "Questions: Wednesdays at five, the blue container",
    ],
  },
  {
    section: "Local",
    scenes: ["portrait", "table", "fields"],
    tags: "community, shop, {city}",
    facts: {
      shop: "village shop|swimming bath|cinema|post office|pub",
      organiser: "@person",
      oldest: "@person",
      people: [90, 640, 10],
      sum: [40, 310, 5],
      volunteers: [14, 70],
    },
    headlines: [
      "{people} neighbours buy {city}'s last {shop}",
      "Saved for €{sum},000: the {shop} reopens on Saturday",
      "{Oldest}, 91, cuts the ribbon at {city}'s {shop}",
      "How {city} kept its {shop}, one jar at a time",
    ],
    standfirsts: [
      "{volunteers} volunteers will run it in shifts. The till is older than most of them.",
      "It is not a museum, they say. It has to pay for its own light bulbs.",
    ],
    leads: [
      "The last {shop} in {city} reopens on Saturday, nine months after it closed, owned by {people} residents who [raised €{sum},000|bought shares at €50 each].",
      "There was a raffle, a sponsored silence and an auction of marrows. On {day} {city} had €{sum},000, and the keys to its {shop}.",
    ],
    body: [
      "{organiser}, who had the idea, rang every bell in the parish. Only one door stayed shut, and its owner came later with an envelope.",
      "{volunteers} volunteers have signed up for shifts of three hours. There is a rota for the stove and another for the cat.",
      "{oldest}, 91, will open the door. She remembers the first opening, in 1949, because there were oranges.",
      "An accountant in the group reckons that it needs 140 customers a week to survive. Before it closed, there were 95.",
      "The county gave €20,000 and a warning that it would be the only time.",
    ],
    quotes: [
      "“We did not save a business. We saved a reason to put on a coat,” {Organiser} said.",
      "“I have outlived three owners. I mean to give this one trouble too,” {oldest} said.",
    ],
    captions: ["Volunteers at work in {city}.", "The {shop} on the eve of its opening."],
  },
  {
    section: "Local",
    scenes: ["skyline", "portrait", "geometry"],
    tags: "fire brigade, rescue, {city}",
    facts: {
      animal: "swan|pony|ferret|escaped emu|very large pig",
      officer: "@person",
      witness: "@person",
      hours: [2, 7],
      firefighters: [4, 16],
      street: "Tanner's Row|Station Road|Chapel Lane|the ring road|Quay Street",
    },
    headlines: [
      "{animal} holds up traffic in {city} for {hours} hours",
      "{firefighters} firefighters, one {animal} and {street}",
      "Rescued, photographed, ungrateful: the {animal} of {street}",
      "{city}: {animal} returned to owner after chase",
    ],
    standfirsts: [
      "Nobody was hurt. The animal declined to comment.",
      "A trail of porridge oats ended what a net could not.",
    ],
    leads: [
      "A {animal} brought traffic on {street} in {city} to a standstill for {hours} hours on {day} before {firefighters} firefighters [persuaded it into a trailer|lured it away with porridge].",
      "The first caller to the emergency number apologised. “It is a {animal},” she said, “and it seems to know where it is going.”",
    ],
    body: [
      "{officer}, who led the operation, said the brigade's manual covered horses, cows and, in an appendix, an elephant.",
      "{witness}, who was on the way to a job interview, photographed the scene as proof and got the job.",
      "Two attempts with a net failed. The third involved porridge oats and a wheelbarrow.",
      "The owner, traced through a chip, was surprised: the fence, she said, was higher than the animal's ambitions.",
      "Buses ran up to 40 minutes late. The transport company has added a line to its list of causes.",
    ],
    quotes: [
      "“In thirty years I have been bitten by three of these, and they were all smaller,” {Officer} said.",
      "“It looked at me as if I were the one without a licence,” {witness} said.",
    ],
    captions: ["{street} in {city} on {day}.", "The animal was unharmed."],
  },
  {
    section: "Local",
    scenes: ["stage", "fields", "table"],
    tags: "festival, market, weekend",
    facts: {
      event: "apple fair|lantern parade|boat blessing|onion market|brass band meeting",
      organiser: "@person",
      guest: "@person",
      visitors: [3000, 41000, 500],
      stalls: [40, 210],
      year: [21, 180],
    },
    headlines: [
      "{city} gets ready for the {year}th {event}",
      "{visitors} expected at {city}'s {event}",
      "{stalls} stalls and a new rule about geese",
      "Rain does not stop the {event} in {city}",
    ],
    standfirsts: [
      "Roads close at noon on Saturday. Bring boots, small change and an appetite.",
      "The committee met forty times. The argument about the tent is settled.",
    ],
    leads: [
      "{city} expects up to {visitors} visitors for the {year}th {event} this weekend, with {stalls} stalls between the church and the river.",
      "For fifty-one weeks of the year {organiser} sells insurance. In the fifty-second the {event} begins, and nothing is insured.",
    ],
    body: [
      "The town centre is closed to cars from noon on Saturday. A shuttle runs from the sports ground every fifteen minutes until eleven.",
      "New this year are a tent for children, a quiet hour on Sunday morning and [no plastic cups|a rule about geese, after last year].",
      "{guest}, who left {city} forty years ago and made a career in television, opens the weekend and has been asked to keep it short.",
      "{organiser} leads a committee of nineteen. It met forty times; the tent alone took six evenings.",
      "If the river rises above two metres, the stalls by the bank move to the market square. The forecast is mixed.",
    ],
    quotes: [
      "“We plan for sun, insure for storm and usually get drizzle,” {Organiser} said.",
      "“I still know where the good dumplings are, and I will not say,” {guest} said.",
    ],
    captions: ["Last year's {event} in {city}.", "{stalls} stalls line the river."],
    table: [
      "When / What",
      "Saturday, 12.00 / Opening on the market square",
      "Saturday, 18.30 / Procession to the river",
      "Sunday, 9.00 / Quiet hour",
      "Sunday, 16.00 / Prize-giving",
    ],
  },
  {
    section: "Local",
    scenes: ["books", "portrait", "skyline"],
    tags: "schools, council, {city}",
    facts: {
      head: "@person",
      parent: "@person",
      councillor: "@person",
      school:
        "Mill Lane Primary|Harbour Road School|Saint Bride's|Northfield Juniors|the Canal School",
      classes: [2, 6],
      sum: "2.4|3.9|6.1|8.8",
      pupils: [140, 620, 10],
    },
    headlines: [
      "{school} to get {classes} new classrooms at last",
      "{pupils} pupils, one hall: {city} votes for €{sum}m school extension",
      "Containers out, bricks in at {school}",
      "Parents at {school} count the years, and the puddles",
    ],
    standfirsts: [
      "Lessons have been held in containers since 2019. They were meant to stay for a year.",
      "The vote was unanimous. The building permit is another matter.",
    ],
    leads: [
      "{school} in {city} will get {classes} new classrooms and a hall for €{sum}m, the council decided unanimously on {day}.",
      "When it rains at {school}, the third form moves its tables. On {day} the council voted €{sum}m so that the next third form need not.",
    ],
    body: [
      "{pupils} children attend the school, which was built for half as many. Gymnastics takes place in the corridor on Tuesdays and in the church on Thursdays.",
      "{head}, the head, has asked for the extension every September since 2016 and kept the replies.",
      "{parent}, whose third child is about to start, hopes it will be finished for the fourth.",
      "{councillor}, who chairs the building committee, promised work would begin after the summer holidays [if bids are within budget|“with or without a brass band”].",
      "The containers are to be sold. A rowing club has shown interest.",
    ],
    quotes: [
      "“I shall believe it when I have to wipe my feet,” {Head} said.",
      "“My eldest learnt to read in a box. It did no harm, but it leaks,” {parent} said.",
    ],
    captions: ["{school} in {city}.", "The containers have been in use since 2019."],
  },
];
