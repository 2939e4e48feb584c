import type { Template } from "../template.ts";

export const opinionEvents: readonly Template[] = [
  {
    section: "Opinion",
    scenes: ["geometry", "portrait", "skyline"],
    tags: "opinion, cities, housing",
    facts: {
      thing: "parking spaces|waiting rooms|public benches|village halls|drinking fountains",
      number: [300, 9000, 100],
      friend: "@person",
    },
    headlines: [
      "In praise of {thing}",
      "You can judge a city by its {thing}",
      "{city} has {number} {thing}. It needs twice as many",
      "The quiet politics of {thing}",
    ],
    standfirsts: [
      "We measure what we own. It is what we share that tells us how we live.",
      "A plea for the least glamorous line in the budget.",
    ],
    leads: [
      "Nobody has ever won an election on {thing}. I think somebody should try.",
      "When visitors ask me what to see in {city}, I send them to look at the {thing}. They think that I am joking.",
    ],
    body: [
      "Consider what they do. They ask for no ticket, keep no hours and admit anyone. In a town where nearly every door wants a password, that is close to a miracle.",
      "They are also where we meet people whom we would never choose. {friend}, who counts such things for a living, once told me that a district's health can be read from them as well as from its wages.",
      "The objection is cost, and it is a fair one. But {city} spends more each year on [cones|signs telling people not to do things] than on all of them together.",
      "Neglect has a price too. It merely arrives on a different bill, usually that of a hospital.",
      "I do not ask for monuments. I ask for the ordinary, kept in good repair.",
    ],
    quotes: [
      "“People do not need much to be decent,” {Friend} said. “Mostly they need somewhere to sit.”",
      "A town that cannot afford the ordinary will soon be unable to afford anything else.",
    ],
    captions: ["Seen in {city} on {day}.", "What we share tells us how we live."],
  },
  {
    section: "Opinion",
    scenes: ["chart", "geometry", "portrait"],
    tags: "opinion, economics, growth",
    facts: {
      idea: "a four-day week|a tax on empty shops|a ministry of maintenance|free public transport|a citizens' assembly",
      minister: "@person",
      percent: [3, 19],
    },
    headlines: [
      "The case for {idea}",
      "{idea}: the cautious radical's answer",
      "What {Minister} gets wrong about {idea}",
      "I was against {idea}. Then I read the figures",
    ],
    standfirsts: [
      "The arguments against it were all made against weekends.",
      "Try it small, count honestly, and stop if it fails.",
    ],
    leads: [
      "The first thing people say about {idea} is that it cannot be paid for. The second is that it is already happening somewhere and works.",
      "I used to think {idea} a charming mistake. It was a footnote that changed my mind.",
    ],
    body: [
      "In a trial in {city} that ran for a year, output fell by less than {percent}% in the worst month and rose in the others. Sick leave halved.",
      "{minister}, who opposes it, calls the trial too small. That is an argument for a larger one.",
      "Critics ask what happens to hospitals, ferries and kitchens. It is the right question. The answer is not the same everywhere, and any law that pretends otherwise deserves to fail.",
      "What struck me was not enthusiasm but relief: people spoke about it as one speaks of a stone taken from a shoe.",
      "Reforms seldom fail because they are too bold. They fail because nobody was put in charge of [Tuesday|the forms].",
    ],
    quotes: [
      "A bad idea dies of evidence. A good one merely has to wait for the old objections to retire.",
      "“Show me the second year,” {Minister} said to me. I intend to.",
    ],
    captions: ["Figures from the trial in {city}.", "The debate has only begun."],
  },
  {
    section: "Opinion",
    scenes: ["chip", "portrait", "geometry"],
    tags: "opinion, technology, attention",
    facts: {
      object: "paper diary|kitchen radio|bus timetable|landline|library card",
      years: [9, 40],
      person: "@person",
    },
    headlines: [
      "Why I went back to a {object}",
      "The {object} and the freedom to be unreachable",
      "My {object} has never asked me to rate it",
      "{years} years with one {object}",
    ],
    standfirsts: [
      "It has no updates, no opinions and no idea who I am.",
      "This is not nostalgia. It is a consumer test.",
    ],
    leads: [
      "My {object} is {years} years old. In that time it has asked me for nothing.",
      "Last winter, during a power cut in {city}, I discovered that the most advanced device in my flat was a {object}.",
    ],
    body: [
      "I know what you are thinking, and I write this on a computer. The point is not purity. It is proportion.",
      "{person}, who designs apps and does not use them after six, puts it like this: a tool waits, a service waves.",
      "The {object} does one thing. When it has been done, it is over, and one looks up and finds [a room|other people].",
      "There are losses. I have missed a party, two discounts and the beginning of at least one scandal.",
      "On balance I have gained about an hour a day, which I waste myself.",
    ],
    quotes: [
      "“Attention is the only thing you cannot buy back,” {Person} said.",
      "A tool waits. A service waves.",
    ],
    captions: ["It has no updates.", "The writer's desk in {city}."],
  },
  {
    section: "Opinion",
    scenes: ["books", "ballot", "portrait"],
    tags: "opinion, education, schools",
    facts: {
      subject: "handwriting|geography|cooking|arguing|mental arithmetic",
      teacher: "@person",
      percent: [11, 48],
    },
    headlines: [
      "Teach {subject}, and the rest will follow",
      "Who killed {subject}?",
      "A school in {city} brought back {subject}. Good",
      "The exam that {subject} cannot pass",
    ],
    standfirsts: [
      "What cannot be marked is the first thing to go. We notice ten years later.",
      "Only {percent}% of schools still offer it. Listen to those that do.",
    ],
    leads: [
      "There is a classroom in {city} in which thirty children are being taught {subject}, and it is the noisiest and most serious hour of their week.",
      "{percent}% of our schools still teach {subject}. I should like to know what the others do with the time.",
    ],
    body: [
      "{teacher}, who has taught it for twenty years, says the benefit shows elsewhere: in patience, in the ability to be wrong and stay in the room.",
      "The usual reply is that a machine does it better. So it does. Machines also lift weights better, and we still go for walks.",
      "Ministries like what can be counted. A subject whose results arrive at the age of thirty has no friends in a spreadsheet.",
      "None of this needs a reform. It needs two hours, a teacher who is trusted and [a door that closes|no visitors].",
      "The children in {city} were asked what they would drop instead. They had suggestions, most of them unprintable.",
    ],
    quotes: [
      "“I do not prepare them for the test,” {Teacher} said. “I prepare them for the day after.”",
      "What cannot be marked is the first thing to go.",
    ],
    captions: ["A classroom in {city}.", "Thirty children and one hour."],
  },
];
