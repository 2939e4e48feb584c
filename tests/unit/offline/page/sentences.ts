/** Paragraphs of a story in several languages, for pages that tests write. */

const stories = {
  en: "The old bridge over the river opened again on Friday after two years of repairs, and the people of the town walked across it in the rain.",
  de: "Die alte Brücke über den Fluss ist am Freitag nach zwei Jahren Bauzeit wieder geöffnet worden, und viele Menschen aus der Stadt gingen bei Regen hinüber.",
  fr: "Le vieux pont sur la rivière a rouvert vendredi après deux années de travaux, et les habitants de la ville l’ont traversé à pied sous la pluie.",
  es: "El viejo puente sobre el río volvió a abrirse el viernes tras dos años de obras, y los vecinos de la ciudad lo cruzaron a pie bajo la lluvia.",
  it: "Il vecchio ponte sul fiume ha riaperto venerdì dopo due anni di lavori, e gli abitanti della città lo hanno attraversato a piedi sotto la pioggia.",
  ja: "川に架かる古い橋が二年間の修復工事を終えて金曜日に再び開通し、町の人々は雨の中を歩いて渡った。市長は式典で、橋は町の誇りだと語り、工事に携わった人々に感謝を述べた。",
  ru: "Старый мост через реку в пятницу снова открыли после двух лет ремонта, и жители города прошли по нему пешком под дождём, хотя праздника не обещали.",
} as const;

export type StoryLanguage = keyof typeof stories;

/** So many paragraphs, each of them different. */
export function sentences(language: StoryLanguage, count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `<p>${index + 1}. ${stories[language]} ${stories[language]}</p>`,
  ).join("\n");
}
