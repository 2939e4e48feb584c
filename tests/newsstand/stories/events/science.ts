import type { Template } from "../template.ts";

export const scienceEvents: readonly Template[] = [
  {
    section: "Science",
    scenes: ["fields", "mountains", "forest"],
    tags: "birds, migration, ecology",
    facts: {
      bird: "black-tailed godwit|common swift|arctic tern|honey buzzard|turtle dove",
      researcher: "@person",
      volunteer: "@person",
      university: "@university",
      tagged: [24, 140],
      kilometres: [4200, 11800, 100],
      earlier: [6, 17],
    },
    headlines: [
      "The {bird} is leaving {earlier} days earlier, tags show",
      "{tagged} tiny backpacks and a {kilometres}-kilometre flight",
      "Where the {bird} rests, and why it matters who drains the marsh",
      "Non-stop: {bird} flies {kilometres} km without landing",
    ],
    standfirsts: [
      "Tags lighter than a paper clip followed {tagged} birds across two continents.",
      "An earlier spring does not help a bird whose food has not been told.",
    ],
    leads: [
      "The {bird} now sets out {earlier} days earlier than in the 1990s, according to a study of {tagged} tagged birds led by {university} and published on {day}.",
      "On the last evening of July a {bird} with a solar cell on its back rose from a marsh near {city}. It next touched the ground {kilometres} kilometres later.",
    ],
    body: [
      "{researcher} and colleagues fitted {tagged} birds with transmitters weighing less than a gram. Two thirds reported back for at least a year.",
      "The birds respond to day length, which does not change, and to weather in the winter quarters, which does. Insects at home follow temperature. The gap between the two is widening.",
      "One marsh, seven kilometres long, was used by more than half of all birds. It is [not protected|earmarked for a road].",
      "Volunteers such as {volunteer}, a retired postman, checked nests before and after work. Their notebooks, kept since 1974, gave the study its long view.",
      "The authors recommend keeping stubble and shallow water in a few places at the right fortnight rather than reserves everywhere all year.",
    ],
    quotes: [
      "“They know the way. What they do not know is that we have moved the breakfast,” {Researcher} said.",
      "“I have met some of these birds more often than my cousins,” {volunteer} said.",
    ],
    captions: [
      "A flock crossing the coast near {city}.",
      "Marshes on the route serve as larders.",
      "Transmitters weigh less than a gram.",
    ],
  },
  {
    section: "Science",
    scenes: ["satellite", "aurora", "portrait"],
    tags: "space, probe, {probe}",
    facts: {
      probe: "Lantern|Pathfarer|Tern 2|Halcyon|Marigold",
      moon: "an ice moon of Saturn|a moon of Jupiter|a distant comet|the asteroid Petra",
      scientist: "@person",
      engineer: "@person",
      years: [4, 11],
      seconds: [9, 44],
      grams: [60, 250, 10],
    },
    headlines: [
      "{probe} lands on {moon} after {years} years",
      "{seconds} seconds of silence, then a picture: {probe} is down",
      "{grams} grams of another world are on their way home",
      "The probe {probe} wakes, stretches and calls from {moon}",
    ],
    standfirsts: [
      "The signal arrived {seconds} seconds late. In the control room nobody breathed.",
      "Engineers saved the mission with a program written for a machine older than they are.",
    ],
    leads: [
      "The space probe {probe} has landed on {moon}, {years} years after launch, controllers said on {day}, and has [sent its first picture|begun to drill].",
      "For {seconds} seconds longer than planned there was nothing. Then a line on a screen in {city} twitched, and forty people who had worked for {years} years on a metal box burst into tears.",
    ],
    body: [
      "The landing was automatic, since a command takes more than half an hour to arrive. {probe} chose its own spot and changed its mind once, 90 metres above the ground.",
      "{scientist}, who leads the science team, hopes to find out whether the ice holds salts and simple organic matter. It would not be life, she stressed, only [the kitchen|its ingredients].",
      "A frozen valve had threatened the mission two years ago. {engineer} found that rocking the craft with its own antenna would free it.",
      "A capsule with {grams} grams of samples is to return in six years, landing in a desert chosen for its lack of interest.",
      "The mission cost €610m, about as much as nine kilometres of urban motorway.",
    ],
    quotes: [
      "“It is like parking in another town by post,” {engineer} said.",
      "“The first picture is mostly our own foot. It is a beautiful foot,” {Scientist} said.",
    ],
    captions: [
      "An artist's view of {probe} on approach.",
      "The control room in {city} followed the landing.",
    ],
  },
  {
    section: "Science",
    scenes: ["laboratory", "portrait", "geometry"],
    tags: "archaeology, discovery, {city}",
    facts: {
      archaeologist: "@person",
      farmer: "@person",
      university: "@university",
      years: [1400, 4300, 100],
      objects: [31, 420],
      metres: "1.8|2.4|3.1",
    },
    headlines: [
      "A {years}-year-old harbour turns up under a car park in {city}",
      "{objects} objects from the mud rewrite {city}'s beginnings",
      "Ploughing near {city}, {Farmer} hit a bronze age workshop",
      "What a shoe says: finds in {city} are {years} years old",
    ],
    standfirsts: [
      "Wood, leather and a child's shoe survived because the mud kept out the air.",
      "The find moves the founding of the town back by several centuries.",
    ],
    leads: [
      "Archaeologists in {city} have uncovered a landing stage {years} years old, [complete with rope and a child's shoe|better preserved than any on the coast], {university} said on {day}.",
      "The digger stopped because the driver thought he had hit a fence. The fence, it turned out, was {years} years old.",
    ],
    body: [
      "The timbers lay {metres} metres down in wet clay. {archaeologist}, who leads the dig, has catalogued {objects} objects, among them weights, needles and a whistle that still works.",
      "Rings in the oak show that the trees were felled in a single winter. Traces of resin point to ships from the far side of the sea.",
      "Builders have moved their crane and will wait [until spring|four months]. The law gives archaeologists twelve weeks; the owner offered more.",
      "Until now the town was thought to have begun as a monastery. A harbour suggests that the monks came to where the money was.",
      "The wood must be kept wet. Volunteers spray it every two hours, including at night.",
    ],
    quotes: [
      "“Someone lost a shoe here and was surely told off for it,” {archaeologist} said.",
      "“We wanted sixty parking spaces and got a chapter of history,” the owner of the site said.",
    ],
    captions: ["Timbers of the landing stage in {city}.", "The shoe was found on the second day."],
  },
  {
    section: "Science",
    scenes: ["laboratory", "chart", "geometry"],
    tags: "physics, materials, research",
    facts: {
      physicist: "@person",
      sceptic: "@person",
      university: "@university",
      glass:
        "glass that heals its own cracks|a magnet without rare earths|a plastic that dissolves in seawater|paint that cools a roof by nine degrees",
      attempts: [210, 1900, 10],
      months: [5, 30],
    },
    headlines: [
      "Researchers make {glass}, and others can repeat it",
      "{attempts} failures and {glass}",
      "From the bench to the shop: the long road of {glass}",
      "{university} reports {glass}; rivals are cautiously pleased",
    ],
    standfirsts: [
      "Two independent laboratories have confirmed the result. Price is the next question.",
      "The recipe was found after an oven had been left on over a weekend.",
    ],
    leads: [
      "A team at {university} has made {glass}, in a study published on {day} and [already confirmed by two other laboratories|repeated within a month elsewhere].",
      "Someone forgot to switch off the oven. {attempts} experiments and {months} months later, the mistake has become {glass}.",
    ],
    body: [
      "{physicist}, who leads the team, said the effect appeared in a narrow range of temperatures that nobody had tried because theory said there was nothing to see.",
      "Samples survived a year on a roof, in salt spray and in the pockets of students, “which is the harshest environment known to science”.",
      "{sceptic}, who was not involved, called the work careful and warned that many materials shine in grams and fail in tonnes.",
      "The ingredients are cheap. The furnace is not, and a first factory would cost around €40m.",
      "The group has put its data, including all {attempts} failed attempts, online.",
    ],
    quotes: [
      "“Every failed batch has a name. We grew fond of some,” {physicist} said.",
      "“I tried to break it for a month and broke only a chair,” {sceptic} said.",
    ],
    captions: ["Samples in the laboratory.", "{physicist} with sample number {attempts}."],
  },
  {
    section: "Science",
    scenes: ["harbour", "laboratory", "ship"],
    tags: "ocean, biology, expedition",
    facts: {
      biologist: "@person",
      captain: "@person",
      ship: "Curlew|Anna Vesper|Deep Meridian|Polaris Bay",
      depth: [2100, 5600, 100],
      species: [12, 63],
      days: [23, 60],
    },
    headlines: [
      "{species} new species found {depth} metres down",
      "Aboard the {ship}: {days} days above an unknown mountain",
      "A garden in the dark: what lives at {depth} metres",
      "Sponges, ghosts and a walking fish: the {ship} comes home",
    ],
    standfirsts: [
      "The mountain rises higher than the Alps and was on no map.",
      "Mining firms have applied for the same patch of sea floor.",
    ],
    leads: [
      "Biologists aboard the research ship {ship} have found at least {species} species unknown to science on a mountain {depth} metres under the sea, they said on returning to {city} on {day}.",
      "The robot's lamp swept over grey mud, and more grey mud, and then over a forest. At {depth} metres, {biologist} says, “you do not shout, because it is four in the morning, but everyone came running.”",
    ],
    body: [
      "The expedition lasted {days} days. A robot on a cable filmed corals, sponges and a fish that walks on its fins and seems annoyed by light.",
      "Some of the corals are thought to be more than 2,000 years old. They grow by the width of a hair each year.",
      "{captain}, who commands the {ship}, mapped the mountain by sonar on the way. It is 3,100 metres tall and had been crossed by cables for decades without anyone noticing.",
      "The area lies within a zone for which licences to collect metal nodules have been requested. A decision is due [next year|in July].",
      "Specimens will be described by forty specialists, a task that takes years and is mostly done by people close to retirement.",
    ],
    quotes: [
      "“We know the back of the moon better than the front of this hill,” {biologist} said.",
      "“I have sailed over it eleven times and never said good morning,” {Captain} said.",
    ],
    captions: ["The {ship} returning to {city}.", "Samples are sorted in a cold laboratory."],
  },
];
