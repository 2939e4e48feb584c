import type { Template } from "../stories/template.ts";

/** Stories of the titles in Spanish. */
export const spanishStories: readonly Template[] = [
  {
    section: "World",
    scenes: ["harbour", "ship"],
    tags: "puerto, huelga, transporte",
    facts: { rutas: [7, 24], personas: [300, 1400, 20] },
    headlines: [
      "La huelga deja {rutas} rutas sin servicio en {city}",
      "{personas} tripulantes paran los transbordadores de {city}",
      "En las islas empieza a faltar la leche",
    ],
    standfirsts: [
      "Las tripulaciones piden descanso antes que dinero. La mediación empieza el jueves.",
    ],
    leads: [
      "Ningún transbordador salió de {city} el {day}. {personas} tripulantes secundaron la huelga, que mantiene suspendidas {rutas} rutas.",
      "En el panel de la estación marítima de {city} se leía {rutas} veces la misma palabra: cancelado.",
    ],
    body: [
      "Hay tripulaciones que navegan once días seguidos sin dormir una noche entera. Ese es, dicen, el fondo del conflicto.",
      "La naviera sostiene que las líneas de invierno [ya pierden dinero|apenas se pagan] y que no puede ceder en todo.",
      "El correo y los medicamentos siguen llegando gracias a un acuerdo firmado la víspera.",
      "Las partes se reunirán en el museo del faro, la única sala libre de la ciudad.",
    ],
    quotes: [
      "«No estamos cansados del mar, estamos cansados en el mar», resume una oficial.",
      "«Ya me perdí una boda y voy camino de perderme la otra», cuenta un viajero con una tarta en las rodillas.",
    ],
    captions: ["Transbordadores amarrados en {city}.", "Solo viajan el correo y las medicinas."],
  },
  {
    section: "Local",
    scenes: ["fields", "portrait"],
    tags: "vecinos, comercio",
    facts: { vecinos: [90, 620, 10], euros: [40, 290, 5] },
    headlines: [
      "{vecinos} vecinos compran el último cine de {city}",
      "Rifas, calabazas y {euros}.000 euros para salvar un cine",
      "El cine de {city} vuelve a abrir el sábado",
    ],
    standfirsts: ["Lo llevarán voluntarios por turnos. La taquilla es mayor que casi todos ellos."],
    leads: [
      "El último cine de {city} reabre el sábado, nueve meses después de su cierre, en manos de {vecinos} vecinos que reunieron {euros}.000 euros.",
      "Hubo una rifa, una subasta de calabazas y un silencio patrocinado. El {day}, {city} ya tenía las llaves de su cine.",
    ],
    body: [
      "La idea nació en una cocina. Solo una puerta permaneció cerrada, y su dueño acudió después con un sobre.",
      "Hay turnos para la taquilla, para la estufa y [para el gato|hasta para el gato].",
      "La vecina de más edad, de 91 años, abrirá la puerta: recuerda la primera inauguración porque hubo naranjas.",
      "Para sobrevivir hacen falta ciento cuarenta espectadores por semana.",
    ],
    quotes: [
      "«No hemos salvado un negocio, sino un motivo para ponerse el abrigo», dice la promotora.",
    ],
    captions: ["Voluntarios en el vestíbulo.", "La sala, en vísperas de la reapertura."],
  },
  {
    section: "Science",
    scenes: ["satellite", "laboratory"],
    tags: "océano, biología",
    facts: { especies: [12, 58], metros: [2100, 5400, 100], dias: [23, 58] },
    headlines: [
      "Hallan {especies} especies nuevas a {metros} metros",
      "Un jardín en la oscuridad, a {metros} metros",
      "{dias} días sobre una montaña desconocida",
    ],
    standfirsts: [
      "La montaña submarina no figuraba en ningún mapa. Las mineras ya han pedido permiso.",
    ],
    leads: [
      "Un equipo de biólogos ha encontrado al menos {especies} especies desconocidas en una montaña submarina, a {metros} metros de profundidad, según anunció el {day} al regresar a {city}.",
      "La luz del robot recorrió barro gris, más barro gris y, de pronto, un bosque.",
    ],
    body: [
      "La expedición duró {dias} días. Un robot filmó corales, esponjas y un pez que camina sobre las aletas y parece molesto por la luz.",
      "Algunos corales superarían los dos mil años. Crecen al año [el grosor de un cabello|menos que una uña en un día].",
      "La montaña mide tres mil cien metros y la cruzaban cables desde hacía décadas sin que nadie lo supiera.",
      "La decisión sobre las licencias mineras se espera para julio.",
    ],
    quotes: [
      "«Conocemos mejor la cara oculta de la Luna que la ladera de este monte», afirma la jefa de la expedición.",
    ],
    captions: ["El buque, de vuelta en {city}.", "Las muestras se clasifican en frío."],
  },
  {
    section: "Politics",
    scenes: ["skyline", "ballot"],
    tags: "presupuesto, ayuntamiento",
    facts: { millones: [9, 66], horas: [6, 11] },
    headlines: [
      "{city} cierra un agujero de {millones} millones",
      "{horas} horas de pleno y un presupuesto que no gusta a nadie",
      "Se salvan las bibliotecas, espera la piscina",
    ],
    standfirsts: ["El pleno terminó a las dos de la madrugada. Nadie aplaudió."],
    leads: [
      "El pleno de {city} aprobó el {day}, tras {horas} horas de debate, un presupuesto que cierra un déficit de {millones} millones de euros.",
      "Eran las dos menos diez cuando se leyó el resultado en {city}. Nadie aplaudió, y la alcaldesa lo llamó equilibrio.",
    ],
    body: [
      "Se había propuesto cerrar cuatro bibliotecas. Tras once mil cartas, la idea [desapareció|se retiró una hora antes].",
      "A cambio, la reforma de la piscina se aplaza por tercera vez.",
      "El impuesto sobre la vivienda sube: unos cinco euros al mes para un piso medio.",
      "Las reservas alcanzan para nueve días de gasto. Lo recomendado son treinta.",
    ],
    quotes: ["«Un presupuesto es una lista de decepciones, por orden», dijo la alcaldesa."],
    captions: ["El ayuntamiento de {city}, de madrugada.", "El salón de plenos."],
  },
  {
    section: "Sport",
    scenes: ["stadium", "portrait"],
    tags: "fútbol, derbi",
    facts: { minuto: [80, 94], goles: "2-1|3-2|1-0", publico: [12000, 41000, 500] },
    headlines: [
      "{goles} en el minuto {minuto}: {city} se lleva el derbi",
      "Una espinilla decide el derbi de {city}",
      "{publico} gargantas y un gol feo",
    ],
    standfirsts: ["El rival dio dos veces en el poste. El gol llegó en la otra portería."],
    leads: [
      "Un gol en el minuto {minuto} dio a {city} el derbi por {goles}, el {day}, ante {publico} espectadores y contra todo pronóstico.",
      "No fue un disparo, fue una espinilla. Pero el balón entró y {city} ganó {goles}.",
    ],
    body: [
      "Los visitantes fueron mejores durante una hora y estrellaron dos balones en la madera.",
      "En el descanso, el entrenador retiró a los dos extremos porque corrían, dijo, [muy bien en la dirección equivocada|mucho y hacia atrás].",
      "El equipo es ahora tercero, a cuatro puntos de la cabeza.",
      "El próximo partido se jugará el miércoles, si el césped lo permite.",
    ],
    quotes: ["«Me gustaría decir que fue a propósito», admitió el goleador."],
    captions: ["Los focos sobre el estadio de {city}.", "La celebración ante el fondo oeste."],
  },
  {
    section: "Climate",
    scenes: ["dunes", "fields"],
    tags: "agua, sequía",
    facts: { litros: [40, 90, 5], nivel: [11, 29], pueblos: [60, 310, 10] },
    headlines: [
      "{litros} litros al día: así viven {pueblos} pueblos",
      "Los embalses de {city} bajan al {nivel} %",
      "Las viejas galerías devuelven el agua",
    ],
    standfirsts: ["Tercer invierno seco. Unos túneles de hace cinco siglos vuelven a correr."],
    leads: [
      "Los hogares de {pueblos} pueblos próximos a {city} dispondrán desde el {day} de un máximo de {litros} litros diarios: los embalses están al {nivel} %.",
      "Por la mañana, antes del calor, un agricultor recorre un canal que nadie usaba desde hace noventa años y escucha. «Ahí está», dice.",
    ],
    body: [
      "La red pierde en fugas el 44 % del agua. Las reparaciones han llegado a un tercio de las tuberías.",
      "Los agricultores han recuperado galerías del siglo XVI, tan poco inclinadas que una canica tardaría una hora en recorrerlas.",
      "Los hoteles de la costa están exentos, lo que [molesta|ha sentado mal] en el interior.",
      "Si llueve según lo previsto, el límite podría levantarse en febrero.",
    ],
    quotes: ["«Una fuga es un embalse que ya has pagado», dice una ingeniera."],
    captions: ["El campo tras el tercer invierno seco.", "La boca de una galería."],
  },
  {
    section: "Culture",
    scenes: ["stage", "portrait"],
    tags: "música, auditorio",
    facts: { butacas: [900, 2300, 50], tarde: [3, 9] },
    headlines: [
      "El auditorio de {city} abre con {tarde} años de retraso",
      "{butacas} butacas y un silencio nuevo en {city}",
      "Madera, paciencia y cuarenta segundos de silencio",
    ],
    standfirsts: ["Suena mejor de lo que costó. Los ascensores aún no funcionan."],
    leads: [
      "{city} vuelve a tener auditorio. Con {tarde} años de retraso, se inauguró el {day} con una obra que empieza con cuarenta segundos de silencio.",
      "Se oyó a alguien abrir un caramelo en la fila treinta, y se oyó también su vergüenza. La sala de {city} no esconde nada.",
    ],
    body: [
      "Las paredes son de madera curvada por carpinteros de ribera en cuatro mil olas.",
      "El programa fue de extremos: tras una sinfonía casi inaudible, una marcha que hizo sonar las lámparas.",
      "El tribunal de cuentas sigue [revisando las facturas|sumando].",
      "Una cuarta parte de las {butacas} butacas cuesta menos de doce euros.",
    ],
    quotes: ["«Una sala es un instrumento que se aprende desde dentro», dijo la directora."],
    captions: ["La sala en su primera noche.", "El público, a la entrada de {city}."],
  },
];
