/** What the generator knows of a language: its most frequent words, and what others are made of. */
export interface Language {
  readonly code: string;
  /** Share of the titles written in it; the shares sum up to 1. */
  readonly share: number;
  /** In the order of their frequency. */
  readonly frequent: readonly string[];
  readonly syllables: readonly string[];
  /** Syllables of a word, the fewest and the most. */
  readonly length: readonly [number, number];
  /** What stands between words and at the end of a sentence. */
  readonly gap: string;
  readonly stop: string;
  /** Words of a sentence, the fewest and the most. */
  readonly sentence: readonly [number, number];
  /** Words of its kind that carry as much as one English word. */
  readonly density: number;
}

const words = (text: string): string[] => text.split(" ");
const letters = (text: string): string[] => Array.from(text);
const latin = { gap: " ", stop: ". ", sentence: [8, 28], length: [1, 3], density: 1 } as const;

/** Four scripts, one of them written from right to left, two languages without gaps between words. */
export const languages: readonly Language[] = [
  {
    ...latin,
    code: "en",
    share: 0.45,
    frequent: words(
      "the of to and a in that is for it on was with as be by at said from he are have has not they this but will who which their more been one had its would about after were up when there also",
    ),
    syllables: words(
      "ter con ing pro ment er ation port an ver re est ly mar com tion in al per ted form ple dis vi ness ble ca min tra po sen house land ward light stone field work ship ber ford ton coun cil gov ern",
    ),
  },
  {
    ...latin,
    code: "de",
    share: 0.12,
    frequent: words(
      "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum",
    ),
    syllables: words(
      "ver ge be ung keit lich schaft er en ten stadt land rat wahl werk haus zeit zug markt wirt bund tag recht dienst halt stell trag führ kraft spiel ge tum burg feld berg ström grün höh",
    ),
    length: [1, 4],
    sentence: [7, 24],
  },
  {
    ...latin,
    code: "fr",
    share: 0.1,
    frequent: words(
      "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son mais nous aux été cette ou comme on leur ses était fait deux",
    ),
    syllables: words(
      "con tre mi nis ré gion ment eau pré si dent par ti vo té lec tion mar ché é cole mu sée ri vière hiv er chan son jour nal pro jet ci toy en dé part sou ve nir im pôt",
    ),
  },
  {
    ...latin,
    code: "ru",
    share: 0.11,
    frequent: words(
      "в и на не что с по он как это из за к для от его о до был при но так после все они мы у также более которые уже если или году лет быть тем только этом может",
    ),
    syllables: words(
      "пра ви тель ство го род ской вы бор ре ка мо сто ва дом про ект за вод на род ный от чет по езд сту ден ми ни стр ком па ни я со бы ти е раз ви тие су дья ста ди он",
    ),
    length: [1, 4],
    sentence: [6, 20],
    density: 0.9,
  },
  {
    ...latin,
    code: "ar",
    share: 0.08,
    frequent: words(
      "في من على إلى أن التي عن مع هذا ما هذه كان بعد الذي قال بين لا كما قد أو هو لم كل منذ خلال حيث يوم ذلك حتى قبل ثم عام غير أكثر وقد",
    ),
    syllables: words(
      "ال وز ار ة مد ين حك وم ان تخ اب ات شر ك سو ق جا مع مس تش فى طر ي ق نه ر مت حف رئ يس بر لم ان اق تص اد مش رو ع",
    ),
    length: [1, 3],
    sentence: [8, 24],
    density: 0.85,
  },
  {
    code: "zh",
    share: 0.07,
    frequent: words(
      "的 在 是 了 和 有 不 将 为 对 中 与 也 上 人 年 月 日 等 我们 他 这 个 到 以 被 说 并 于 从",
    ),
    syllables: letters(
      "国市会政经济社科技发展城河桥学校报道选举委员长民众文化体育交通气候医院公司金融教育环境农村企业工程研究院博物馆音乐节水电影时代新闻记者今天昨安全法律服务计划投资建设能源海洋历史地区",
    ),
    length: [1, 3],
    gap: "",
    stop: "。",
    sentence: [8, 24],
    density: 0.95,
  },
  {
    code: "ja",
    share: 0.07,
    frequent: words(
      "の に は を が と で た も し て から こと など れ さ する いる ある なる より まで へ や ため この その という",
    ),
    syllables: [
      ...letters(
        "市議会橋港予算美術館鉄道学校研究選挙気候病院音楽祭工場政府地域経済技術環境住民計画新聞記者発表東西南北海山川",
      ),
      ...words("ら り る く き ま み め ニュース システム センター プロジェクト データ"),
    ],
    length: [1, 3],
    gap: "",
    stop: "。",
    sentence: [10, 30],
    density: 1.2,
  },
];
