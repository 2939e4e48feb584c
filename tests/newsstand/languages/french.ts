import type { Template } from "../stories/template.ts";

/** Stories of the titles in French. */
export const frenchStories: readonly Template[] = [
  {
    section: "World",
    scenes: ["harbour", "ship"],
    tags: "ferries, grève, transports",
    facts: { lignes: [7, 24], marins: [300, 1400, 20] },
    headlines: [
      "À {city}, {lignes} lignes de ferry à l’arrêt",
      "Grève des marins : {marins} salariés à quai",
      "Sur les îles, le lait commence à manquer",
    ],
    standfirsts: [
      "Les équipages réclament du repos plus que de l’argent. La médiation commence jeudi.",
    ],
    leads: [
      "Aucun ferry n’a quitté {city} {day}. {marins} marins ont cessé le travail, et {lignes} lignes sont suspendues jusqu’à nouvel ordre.",
      "Dans le hall du port de {city}, le même mot s’affichait {lignes} fois : annulé.",
    ],
    body: [
      "Certains équipages naviguent onze jours de suite sans une nuit complète. C’est là, disent-ils, le cœur du conflit.",
      "La compagnie assure que les liaisons d’hiver sont déjà [déficitaires|à peine rentables] et qu’elle ne peut céder sur tout.",
      "Le courrier et les médicaments continuent de passer, en vertu d’un accord signé la veille.",
      "Les deux parties se retrouveront au musée du phare, seule salle libre de la ville.",
    ],
    quotes: [
      "« Nous ne sommes pas fatigués de la mer, nous sommes fatigués en mer », résume une officière.",
      "« J’ai manqué un mariage et je m’apprête à manquer le second », soupire un voyageur, un gâteau sur les genoux.",
    ],
    captions: ["Les ferries à quai, à {city}.", "Seul le courrier passe encore."],
  },
  {
    section: "Culture",
    scenes: ["books", "portrait"],
    tags: "littérature, prix, roman",
    facts: { exemplaires: [400, 1500, 100], pages: [160, 540], jury: [7, 12] },
    headlines: [
      "Un premier roman de {pages} pages couronné à {city}",
      "Tiré à {exemplaires} exemplaires, il remporte le grand prix",
      "Neuf minutes de délibération et un prix inattendu",
    ],
    standfirsts: [
      "Quatre grandes maisons l’avaient refusé. Un imprimeur de {city} avait du papier en trop.",
    ],
    leads: [
      "Le jury n’a délibéré que neuf minutes, {day} à {city}, avant de couronner un premier roman tiré à {exemplaires} exemplaires.",
      "L’imprimeur avait du papier dans la remise. Il en a fait {exemplaires} livres, et l’un d’eux est arrivé entre les mains du jury.",
    ],
    body: [
      "En {pages} pages, le livre raconte l’histoire d’un employé qui hérite d’un bac et ne sait pas nager.",
      "L’autrice, ancienne inspectrice des impôts, écrivait dans le train. Les chapitres ont exactement la longueur du trajet.",
      "Les droits sont vendus dans onze langues ; une réimpression arrivera en librairie [jeudi|avant la fin de la semaine].",
      "Tous les critiques ne sont pas conquis. L’un d’eux parle d’un texte « charmant jusqu’à l’épuisement ».",
    ],
    quotes: [
      "« Je remercie le train de 7 h 14, toujours en retard quand il le fallait », a déclaré la lauréate.",
    ],
    captions: [
      "À {city}, les libraires étaient dévalisés à midi.",
      "La cérémonie s’est tenue à l’hôtel de ville.",
    ],
  },
  {
    section: "Science",
    scenes: ["satellite", "laboratory"],
    tags: "espace, sonde",
    facts: { annees: [4, 10], secondes: [9, 41], grammes: [60, 240, 10] },
    headlines: [
      "La sonde s’est posée après {annees} ans de voyage",
      "{secondes} secondes de silence, puis une image",
      "{grammes} grammes d’un autre monde",
    ],
    standfirsts: [
      "Le signal est arrivé avec {secondes} secondes de retard. Personne ne respirait.",
    ],
    leads: [
      "Après {annees} ans de voyage, la sonde s’est posée {day} sur une lune glacée, ont annoncé les équipes réunies à {city}.",
      "Pendant {secondes} secondes, rien. Puis une ligne a frémi sur un écran de {city}, et quarante personnes se sont mises à pleurer.",
    ],
    body: [
      "L’atterrissage était automatique : un ordre met plus d’une demi-heure à parvenir là-bas.",
      "Les chercheurs espèrent trouver des sels et une matière organique simple. Non pas la vie, insistent-ils, mais [la cuisine|ses ingrédients].",
      "Une vanne gelée avait failli tout compromettre. On l’a libérée en balançant l’engin à l’aide de sa propre antenne.",
      "La capsule rapportera {grammes} grammes d’échantillons dans six ans.",
    ],
    quotes: ["« C’est comme se garer dans une autre ville, par courrier », sourit une ingénieure."],
    captions: ["Vue d’artiste de la sonde.", "La salle de contrôle, à {city}."],
  },
  {
    section: "Politics",
    scenes: ["ballot", "skyline"],
    tags: "référendum, ville",
    facts: { oui: [51, 64], signatures: [6000, 41000, 1000] },
    headlines: [
      "{city} dit oui à {oui} % aux dimanches sans voitures",
      "{signatures} signatures plus tard, la réponse de {city}",
      "Une cuisine, trois chaises et une victoire",
    ],
    standfirsts: ["Le vote engage la mairie. Le calendrier, lui, reste à écrire."],
    leads: [
      "Les habitants de {city} ont approuvé {day}, à {oui} %, des dimanches sans voitures, au terme d’une campagne née autour d’une table de cuisine.",
      "Tout avait commencé par une pétition de {signatures} noms. {day}, {city} a tranché : {oui} % de oui.",
    ],
    body: [
      "Le soutien est le plus fort au centre et décroît à mesure que l’on s’éloigne de la gare.",
      "Les commerçants demandent une étude avant toute fermeture de rue.",
      "La facture se situe entre trois et onze millions d’euros, selon la lecture que l’on fait de la question. Les juristes [lisent déjà|s’y emploient].",
      "C’est la quatrième consultation depuis l’assouplissement des règles.",
    ],
    quotes: [
      "« On nous disait d’attendre le bon moment. Nous avons apporté le nôtre », dit l’initiatrice.",
    ],
    captions: [
      "Le dépouillement au gymnase de {city}.",
      "La question comptait quarante et un mots.",
    ],
  },
  {
    section: "Climate",
    scenes: ["mountains", "fields"],
    tags: "glacier, climat",
    facts: { metres: [21, 88], annees: [40, 120] },
    headlines: [
      "Le glacier a reculé de {metres} mètres cet été",
      "{annees} ans de mesures et un bâton",
      "Au-dessus de {city}, un lac inquiète la vallée",
    ],
    standfirsts: [
      "Un lac s’est formé derrière les éboulis. Des capteurs veillent sur les villages.",
    ],
    leads: [
      "La langue du glacier qui domine {city} a reculé de {metres} mètres cet été, le plus fort retrait en {annees} ans de mesures, selon des chiffres publiés {day}.",
      "La marque rouge sur le rocher indique 1986. De là, il faut aujourd’hui quarante minutes pour atteindre la glace.",
    ],
    body: [
      "La neige avait disparu dès le mois de mai, laissant la glace sombre au soleil pendant onze semaines.",
      "Même si le réchauffement cessait aujourd’hui, un tiers de ce qui reste serait perdu.",
      "Un chenal a été creusé ; une alerte parviendrait aux villages [en quatre minutes|en moins de cinq minutes].",
      "Les agriculteurs dépendent de l’eau de fonte en août. Pour l’instant, il y en a trop.",
    ],
    quotes: ["« La glace n’a pas d’opinion. Elle additionne », dit un glaciologue."],
    captions: ["Le glacier en septembre.", "Un lac s’est formé au pied de la langue."],
  },
  {
    section: "Sport",
    scenes: ["rails", "mountains", "fields"],
    tags: "cyclisme, étape",
    facts: { km: [31, 94], ecart: [12, 77] },
    headlines: [
      "Seul pendant {km} kilomètres, il gagne à {city}",
      "{ecart} secondes d’avance et une moto en panne",
      "L’étape que personne n’a vue",
    ],
    standfirsts: ["La moto de la télévision est tombée en panne d’essence. Le coureur, non."],
    leads: [
      "Après {km} kilomètres d’échappée solitaire, il s’est imposé {day} à {city} avec {ecart} secondes d’avance sur un peloton qui s’est réveillé trop tard.",
      "Pendant onze minutes, personne n’a su où il était. Puis il a surgi de la pluie, seul, à l’entrée de {city}.",
    ],
    body: [
      "L’attaque est partie sur une route si étroite que les voitures n’ont pu suivre.",
      "Derrière, les favoris se sont regardés, chacun attendant [l’autre|que l’autre bouge].",
      "Une chute sur des rails mouillés a mis une trentaine de coureurs à terre.",
      "Demain, trois cols et, dit-on, le vent dans le dos.",
    ],
    quotes: [
      "« J’ai compté les vaches pour garder le rythme. Il y en a 214 », a raconté le vainqueur.",
    ],
    captions: ["Sur la route de {city}.", "L’arrivée en solitaire."],
  },
  {
    section: "Lifestyle",
    scenes: ["table", "portrait"],
    tags: "cuisine, recette",
    facts: { minutes: [35, 140, 5], ans: [20, 45] },
    headlines: [
      "La soupe à l’oignon qui a fait la gloire d’une rue de {city}",
      "{minutes} minutes, une cocotte et de la patience",
      "Tous les jeudis depuis {ans} ans",
    ],
    standfirsts: ["Peu d’argent, du temps, et un couvercle que l’on ne soulève pas."],
    leads: [
      "Depuis {ans} ans, tous les jeudis, on fait la queue devant une cuisine de {city} large comme un couloir.",
      "Il y a des plats qui veulent être admirés et d’autres qui veulent être mangés. Celui-ci demande {minutes} minutes et ne paie pas de mine.",
    ],
    body: [
      "Coupez tout plus finement que vous ne le pensez. Laissez colorer lentement, à découvert.",
      "Ajoutez le bouillon, couvrez, oubliez pendant {minutes} minutes. Ne touchez pas à la cuillère.",
      "Un filet de vinaigre, à la fin, réveille l’ensemble.",
      "La soupe se garde trois jours, mais à {city} personne n’a pu [le vérifier|en apporter la preuve].",
    ],
    quotes: ["« On me demande la recette. Je réponds : jeudi », dit la cuisinière."],
    captions: ["La cuisine, à {city}.", "Un plat pour six, ou pour deux pendant trois jours."],
    list: [
      "1 kg d’oignons",
      "1 litre de bouillon",
      "2 feuilles de laurier",
      "1 cuillerée de vinaigre, tout à la fin",
    ],
  },
];
