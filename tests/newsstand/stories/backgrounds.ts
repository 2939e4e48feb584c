import type { Section } from "../../../preload/contract/model.ts";
import type { Background } from "./background.ts";

const politics: Background = {
  headings: ["What happens next", "How it came to this", "The politics of it"],
  facts: { analyst: "@person", pollster: "@person", lead: [2, 11], weeks: [2, 9] },
  paragraphs: [
    "The question has occupied [both chambers|three committees] since the summer, and officials who have followed it say the outline of a solution has been on paper for most of that time.",
    "{analyst}, who teaches politics in Castlemere, sees a pattern: a problem is declared urgent, then complicated, then somebody else's.",
    "Polls taken over the weekend give the governing parties a lead of {lead} points, unchanged on the month. {pollster}, who conducts them, says most people have stopped following the details.",
    "A written answer to parliament is due in {weeks} weeks. By then, aides concede, the facts may have moved again.",
    "Civil servants, who prefer not to be named, describe long evenings and [short tempers|short drafts]. “We know what it says,” one of them remarked. “We are waiting to be told what it means.”",
    "The matter will come up when ministers meet next month, though it is not on the published agenda.",
    "Elsewhere the same debate has taken other turns. In Belisle it ended in a commission, in Quillan in a song.",
    "For the moment nothing changes for citizens: rules, forms and deadlines stay as they were.",
  ],
};

const business: Background = {
  headings: ["The market's view", "Behind the figures", "What it means for customers"],
  facts: {
    analyst: "@person",
    bank: "@company",
    percent: [2, 9],
    quarter: "first|second|third|last",
  },
  paragraphs: [
    "Analysts took the news [calmly|with interest]. {analyst} of {bank} called it “sensible, late and not yet in the price”.",
    "Orders across the industry fell by {percent}% in the {quarter} quarter, according to the statistics office, but the decline has slowed since the summer.",
    "Suppliers in the region, many of them family firms with fewer than fifty employees, say they have learnt to ask for deposits.",
    "For customers little is likely to change before next year. Existing contracts run on, and guarantees are not affected.",
    "The last time something of the kind was tried, twelve years ago, it ended in court. The law has since been rewritten, partly because of that case.",
    "Costs remain the open question. Energy is cheaper than it was, wages are not, and freight depends on the week.",
    "Unions ask for a seat at the table and guarantees until the end of the decade. Talks are to begin [on Monday|within a fortnight].",
    "Investors will hear more when annual results are published in February.",
  ],
};

const science: Background = {
  headings: ["How they know", "Open questions", "What comes next"],
  facts: { outsider: "@person", university: "@university", labs: [3, 14], years: [2, 9] },
  paragraphs: [
    "The results were reviewed by independent experts before publication, and the data can be downloaded by anyone who wants to check them.",
    "{outsider} of {university}, who took no part in the work, called it [“a patient piece of science”|“convincing, as far as it goes”] and would like to see it repeated elsewhere.",
    "There are limits. The sample is not large, measurements were taken under favourable conditions, and some of the uncertainty cannot be expressed in a number.",
    "{labs} other groups are pursuing the same question by different routes. Two of them expect results within the year.",
    "Funding is secured for another {years} years. After that the team will have to apply again, a task its members describe as a second profession.",
    "Practical use, if there is any, lies some way off. Between a promising result and a product there are usually a decade and several disappointments.",
    "The idea itself is old. A paper from 1967 suggested something similar and was cited, until last year, exactly four times.",
    "Students who worked on the project gave the apparatus a name. It is on no official document and on every cable.",
  ],
};

const sport: Background = {
  headings: ["The table", "In the dressing room", "Looking ahead"],
  facts: { pundit: "@person", matches: [3, 9], injured: [1, 5] },
  paragraphs: [
    "It was the {matches}th time this season that a result was decided in the closing minutes, and officials have begun to ask whether added time has grown too long.",
    "{pundit}, who won two titles and now comments for the radio, spoke of “an afternoon on which nobody wanted the ball and everybody wanted the win”.",
    "The list of injured grew by one to {injured}. Doctors expect the newest name on it to be back [before the break|within three weeks].",
    "Statistics flatter to deceive: possession, distance covered and attempts were all level, and yet few spectators would call it even.",
    "Tickets for the return meeting in spring go on sale on Friday. Members come first, then everybody else, then the touts.",
    "The federation confirmed that the schedule stays as it is, despite complaints about three appearances in eight days.",
    "Youngsters from the academy made up a third of the squad, the highest share for a decade.",
  ],
};

