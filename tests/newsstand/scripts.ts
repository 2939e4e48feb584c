import type { Behaviour, PublisherDefinition, Story } from "./types.ts";

/** A title in a script of its own, with what its reader has to see. */
export interface ScriptTitle extends PublisherDefinition {
  readonly title: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly stories: readonly Pick<Story, "headline" | "author" | "standfirst" | "html">[];
}

type Row = readonly [headline: string, author: string, standfirst: string, ...paragraphs: string[]];

const story = ([
  headline,
  author,
  standfirst,
  ...paragraphs
]: Row): ScriptTitle["stories"][number] => ({
  headline,
  author,
  standfirst,
  html: paragraphs.map((text) => `<p>${text}</p>`).join(""),
});

const title = (
  slug: string,
  name: string,
  language: string,
  behaviour: Partial<Behaviour>,
  ...rows: readonly Row[]
): ScriptTitle => ({
  slug,
  title: name,
  language,
  direction: language === "ar" || language === "he" ? "rtl" : "ltr",
  behaviour: { pictures: "missing", ...behaviour },
  stories: rows.map(story),
});

/** Texts of two paragraphs, so that an encoding which nobody names can be told by them. */
const chinese: Row = [
  "海港市议会通过新预算，渡轮票价不变",
  "陈晓明",
  "经过九个小时的辩论，议员们以微弱多数通过了明年的预算。",
  "海港市议会星期四深夜通过了明年的预算。议员们辩论了九个小时，最后以三十二票对二十九票通过。",
  "市长说，渡轮票价明年不会上涨，图书馆的开放时间也不会缩短。“我们听到了居民的意见”，她说。",
];
const taiwanese: Row = [
  "港務局：颱風過後輪渡明日復航",
  "林雅婷",
  "三條航線將於清晨六點恢復行駛，離島物資優先運送。",
  "港務局長表示，颱風造成的損害比預期輕微，碼頭的照明設備已經修復，輪渡明日清晨恢復行駛。",
  "離島居民等了四天才等到新鮮蔬菜。「我們最需要的是牛奶和報紙」，一位雜貨店老闆娘說。",
];
const japanese: Row = [
  "港の灯台、百年ぶりに一般公開へ",
  "佐藤 美咲",
  "市は来春から灯台の内部を公開する。螺旋階段は百八十段ある。",
  "市は二十三日、港の入り口に立つ灯台を来春から一般に公開すると発表した。内部に人が入るのは百年ぶりとなる。",
  "灯台守の孫にあたる男性は「祖父の日誌がようやく読まれる」と話した。カメラの持ち込みもできる。",
];
const korean: Row = [
  "항구 도시, 겨울 축제 준비 시작",
  "김하늘",
  "올해 축제는 부두 전체에서 열리며 입장료는 없다.",
  "시청은 목요일 겨울 축제의 계획을 발표했다. 올해는 부두 전체가 무대가 되고 입장료는 받지 않는다.",
  "상인들은 지난해보다 많은 손님을 기다리고 있다. “따뜻한 국수를 준비했습니다”라고 한 상인이 말했다.",
];
const russian: Row = [
  "Порт открывает зимнюю навигацию",
  "Анна Соколова",
  "Ледоколы вышли в море на неделю раньше обычного.",
  "Зимняя навигация в порту началась на неделю раньше обычного: лёд в этом году встал уже в ноябре.",
  "Капитан ледокола рассказал, что таких морозов не помнят даже старые лоцманы. Движение судов продолжается.",
];
const bulgarian: Row = [
  "Пристанището отваря врати за посетители",
  "Мария Иванова",
  "Всяка събота жителите ще могат да разгледат старите кранове.",
  "От следващия месец пристанището ще приема посетители всяка събота. Старите кранове са ремонтирани и боядисани.",
  "Кметът обяви, че входът ще бъде безплатен за ученици и за хората, които са работили там.",
];
const arabic: Row = [
  "iPhone القديم ينقذ صياداً من الغرق قرب الميناء",
  "ليلى حداد",
  "أضاء الهاتف في الماء حتى رآه زورق الإنقاذ بعد ثلاث ساعات.",
  "قال خفر السواحل إن صياداً نجا من الغرق قرب الميناء بعد أن ظل هاتفه مضيئاً في الماء ثلاث ساعات.",
  "وأضاف القبطان أن البحر كان هائجاً، وأن الزورق لم يكن يحمل أي إشارة ضوئية. وقد عاد الصياد إلى بيته سالماً.",
];
const hebrew: Row = [
  "הנמל נפתח מחדש אחרי שיפוץ של שנתיים",
  "נועה לוי",
  "הרציף הישן הפך לטיילת, והמגדלור יואר מדי ערב.",
  "אחרי שיפוץ של שנתיים נפתח הנמל מחדש לקהל. הרציף הישן הפך לטיילת ארוכה לאורך המים.",
  "ראש העירייה אמרה שהמגדלור יואר מדי ערב, ושהכניסה לכל המבנים תהיה חופשית גם בחורף.",
];
const polish: Row = [
  "Źródło ciepła dla całego portu",
  "Małgorzata Święcicka",
  "Nowa elektrociepłownia ogrzeje również żłobki i przedszkola.",
  "Miasto uruchomiło źródło ciepła, które ogrzeje cały port, a także żłobki, przedszkola i łaźnię.",
  "Według prezydent miasta mieszkańcy zapłacą mniej już tej zimy. Część pieniędzy dała Unia.",
];
const greek: Row = [
  "Το λιμάνι αλλάζει όψη μετά από δεκαετίες",
  "Ελένη Παπαδοπούλου",
  "Οι παλιές αποθήκες γίνονται βιβλιοθήκη και αγορά.",
  "Οι παλιές αποθήκες του λιμανιού γίνονται βιβλιοθήκη και αγορά, όπως αποφάσισε το δημοτικό συμβούλιο.",
  "Η δήμαρχος είπε ότι τα έργα θα αρχίσουν την άνοιξη και ότι κανένα μαγαζί δεν θα κλείσει.",
];
const turkish: Row = [
  "Iğdır’dan İstanbul’a: gecikmiş bir feribot",
  "Çağla Öztürk",
  "Feribot üç gün gecikti, yolcular limanda şarkı söyledi.",
  "Fırtına yüzünden üç gün geciken feribot dün akşam limana ulaştı. Yolcular beklerken şarkı söyledi.",
  "Kaptan, denizin hâlâ dalgalı olduğunu, ama bundan sonraki seferlerin yapılacağını açıkladı.",
];

