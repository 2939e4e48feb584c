import type { Template } from "../template.ts";

export const investigationEvents: readonly Template[] = [
  {
    section: "Investigations",
    scenes: ["chart", "harbour", "portrait"],
    tags: "investigation, waste, {company}",
    facts: {
      company: "@company",
      whistle: "@person",
      inspector: "@person",
      tonnes: [4000, 61000, 1000],
      files: [1100, 9400, 100],
      sites: [4, 19],
      months: [5, 14],
    },
    headlines: [
      "The {tonnes} tonnes that {company} said it had recycled",
      "Inside the {files} files: how {company}'s waste vanished",
      "Weighed twice, paid twice: the scales of {company}",
      "What we found at {sites} sites that do not exist",
    ],
    standfirsts: [
      "Invoices show lorries arriving at yards that closed years ago. We went to look.",
      "{company} denies wrongdoing and has stopped answering questions.",
    ],
    leads: [
      "Over {months} months we examined {files} invoices, weighing slips and photographs. They show that at least {tonnes} tonnes of waste booked as recycled by {company} [were never delivered|went somewhere else].",
      "The address is a meadow. According to the invoices, 214 lorries unloaded here last year. There is one cow, and it was born in March.",
    ],
    body: [
      "The documents come from {whistle}, who worked in the accounts department and copied them “because the numbers were too round”. We checked a sample against toll records and satellite pictures.",
      "At {sites} of the places listed we found locked gates, a kindergarten and a lake. Two operators confirmed that their stamps had been forged.",
      "For each tonne the company received public money. The sum, as far as it can be reckoned, exceeds €3m.",
      "{inspector}, a former inspector, said four people oversee 700 firms and that visits are announced by letter.",
      "{company} replied through lawyers that it complied with all rules and that our figures were “taken out of context”. Asked for the context, it did not answer.",
      "The public prosecutor in {city} opened a case on {day}, after we had put our questions.",
    ],
    quotes: [
      "“Real rubbish weighs 7,314 kilos. It never weighs eight thousand,” {whistle} said.",
      "“We were told to be partners of industry. Partners do not ring at night,” {inspector} said.",
    ],
    captions: [
      "One of {sites} addresses named in the invoices.",
      "Documents seen by this newspaper.",
    ],
    list: [
      "Period examined: {months} months",
      "Documents: {files}",
      "Places visited: {sites}",
      "Answers from the company: one letter",
    ],
  },
  {
    section: "Investigations",
    scenes: ["skyline", "chart", "geometry"],
    tags: "investigation, property, ownership",
    facts: {
      owner: "@company",
      notary: "@person",
      tenant: "@person",
      flats: [140, 2300, 10],
      firms: [19, 88],
      empty: [17, 44],
    },
    headlines: [
      "Who owns {city}? {firms} letterboxes and {flats} flats",
      "The empty flats of {city}, and the people behind them",
      "{firms} companies, one staircase",
      "Follow the doorbell: an inquiry into {city}'s missing homes",
    ],
    standfirsts: [
      "{empty}% of the flats stand empty. Their owners share a lawyer, an address and a taste for initials.",
      "A reader's note about a dark window led to a chain of companies in three countries.",
    ],
    leads: [
      "{flats} flats in the centre of {city} belong to {firms} companies that share a single address, according to land records analysed by this newspaper. [Nearly {empty}%|About {empty}%] of the flats are empty.",
      "It began with a letter. “The light opposite has been off for two years,” wrote {tenant}. “I should like to know for whom.”",
    ],
    body: [
      "Records can be searched by plot but not by name. We copied 41,000 entries by hand over a summer with the help of forty readers.",
      "The {firms} companies lead to {owner}, which in turn belongs to a foundation. Its purpose, in the register, is “the furtherance of purposes”.",
      "{notary}, the notary who certified most of the purchases, said it was not her task to wonder.",
      "Empty flats can pay. In one building, values rose by 70% while nobody so much as opened a tap.",
      "The city may fine owners for leaving homes empty. It has done so twice in six years, for lack of anyone to send the letter to.",
      "A spokesman for {owner} said the flats were being prepared for “gradual activation”.",
    ],
    quotes: [
      "“I water the plants on the stairs. I suppose that makes me the management,” {tenant} said.",
      "“A register that cannot be read is a diary with a lock,” said a lawyer for the tenants' association.",
    ],
    captions: ["Dark windows in {city} on {day}.", "One address, {firms} companies."],
  },
  {
    section: "Investigations",
    scenes: ["laboratory", "portrait", "chart"],
    tags: "investigation, care, public money",
    facts: {
      home: "Lindenhof|Bay View|Saint Orla's|The Larches|Northfield House",
      nurse: "@person",
      owner: "@company",
      daughter: "@person",
      residents: [38, 140],
      shifts: [120, 900, 10],
      nights: [11, 46],
    },
    headlines: [
      "Ghost shifts: {home} billed for nurses who were not there",
      "{nights} nights without a nurse at {home}",
      "The rota that could not be true",
      "{shifts} shifts, {residents} residents and a signature that never changes",
    ],
    standfirsts: [
      "Rotas list people who had left, were abroad or had died. The state paid for all of them.",
      "The operator has dismissed a manager and kept the money, for now.",
    ],
    leads: [
      "{home}, a care home in {city} with {residents} residents, billed the state for at least {shifts} shifts that nobody worked, according to rotas [seen by this newspaper|passed to us by staff].",
      "On the night of the fourth, says the rota, three nurses were on duty at {home}. One of them was in another country. Another had died in spring.",
    ],
    body: [
      "{nurse}, who worked there for six years, began to photograph the plan on the wall each evening and to compare it with who came.",
      "On {nights} nights, the records suggest, one assistant looked after three floors. Call bells were answered after 50 minutes on average.",
      "{daughter}, whose father lived at {home}, kept a diary of visits. It agrees with the photographs to the day.",
      "{owner}, which runs eleven homes, said it had dismissed a manager and was “reviewing processes”. It made a profit of €9m last year.",
      "Inspectors had given the home top marks in March. They look at documents, and the documents were perfect.",
    ],
    quotes: [
      "“I signed for myself. Then I saw that I had also signed for Thursday,” {nurse} said.",
      "“He never complained. I thought that was a good sign,” {Daughter} said.",
    ],
    captions: ["{home} in {city}.", "Rotas and photographs were compared night by night."],
  },
];