const culture: Background = {
  headings: ["Behind the scenes", "A longer story", "Practical matters"],
  facts: { critic: "@person", seats: [140, 900, 10], price: [8, 34] },
  paragraphs: [
    "It has been a restless year for the arts. Grants were cut in spring, restored in summer and renamed in autumn, and applications for them now run to [forty|sixty] pages.",
    "{critic}, who has followed the scene for three decades, speaks of “a generation that learnt to make much out of very little and should not be thanked for it too often”.",
    "Tickets cost from €{price}. On Tuesdays they are half price, and there are {seats} of them.",
    "Audiences have returned in numbers that surprise even optimists, though they book later and leave earlier than they used to.",
    "A catalogue with essays and photographs is [available|in print], and worth having for the footnotes alone.",
    "There will be a discussion with those involved on Sunday afternoon. Admission is free, opinions are expected.",
    "Touring versions are planned for smaller towns, where the lights will have to be brought along.",
  ],
};

const health: Background = {
  headings: ["Advice for patients", "What experts say", "The wider picture"],
  facts: { specialist: "@person", hospital: "@place", percent: [4, 23] },
  paragraphs: [
    "Doctors advise against changing treatment on the strength of a single report. Anyone who is uncertain should [ask a pharmacist|speak to their own practice].",
    "{specialist}, a consultant in {hospital}, said the finding agreed with what she sees on the ward, “which is neither proof nor nothing”.",
    "About {percent}% of adults are affected at some time in their lives, according to the national health survey. Most never seek help.",
    "The costs are considerable. Insurers put them at several hundred million a year, not counting days off work.",
    "Guidelines are revised every five years. The next edition is due in two, and the panel is known for taking its time.",
    "Patient groups welcomed the news and asked that rural areas should not have to wait, as they did the last time.",
    "Independent researchers have been given access to the records, with names removed.",
  ],
};

const climate: Background = {
  headings: ["The bigger picture", "Counting carbon", "What could still go wrong"],
  facts: { researcher: "@person", percent: [7, 41], year: "2032|2035|2040" },
  paragraphs: [
    "Emissions in the region have fallen by {percent}% in ten years, faster than planned in electricity and [hardly at all|much more slowly] on the roads.",
    "{researcher}, who studies such projects, warns against counting savings before they occur: “The atmosphere does not read press releases.”",
    "The target for {year} remains within reach, according to the latest official review, provided that measures already decided are carried out.",
    "Neighbours were consulted in eleven meetings. The minutes fill three binders and contain, somewhere in the second, the idea that was finally adopted.",
    "Insurance companies have taken an interest. Premiums in exposed districts rose again this year.",
    "Similar schemes exist in Norvald and Lindhaven. Both took longer than expected and neither has been regretted.",
    "Money comes from a fund filled by charges on carbon. It is oversubscribed by a factor of three.",
  ],
};

const society: Background = {
  headings: ["A town talks", "How it began", "What remains"],
  facts: { neighbour: "@person", historian: "@person", people: [200, 4100, 50] },
  paragraphs: [
    "In the market square, where everything is discussed in the end, opinions [differ|are divided by age and by side of the river].",
    "{neighbour}, who has lived here all her life, takes the long view. “It will be talked about until Easter,” she said, “and then it will always have been so.”",
    "{historian}, who keeps the town's archive in a former bank, found a similar case from 1904. The letters to the editor were much the same.",
    "A petition has gathered {people} signatures, and a second one, against the first, somewhat fewer.",
    "The matter is on the agenda of the next public meeting. Speakers have three minutes each and a bell to remind them.",
    "Those who want to help can leave a note at the library. So far there are more offers than tasks.",
    "What people remember afterwards, if experience is a guide, is not who was right but who brought the tea.",
  ],
};

/** What can be said behind the stories of each section. */
export const backgrounds: Readonly<Record<Section, Background | null>> = {
  World: politics,
  Politics: politics,
  Business: business,
  Technology: science,
  Science: science,
  Health: health,
  Climate: climate,
  Sport: sport,
  Culture: culture,
  Entertainment: culture,
  Lifestyle: society,
  // An essay ends where its writer ends it.
  Opinion: null,
  Investigations: politics,
  Local: society,
};
