import type { Template } from "../template.ts";

export const cultureEvents: readonly Template[] = [
  {
    section: "Culture",
    scenes: ["stage", "portrait", "geometry"],
    tags: "theatre, premiere, {city}",
    facts: {
      play: "The Salt Cellar|A Winter of Letters|Nine Doors|The Understudy's Wife|Low Water",
      director: "@person",
      actor: "@person",
      author: "@person",
      minutes: [95, 240, 5],
      years: [8, 40],
    },
    headlines: [
      "“{play}” at {city}: {minutes} minutes without a wasted chair",
      "{Actor} returns after {years} years, and the room holds its breath",
      "{Director} opens {city}'s season in the dark",
      "A new play about old debts: “{play}” reviewed",
    ],
    standfirsts: [
      "A bare stage, five actors and a kettle are enough for the evening of the season.",
      "The second half is too long. The first is close to perfect.",
    ],
    leads: [
      "For the first ten minutes of “{play}”, which opened in {city} on {day}, nobody speaks. A kettle boils, a coat is hung up and taken down again, and [by the time a word is said|when the first word falls] it is the wrong one.",
      "{actor} had sworn never to act again. On {day}, {years} years later, the oath was broken in front of 600 people in {city}, who rose as one.",
    ],
    body: [
      "{author}'s play follows two sisters through the sale of a house. Every object has a price tag; the actors remove them one at a time.",
      "{director} directs with a sure hand and a stopwatch. Scenes end a breath early, so that the audience has to run after them.",
      "{actor} plays the elder sister as someone who has rehearsed indifference all her life and is let down by her hands.",
      "After the interval the text explains what had been plain. A monologue about bees could go [without loss|to a better home].",
      "The set, by a student of the local academy, is made of 300 borrowed drawers. They will be returned in June.",
    ],
    quotes: [
      "“I missed the fear, not the flowers,” {Actor} said afterwards.",
      "“If you understand everything, I have done it wrong,” {Director} said.",
    ],
    captions: ["A scene from “{play}”.", "{actor} at the curtain call in {city}."],
  },
  {
    section: "Culture",
    scenes: ["books", "portrait", "harbour"],
    tags: "books, prize, novel",
    facts: {
      novel:
        "The Ferryman's Arithmetic|Inland|A House with Its Back to the Sea|Minor Saints|The Cartographer's Sister",
      writer: "@person",
      juror: "@person",
      printer: "@person",
      copies: [400, 1500, 100],
      pages: [143, 680],
      prize: [20, 60, 5],
    },
    headlines: [
      "“{novel}” wins the Carrow Prize",
      "First printed {copies} times, now everywhere: {writer}'s “{novel}”",
      "{Writer}'s {pages}-page debut takes the season's largest prize",
      "The jury needed nine minutes: {writer} wins for “{novel}”",
    ],
    standfirsts: [
      "The jury praised “a comic novel that you finish in tears”. Its first edition ran to {copies} copies.",
      "Four large houses turned it down. A printer in {city} did not.",
    ],
    leads: [
      "{writer} has won the Carrow Prize, worth €{prize},000, for the novel “{novel}”, the jury announced in {city} on {day}.",
      "{printer} printed {copies} copies of “{novel}” because the paper was already in the shed. On {day} it won the Carrow Prize, and the telephone has not stopped since.",
    ],
    body: [
      "The book tells, in {pages} pages, of a clerk who inherits a ferry and [cannot swim|a debt in a currency that no longer exists].",
      "{juror}, who chaired the jury, said discussion had lasted nine minutes, after a year of never agreeing on anything.",
      "{Writer}, a former tax inspector, wrote on trains between two offices. The chapters are exactly as long as the journey.",
      "Rights have been sold to eleven languages. A second printing of 60,000 is to reach shops by Thursday.",
      "Not all critics agree. One called it “charming to the point of exhaustion”.",
    ],
    quotes: [
      "“I would like to thank the 7.14, which was always late enough,” {Writer} said.",
      "“We had no marketing plan. We had a van,” {Printer} said.",
    ],
    captions: ["Booksellers in {city} sold out by noon.", "{writer} at the award ceremony."],
  },
  {
    section: "Culture",
    scenes: ["geometry", "portrait", "books"],
    tags: "museum, art, restitution",
    facts: {
      museum: "the Maritime Museum|the Municipal Gallery|the Foundry|the Museum of Small Things",
      painter: "@person",
      heir: "@person",
      curator: "@person",
      year: "1884|1891|1898|1903|1907|1912|1922|1929",
      pictures: [2, 41],
    },
    headlines: [
      "{city} returns {pictures} paintings to the family of {heir}",
      "A label, a lie and {pictures} canvases: {museum} sets things right",
      "The back of the picture told the story",
      "What hangs in the gap? {city} gives back a {painter}",
    ],
    standfirsts: [
      "A pencilled number on a frame led the museum to a flat, a list and a granddaughter.",
      "The empty hooks will stay on the wall.",
    ],
    leads: [
      "{museum} in {city} will return {pictures} paintings by {painter} to the heirs of a collector who was forced to sell them, it said on {day}.",
      "On the back of a landscape from {year}, under seven layers of labels, {curator} found four digits in pencil. They matched a list that was supposed not to exist.",
    ],
    body: [
      "The works were bought at auction for a fraction of their value and given to the museum [as a legacy|by a mayor with a poor memory].",
      "{heir}, a granddaughter of the collector, learnt of the claim from a letter she took at first for fraud.",
      "{curator} has examined 1,100 works in four years. For sixty, the question of who owned them remains open, and each now has a note beside it.",
      "One picture stays on loan. The family asked that it hang at the height of a child.",
      "The law sets no deadline. Museums elsewhere have been slower, and some have asked {city} for its method.",
    ],
    quotes: [
      "“I remember the frame. As a child I thought it was the sun,” {heir} said.",
      "“An empty hook can be the best-lit thing in the room,” {curator} said.",
    ],
    captions: [
      "The gallery in {city} with its empty hooks.",
      "{curator} examines the back of a canvas.",
    ],
  },
  {
    section: "Culture",
    scenes: ["stage", "skyline", "portrait"],
    tags: "music, orchestra, {city}",
    facts: {
      conductor: "@person",
      composer: "@person",
      soloist: "@person",
      hall: [900, 2400, 50],
      sum: [60, 310, 5],
      late: [3, 9],
    },
    headlines: [
      "{city}'s concert hall opens {late} years late, and sounds it",
      "{hall} seats and not one bad one: a first night in {city}",
      "{Conductor} raises the baton on a €{sum}m gamble",
      "Silence, then {Composer}: the new hall in {city} speaks",
    ],
    standfirsts: [
      "Plywood and patience make the sound. The lifts still do not work.",
      "It cost €{sum}m, three times the estimate. On the first night nobody asked.",
    ],
    leads: [
      "{city} has a concert hall again. {late} years late and at a cost of €{sum}m, it opened on {day} with a new work by {composer} that begins with [a single plucked string|forty seconds of silence].",
      "You could hear someone unwrap a sweet in row 30, and you could hear the shame that followed. {city}'s new hall hides nothing.",
    ],
    body: [
      "The walls are plywood, bent by boatbuilders into 4,000 shallow waves. They scatter the sound so that even the double basses are distinct.",
      "{conductor} chose a programme of extremes. After a symphony played at the edge of hearing came a march that made the lamps ring.",
      "{soloist}, at the piano, took the slow movement slower than is wise and was proved right.",
      "The audit office is still examining the bills. Two contractors went bankrupt and a third built the roof twice.",
      "A quarter of all seats cost less than €12. For the first season they are gone.",
    ],
    quotes: [
      "“A hall is an instrument that you learn from the inside,” {conductor} said.",
      "“I wrote the silence for the ventilation. I am happy to say that I could not hear it,” {composer} said.",
    ],
    captions: ["The new hall in {city} on its first night.", "{conductor} after the concert."],
  },
];
