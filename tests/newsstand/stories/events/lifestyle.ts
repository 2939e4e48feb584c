import type { Template } from "../template.ts";

export const lifestyleEvents: readonly Template[] = [
  {
    section: "Lifestyle",
    scenes: ["table", "fields", "portrait"],
    tags: "food, recipes, winter",
    facts: {
      dish: "bean stew|onion soup|rye dumplings|leek and barley pot|smoked trout pie",
      cook: "@person",
      minutes: [25, 140, 5],
      people: [4, 8],
      degrees: [150, 190, 10],
    },
    headlines: [
      "The {dish} that made {cook} famous in one street",
      "{minutes} minutes, one pot: {dish} for {people}",
      "What {city} eats when it rains: {dish}",
      "Learning to wait: a {dish} from {city}",
    ],
    standfirsts: [
      "Cheap, forgiving and better the next day. The secret is the lid.",
      "No exotic shopping is required, only an afternoon with something else to do.",
    ],
    leads: [
      "{cook} has cooked {dish} every Thursday for thirty years in a kitchen in {city} the width of a corridor, and there is [still a queue|never any left].",
      "There are dishes that want to be admired and dishes that want to be eaten. {dish} is not much to look at.",
    ],
    body: [
      "Begin the evening before. Soaking costs nothing and saves an hour, and {Cook} adds a spoonful of salt to the water, against all advice.",
      "Cut everything smaller than you think. Let it take colour slowly, with the lid off, until the kitchen smells of Sunday.",
      "Then add stock, cover, and leave it alone for {minutes} minutes at {degrees} degrees. Resist the spoon.",
      "Vinegar at the end wakes it up. So does a handful of whatever is still green in the garden.",
      "It keeps for three days and freezes well, though in {city} nobody has had the chance to check.",
    ],
    quotes: [
      "“People ask for the recipe. I tell them: Thursday,” {Cook} said.",
      "“My mother put in an apple. I do not know why, and I do it too,” {cook} said.",
    ],
    captions: ["Serves {people}, or two for several days.", "The kitchen in {city}."],
    list: [
      "400 g dried beans or barley, soaked overnight",
      "3 large onions, 2 carrots, 1 apple",
      "1 litre of stock, 2 bay leaves",
      "1 tablespoon of vinegar, at the very end",
    ],
  },
  {
    section: "Lifestyle",
    scenes: ["harbour", "mountains", "rails"],
    tags: "travel, off season, {place}",
    facts: {
      place: "@place",
      keeper: "@person",
      rooms: [4, 14],
      price: [48, 95],
      kilometres: [9, 23],
      trains: [2, 6],
    },
    headlines: [
      "{place} in November: closed, wet, wonderful",
      "{trains} trains a day and nowhere to be: a weekend in {place}",
      "The {kilometres}-kilometre walk around {place}",
      "A room with a stove in {place}",
    ],
    standfirsts: [
      "The ice-cream stalls are shuttered, the path is empty and the soup is hot.",
      "Getting there takes all morning, which turns out to be part of it.",
    ],
    leads: [
      "In summer {place} has nine thousand visitors. On {day} there were {keeper}, a dog and us.",
      "The train to {place} runs {trains} times a day, and the driver waits if he sees you running. Take the early one: the light comes in low over the marsh.",
    ],
    body: [
      "{keeper} keeps the only guest house that stays open, with {rooms} rooms from €{price}, breakfast included and conversation optional.",
      "A path of {kilometres} kilometres leads around the headland. After rain it is a stream with opinions. Boots are lent at the door.",
      "Lunch is at the harbour office, where the pilot's sister cooks what came in. There is no menu. There is a question: [fish or fish|hungry or very hungry].",
      "The museum opens on request. Ring the bell, then walk round to the garden and wave.",
      "In the evening the lighthouse draws a line across the ceiling every eleven seconds. Guests sleep, they say, like cargo.",
    ],
    quotes: [
      "“People come to do nothing and are surprised how long it takes,” {Keeper} said.",
      "“In winter we are rude to everyone equally, it is very relaxing,” said the woman at the ticket office.",
    ],
    captions: ["Low light over {place}.", "The path around the headland."],
    list: [
      "Getting there: {trains} trains a day from {city}",
      "Sleeping: {rooms} rooms from €{price}",
      "Walking: {kilometres} km, about five hours",
      "Bring: a book you have put off",
    ],
  },
  {
    section: "Lifestyle",
    scenes: ["fields", "portrait", "geometry"],
    tags: "gardening, repair, home",
    facts: {
      craft:
        "mending wool|sharpening knives|pruning old apple trees|keeping bees on a balcony|repairing chairs",
      teacher: "@person",
      pupil: "@person",
      people: [6, 22],
      weeks: [3, 10],
    },
    headlines: [
      "The return of {craft}",
      "What {weeks} weeks of {craft} taught me",
      "In {city}, {people} strangers learn {craft}",
      "{Teacher} teaches {craft}, and patience by accident",
    ],
    standfirsts: [
      "Classes are full until spring. The tools fit in a shoebox.",
      "It saves little money and a good deal of temper.",
    ],
    leads: [
      "On {day} evenings {people} people meet in a former laundry in {city} for {craft}. The waiting list is longer than the room.",
      "I have ruined two and saved one. After {weeks} weeks of {craft} that counts, {teacher} says, as talent.",
    ],
    body: [
      "{teacher}, who learnt from an uncle, begins each class with the same sentence: slow is smooth. Then nobody speaks for twenty minutes.",
      "{pupil}, a tax adviser, came to get away from screens and stays, as most do, for [the company|the tea].",
      "Mistakes are kept in a glass cabinet with a date and a name. The oldest is the teacher's own.",
      "One needs little: decent light, one good tool and something that is already broken.",
      "A second course begins in January. The city has offered a larger room; the class voted to stay.",
    ],
    quotes: [
      "“Nothing here is finished. That is why they come back,” {teacher} said.",
      "“It is the only hour in which I do not know what time it is,” {Pupil} said.",
    ],
    captions: ["A class in {city}.", "Tools that fit in a shoebox."],
  },
  {
    section: "Lifestyle",
    scenes: ["portrait", "skyline", "table"],
    tags: "families, work, everyday life",
    facts: {
      parent: "@person",
      adviser: "@person",
      minutes: [15, 45, 5],
      families: [12, 90],
      months: [3, 12],
    },
    headlines: [
      "{families} families tried a month without hurry",
      "The {minutes}-minute dinner rule",
      "How {city}'s parents stopped arguing about screens",
      "A small experiment with breakfast",
    ],
    standfirsts: [
      "The rule is simple enough to stick on a fridge. Keeping it is another matter.",
      "Teenagers complained for a week and defended it after a month.",
    ],
    leads: [
      "{families} families in {city} agreed to eat together for {minutes} minutes a day, without telephones, for {months} months. This week they met to compare notes.",
      "At twenty past six in {parent}'s flat an egg timer is turned. Until it rings, after {minutes} minutes, nobody may leave, scroll or say “fine”.",
    ],
    body: [
      "{adviser}, a family adviser who thought up the trial, had expected a third to give up. Four did.",
      "What changed was not the conversation, most say, but the silence: it became [comfortable|shorter].",
      "Single parents found it hardest. Some joined with neighbours, which was the best idea of all and had not been planned.",
      "There were failures. One family spent eleven dinners on the subject of a hamster.",
      "Asked whether they would go on, nine in ten said yes. Asked whether it had been easy, none did.",
    ],
    quotes: [
      "“My son told me about his day. It took four weeks and some dumplings,” {parent} said.",
      "“I do not give advice any more. I lend people egg timers,” {adviser} said.",
    ],
    captions: ["Dinner in {city}.", "The timer is turned at twenty past six."],
  },
];