/** Titles whose feeds say in every way, rightly, wrongly and not at all, what they are written in. */
export const scriptTitles: readonly ScriptTitle[] = [
  title("gangwu", "港務日報", "zh-TW", { charset: "big5", declares: "xml" }, taiwanese),
  title("haigang", "海港晚报", "zh-CN", { charset: "gb18030", declares: "header" }, chinese),
  title(
    "haigang-gb",
    "海港早报",
    "zh-CN",
    { charset: "gb18030", declares: "xml", claimedCharset: "gb2312" },
    chinese,
  ),
  title(
    "haigang-silent",
    "海港周刊",
    "zh-CN",
    { charset: "gb18030", declares: "neither" },
    chinese,
  ),
  title(
    "tomoshibi",
    "灯台新聞",
    "ja",
    { charset: "shift_jis", declares: "xml", contentType: "text/xml; charset=utf-8" },
    japanese,
  ),
  title(
    "tomoshibi-silent",
    "灯台週報",
    "ja",
    { charset: "shift_jis", declares: "neither" },
    japanese,
  ),
  title("tomoshibi-utf", "灯台通信", "ja", { claimedCharset: "shift_jis" }, japanese),
  title("budu", "부두일보", "ko", { charset: "euc-kr", declares: "header" }, korean),
  title("budu-silent", "부두주간", "ko", { charset: "euc-kr", declares: "neither" }, korean),
  title(
    "port-novosti",
    "Новости порта",
    "ru",
    { charset: "windows-1251", declares: "header" },
    russian,
  ),
  title("port-koi", "Портовый листок", "ru", { charset: "koi8-r", declares: "xml" }, russian),
  title(
    "port-koi-wrong",
    "Вечерний порт",
    "ru",
    { charset: "koi8-r", claimedCharset: "utf-8" },
    russian,
  ),
  title(
    "pristanishte",
    "Пристанищен вестник",
    "bg",
    { charset: "windows-1251", declares: "neither" },
    bulgarian,
  ),
  title("mina", "صحيفة الميناء", "ar", { charset: "windows-1256", declares: "xml" }, arabic),
  title("namal", "חדשות הנמל", "he", { charset: "iso-8859-8", declares: "header" }, hebrew),
  title("dziennik", "Dziennik Portowy", "pl", { charset: "iso-8859-2", declares: "xml" }, polish),
  title(
    "limani",
    "Εφημερίδα του Λιμανιού",
    "el",
    { charset: "iso-8859-7", declares: "header" },
    greek,
  ),
  title("liman", "Liman Gazetesi", "tr", { charset: "iso-8859-9", declares: "xml" }, turkish),
  title(
    "mina-silent",
    "مجلة الميناء",
    "ar",
    { charset: "windows-1256", declares: "neither" },
    arabic,
  ),
  title(
    "namal-silent",
    "שבועון הנמל",
    "he",
    { charset: "iso-8859-8", declares: "neither" },
    hebrew,
  ),
  title(
    "limani-silent",
    "Λιμενικά Νέα",
    "el",
    { charset: "iso-8859-7", declares: "neither" },
    greek,
  ),
  title(
    "dziennik-silent",
    "Głos Nabrzeża",
    "pl",
    { charset: "iso-8859-2", declares: "neither" },
    polish,
  ),
  title(
    "liman-silent",
    "İskele Postası",
    "tr",
    { charset: "iso-8859-9", declares: "neither" },
    turkish,
  ),
  title("gangwu-silent", "港務週刊", "zh-TW", { charset: "big5", declares: "neither" }, taiwanese),
];
