import type { Template } from "../stories/template.ts";

/** Stories of the titles in German. */
export const germanStories: readonly Template[] = [
  {
    section: "World",
    scenes: ["ship", "harbour"],
    tags: "Schifffahrt, Fähren, Streik",
    facts: { linien: [7, 23], pers: [340, 1200, 20], prozent: [3, 7] },
    headlines: [
      "Fähren in {city} stehen still: {linien} Linien fallen aus",
      "Streik im Hafen: {pers} Beschäftigte legen die Arbeit nieder",
      "Auf den Inseln wird die Milch knapp",
    ],
    standfirsts: [
      "Die Besatzungen verlangen längere Ruhezeiten. Die Reederei bietet {prozent} Prozent mehr Lohn und hält das für genug.",
    ],
    leads: [
      "Im Hafen von {city} hat am {day} keine einzige Passagierfähre abgelegt. {pers} Beschäftigte sind dem Aufruf ihrer Gewerkschaft gefolgt, {linien} Linien fallen bis auf Weiteres aus.",
      "Auf der Anzeigetafel im Fährhaus von {city} stand am {day} {linien}-mal dasselbe Wort: entfällt.",
    ],
    body: [
      "Gestritten wird weniger über Geld als über Schlaf. Manche Crews fahren elf Tage hintereinander, ohne eine Nacht durchzuschlafen.",
      "Die Reederei verweist auf ihre Verluste im Winterverkehr. Wer die äußeren Inseln weiter anlaufen wolle, könne nicht jede Forderung erfüllen, heißt es [in der Geschäftsleitung|aus dem Vorstand].",
      "Medikamente und Post werden weiter befördert. Darauf hatten sich beide Seiten am Vorabend verständigt.",
      "Am Donnerstag soll ein Schlichter vermitteln. Getagt wird im Leuchtturmmuseum, dem einzigen freien Saal der Stadt.",
    ],
    quotes: [
      "„Wir sind nicht müde von der See, wir sind müde auf der See“, sagt eine Steuerfrau.",
      "„Ich habe eine Hochzeit verpasst und bin dabei, die zweite zu verpassen“, sagt ein Reisender mit Torte.",
    ],
    captions: [
      "Vertäute Fähren im Hafen von {city}.",
      "Nur Post und Medikamente werden noch befördert.",
    ],
  },
  {
    section: "Politics",
    scenes: ["skyline", "ballot"],
    tags: "Haushalt, Stadtrat, {city}",
    facts: { loch: [9, 64], ja: [24, 33], nein: [15, 22], stunden: [6, 11] },
    headlines: [
      "{city} stopft ein Loch von {loch} Millionen Euro",
      "Nach {stunden} Stunden: Stadtrat beschließt Haushalt mit {ja} zu {nein} Stimmen",
      "Die Büchereien bleiben, das Freibad wartet",
    ],
    standfirsts: [
      "Mit {ja} zu {nein} Stimmen einigte sich der Rat nach Mitternacht. Zufrieden ist niemand.",
    ],
    leads: [
      "Der Stadtrat von {city} hat am {day} nach {stunden} Stunden den Haushalt beschlossen und damit eine Lücke von {loch} Millionen Euro geschlossen.",
      "Es war zehn vor zwei, als die Schriftführerin das Ergebnis verlas: {ja} zu {nein}. Geklatscht hat keiner.",
    ],
    body: [
      "Ursprünglich sollten vier Zweigbüchereien schließen. Nach 11.000 Zuschriften verschwand der Vorschlag [über Nacht|in einer Schublade].",
      "Dafür muss die Sanierung des Freibads warten, zum dritten Mal. Der Förderverein spricht von einem Wasserschaden an der Glaubwürdigkeit.",
      "Die Grundsteuer steigt. Für eine mittlere Wohnung macht das knapp fünf Euro im Monat aus.",
      "Die Rücklagen reichen rechnerisch für neun Tage. Empfohlen werden dreißig.",
    ],
    quotes: [
      "„Ein Haushalt ist eine Liste von Enttäuschungen in der richtigen Reihenfolge“, sagte der Bürgermeister.",
      "„Man kann dieselbe Wiese nicht drei Jahre hintereinander verkaufen“, hielt die Opposition dagegen.",
    ],
    captions: [
      "Das Rathaus von {city} in der Nacht der Abstimmung.",
      "Der Rat tagte bis zwei Uhr morgens.",
    ],
  },
  {
    section: "Science",
    scenes: ["fields", "mountains"],
    tags: "Vögel, Naturschutz",
    facts: { tage: [5, 16], paare: [19, 84], km: [4200, 9800, 100] },
    headlines: [
      "Mauersegler ziehen {tage} Tage früher fort",
      "{km} Kilometer ohne Landung: Was Sender über Zugvögel verraten",
      "{paare} Brutpaare und ein geduldiger Kirchturm",
    ],
    standfirsts: [
      "Winzige Sender zeigen, wo die Vögel rasten. Ein Moor spielt dabei eine unerwartete Rolle.",
    ],
    leads: [
      "Mauersegler verlassen ihre Brutplätze bei {city} heute {tage} Tage früher als vor dreißig Jahren. Das ergibt eine Studie mit {paare} Brutpaaren, die am {day} veröffentlicht wurde.",
      "Am letzten Abend im Juli stieg ein Vogel mit einer Solarzelle auf dem Rücken über {city} auf. Den Boden berührte er erst {km} Kilometer später.",
    ],
    body: [
      "Die Sender wiegen weniger als ein Gramm. Zwei Drittel meldeten sich über ein Jahr lang zuverlässig.",
      "Mehr als die Hälfte der Tiere rastete in einem einzigen Moor. Geschützt ist es [bislang nicht|nur auf dem Papier].",
      "Die Forscherinnen empfehlen, Wasserflächen zur richtigen Zeit flach zu halten, statt überall das ganze Jahr.",
      "Ehrenamtliche führen seit 1974 Buch. Ohne ihre Hefte gäbe es die Studie nicht.",
    ],
    quotes: [
      "„Den Weg kennen sie. Sie wissen nur nicht, dass wir das Frühstück verlegt haben“, sagt die Studienleiterin.",
    ],
    captions: ["Zugvögel über der Küste bei {city}.", "Das Moor dient als Speisekammer."],
  },
  {
    section: "Business",
    scenes: ["chip", "chart"],
    tags: "Industrie, Halbleiter, {city}",
    facts: { stellen: [900, 3600, 100], milliarden: "1,2|2,4|3,1|4,8", jahr: "2028|2029|2030" },
    headlines: [
      "Chipfabrik für {city}: {milliarden} Milliarden Euro und {stellen} Stellen",
      "Der Rübenacker, der zum Reinraum wird",
      "{city} bekommt das Werk. Reicht das Wasser?",
    ],
    standfirsts: [
      "Der Betrieb soll {jahr} beginnen. Berufsschulen verdoppeln ihre Plätze, die Wasserbehörde rechnet nach.",
    ],
    leads: [
      "Am Stadtrand von {city} entsteht für {milliarden} Milliarden Euro eine Fabrik für Fahrzeugchips. {stellen} Arbeitsplätze sind zugesagt, wie das Unternehmen am {day} mitteilte.",
      "Noch wachsen Rüben auf dem Feld vor {city}. Von {jahr} an soll es dort sauberer sein als in jedem Operationssaal.",
    ],
    body: [
      "Gefertigt werden keine Wunderwerke, sondern Bauteile für Fensterheber, Bremsen und Züge. Gerade sie fehlten zuletzt.",
      "Der Staat schießt einen dreistelligen Millionenbetrag zu. Zieht das Werk binnen fünfzehn Jahren fort, ist das Geld zurückzuzahlen.",
      "Der Wasserbedarf entspricht dem einer Stadt mit 40.000 Einwohnern. Vier Fünftel sollen aufbereitet und erneut genutzt werden.",
      "Auf dem Wohnungsmarkt ist die Nachricht [schon angekommen|bereits eingepreist].",
    ],
    quotes: [
      "„Niemand singt Lieder über Fensterheber, aber verkaufen Sie einmal ein Auto ohne“, sagt die Werksleiterin.",
    ],
    captions: ["Hier soll das Werk entstehen.", "Ein Wafer trägt mehrere Hundert Chips."],
  },
  {
    section: "Culture",
    scenes: ["stage", "books"],
    tags: "Theater, Premiere, {city}",
    facts: { minuten: [95, 220, 5], jahre: [8, 31] },
    headlines: [
      "{minuten} Minuten ohne überflüssigen Stuhl: Premiere in {city}",
      "Nach {jahre} Jahren zurück auf der Bühne",
      "Ein Wasserkessel, zwei Schwestern und die Stille",
    ],
    standfirsts: ["Fünf Schauspieler und ein leerer Raum genügen für den Abend der Saison."],
    leads: [
      "Zehn Minuten lang spricht niemand. Ein Kessel kocht, ein Mantel wird aufgehängt und wieder abgenommen: So beginnt der Abend, der am {day} in {city} Premiere hatte.",
      "Nie wieder, hatte sie gesagt. {jahre} Jahre später steht sie in {city} auf der Bühne, und sechshundert Menschen erheben sich.",
    ],
    body: [
      "Erzählt wird vom Verkauf eines Hauses. An jedem Gegenstand hängt ein Preisschild, und eines nach dem anderen wird entfernt.",
      "Die Regie beendet Szenen einen Atemzug zu früh, sodass das Publikum ihnen nachlaufen muss.",
      "Nach der Pause erklärt der Text, was zuvor klar war. Auf den Monolog über die Bienen [ließe sich verzichten|hätte man verzichten können].",
      "Das Bühnenbild besteht aus dreihundert geliehenen Schubladen. Im Juni gehen sie zurück.",
    ],
    quotes: ["„Gefehlt hat mir die Angst, nicht die Blumen“, sagte die Hauptdarstellerin."],
    captions: ["Szene aus dem ersten Akt.", "Applaus nach {minuten} Minuten."],
  },
  {
    section: "Sport",
    scenes: ["stadium", "portrait"],
    tags: "Fußball, Derby",
    facts: { minute: [81, 94], tore: "2:1|3:2|1:0", zuschauer: [12000, 44000, 500] },
    headlines: [
      "{tore} in der {minute}. Minute: {city} gewinnt das Derby",
      "{zuschauer} Zuschauer, ein Schienbein, drei Punkte",
      "Spätes Glück für {city}",
    ],
    standfirsts: ["Der Gegner traf zweimal den Pfosten. Das Tor fiel auf der anderen Seite."],
    leads: [
      "Mit einem Treffer in der {minute}. Minute hat {city} am {day} das Derby {tore} gewonnen, vor {zuschauer} Zuschauern und nach einer Stunde, in der nichts danach aussah.",
      "Es war ein Schienbein, kein Schuss. Doch der Ball lag im Netz, und {city} hatte {tore} gewonnen.",
    ],
    body: [
      "Die Gäste waren lange besser, liefen früh an und trafen zweimal das Gehäuse.",
      "Zur Pause wechselte der Trainer beide Flügel aus, weil sie, wie er sagte, gut in die falsche Richtung gelaufen seien.",
      "{city} ist nun Dritter, vier Punkte hinter der Spitze.",
      "Die Polizei nahm neun Personen in Gewahrsam, sieben davon wegen Feuerwerks.",
    ],
    quotes: ["„Ich würde gern behaupten, dass es Absicht war“, sagte der Torschütze."],
    captions: ["Flutlicht über dem Stadion von {city}.", "Jubel vor der Westtribüne."],
  },
  {
    section: "Climate",
    scenes: ["turbines", "aurora"],
    tags: "Windkraft, Energie",
    facts: { anlagen: [34, 96, 2], km: [24, 61], haushalte: [240000, 900000, 20000] },
    headlines: [
      "{anlagen} Windräder vor {city} gehen ans Netz",
      "Strom für {haushalte} Haushalte, {km} Kilometer vor der Küste",
      "Der Kohlekai wird zum Windhafen",
    ],
    standfirsts: [
      "Der Park ersetzt den letzten Kohleblock an der Küste, jedenfalls an windigen Tagen.",
    ],
    leads: [
      "{km} Kilometer vor {city} hat am {day} das erste von {anlagen} Windrädern Strom geliefert. Vollendet soll der Park {haushalte} Haushalte versorgen.",
      "Vom Strand aus sieht man nichts, und genau das war der Plan. Draußen vor {city} dreht sich seit {day} das erste Rad.",
    ],
    body: [
      "Einundsechzig Tage gingen durch Sturm verloren. Die meisten holte ein größerer Kran wieder herein.",
      "Die Küstenfischer verlieren ihre besten Schollengründe. Ein Fonds soll den Frieden [sichern|erkaufen].",
      "An den Fundamenten siedeln Muscheln, dann kamen Krebse, dann der Kabeljau.",
      "Engpass bleibt das Netz an Land: An stürmischen Tagen lässt sich ein Zehntel des Stroms nicht fortleiten.",
    ],
    quotes: ["„Der Wind war immer da. Wir schicken ihm nur eine Rechnung“, sagt der Bauleiter."],
    captions: [
      "Windräder vor der Küste von {city}.",
      "Die Versorgungsschiffe laufen vor Sonnenaufgang aus.",
    ],
  },
];
